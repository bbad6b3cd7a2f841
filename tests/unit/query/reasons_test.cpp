// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/reasons.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace geul::query {
namespace {

using analysis::Family;
using Names = std::vector<std::string_view>;

TermOrigin origin(const char* word, const char* stored, Family family, std::size_t order = 0) {
  TermOrigin made;
  made.word = word;
  made.stored = made.term = stored;
  made.family = family;
  made.order = order;
  return made;
}

TermOrigin standing_for(const char* word, const char* other, const char* stored, Family family,
                        Rung rung) {
  TermOrigin made = origin(word, stored, family);
  made.rung = rung;
  made.stands_for = other;
  return made;
}

std::vector<TermOrigin> sorted(std::vector<TermOrigin> origins) {
  std::ranges::stable_sort(origins, {}, &TermOrigin::stored);
  return origins;
}

/// 검색엔진 as a query has it.
std::vector<TermOrigin> search_engine() {
  return sorted(
      {origin("검색엔진", "검색엔진", Family::word), origin("검색엔진", "B검색", Family::pair),
       origin("검색엔진", "B색엔", Family::pair), origin("검색엔진", "B엔진", Family::pair)});
}

}  // namespace

TEST_CASE("a word is whole by its key or by all of its pairs", "[reasons]") {
  CHECK(reasons_for(search_engine(), {"검색엔진"}).front().whole);
  CHECK(reasons_for(search_engine(), {"B검색", "B색엔", "B엔진"}).front().whole);
  const auto part = reasons_for(search_engine(), {"B엔진"});
  REQUIRE(part.size() == 1);
  CHECK_FALSE(part.front().whole);
  CHECK(part.front().word == "검색엔진");
  CHECK(part.front().terms == std::vector<std::string>{"B엔진"});
  CHECK(reasons_for(search_engine(), {}).empty());
  CHECK(reasons_for(search_engine(), {"다른"}).empty());
}

TEST_CASE("a name with punctuation is whole by itself or by all of its parts", "[reasons]") {
  const auto origins =
      sorted({origin("node.js", "node.js", Family::word), origin("node.js", "node", Family::part),
              origin("node.js", "js", Family::part)});
  CHECK(reasons_for(origins, {"node.js"}).front().whole);
  CHECK(reasons_for(origins, {"js", "node"}).front().whole);
  CHECK_FALSE(reasons_for(origins, {"node"}).front().whole);
  CHECK(matched_by(reasons_for(origins, {"node"}), false) == Names{"part"});
}

TEST_CASE("another reading of a word is the word", "[reasons]") {
  const auto origins =
      sorted({origin("나이", "나이", Family::word), origin("나이", "나", Family::variant),
              origin("보았다", "보기", Family::alternate, 7)});
  CHECK(reasons_for(origins, {"나"}).front().whole);
  CHECK(reasons_for(origins, {"보기"}).front().whole);
}

TEST_CASE("an alternative of which only some pairs are there is no reason", "[reasons]") {
  auto origins = search_engine();
  origins.push_back(standing_for("검색엔진", "서치엔진", "서치엔진", Family::word, Rung::synonym));
  origins.push_back(standing_for("검색엔진", "서치엔진", "B서치", Family::pair, Rung::synonym));
  origins.push_back(standing_for("검색엔진", "서치엔진", "B엔진", Family::pair, Rung::synonym));
  origins = sorted(std::move(origins));
  const auto some = reasons_for(origins, {"B엔진"});
  REQUIRE(some.size() == 1);
  CHECK(some.front().rung == Rung::exact);
  const auto all = reasons_for(origins, {"B엔진", "서치엔진"});
  REQUIRE(all.size() == 2);
  CHECK(all.back().rung == Rung::synonym);
  CHECK(all.back().stands_for == "서치엔진");
  CHECK(matched_by(all, false) == Names{"synonym"});
}

TEST_CASE("reasons come in the order of the query's words", "[reasons]") {
  const auto origins =
      sorted({origin("하나", "하나", Family::word, 0), origin("가방", "가방", Family::word, 7)});
  const auto reasons = reasons_for(origins, {"가방", "하나"});
  REQUIRE(reasons.size() == 2);
  CHECK(reasons[0].word == "하나");
  CHECK(reasons[1].word == "가방");
}

TEST_CASE("by what a hit was found, the surest first", "[reasons]") {
  auto origins = search_engine();
  origins.push_back(standing_for("검색엔진", "검색 엔진", "검색", Family::word, Rung::spacing));
  origins.push_back(standing_for("검색엔진", "검색 엔진", "엔진", Family::word, Rung::spacing));
  origins.push_back(standing_for("검색엔진", "찾기", "찾기", Family::word, Rung::typo));
  origins = sorted(std::move(origins));
  const auto names = [&origins](const std::vector<std::string>& matched) {
    return matched_by(reasons_for(origins, matched), false);
  };
  CHECK(names({"검색엔진"}) == Names{"exact"});
  CHECK(names({"B검색", "B색엔", "B엔진"}) == Names{"part"});
  CHECK(names({"B엔진"}) == Names{"part"});
  CHECK(names({"검색"}).empty());
  CHECK(names({"검색", "엔진"}) == Names{"spacing"});
  CHECK(names({"검색엔진", "찾기"}) == Names{"exact", "typo"});
  CHECK(names({"B검색", "B색엔", "B엔진", "검색", "엔진"}) == Names{"part", "spacing"});
}

TEST_CASE("the place of a reason is its field or facet", "[reasons]") {
  TermOrigin titled = origin("엔진", "S엔진", Family::word);
  titled.field = index::Field::title;
  const auto reasons = reasons_for({titled}, {"S엔진"});
  REQUIRE(reasons.size() == 1);
  CHECK(place_of(reasons.front()) == "title");
  CHECK(place_of(reasons_for(search_engine(), {"검색엔진"}).front()).empty());
}

}  // namespace geul::query
