// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/boosts.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "common/index/terms.hpp"

namespace geul::query {
namespace {

constexpr Day kToday{2024, 7, 18};

/// What a post of a day gets: the sum of the ranges that it lies in.
double recency_of(const Day& day, int half_life) {
  double sum = 0;
  for (const ScorePart& part : recency_parts(half_life, kToday, {})) {
    const index::DayRange days = part.query.children().front().days();
    if (days.first <= day && day <= days.last) sum += part.query.factor();
  }
  return sum;
}

}  // namespace

TEST_CASE("recency halves with each half-life, in steps, and ends", "[boosts]") {
  const double most = index::RankingProfile{}.recency;
  CHECK(recency_of(kToday, 30) == Approx(most));
  CHECK(recency_of({2025, 1, 1}, 30) == Approx(most));
  CHECK(recency_of(plus_days(kToday, -31), 30) == Approx(most / 2));
  CHECK(recency_of(plus_days(kToday, -61), 30) == Approx(most / 4));
  CHECK(recency_of(plus_days(kToday, -121), 30) == 0);
  double before = most;
  for (int age = 0; age < 200; ++age) {
    const double now = recency_of(plus_days(kToday, -age), 30);
    CHECK(now <= before);
    before = now;
  }
}

TEST_CASE("a half-life is days, weeks, months or years", "[boosts]") {
  CHECK(read_half_life("30d") == 30);
  CHECK(read_half_life("7") == 7);
  CHECK(read_half_life("2w") == 14);
  CHECK(read_half_life("6m") == 180);
  CHECK(read_half_life("1y") == 365);
  for (const char* const wrong : {"", "d", "0", "-3", "1x", "1dd", "99999999999", "1000y"})
    CHECK_FALSE(read_half_life(wrong));
}

TEST_CASE("pinned posts of a query are found and stand in the order of the list", "[boosts]") {
  const std::vector<index::Pin> pins{{"채용 공고", {DocumentId("b.md"), DocumentId("a.md")}},
                                     {"다른", {DocumentId("c.md")}}};
  const Pinned pinned = pinned_for(" 채용  공고 ", pins);
  REQUIRE(pinned.posts.size() == 2);
  CHECK(pinned.posts[0].text() == index::key_of(DocumentId("b.md")).str());
  CHECK(pinned.parts[0].query.factor() > pinned.parts[1].query.factor());
  CHECK(pinned_for("채용", pins).posts.empty());
}

}  // namespace geul::query
