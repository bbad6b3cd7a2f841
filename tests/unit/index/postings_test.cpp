// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/postings.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "common/index/facets.hpp"
#include "common/index/query.hpp"
#include "common/index/record.hpp"
#include "tests/support/random_text.hpp"
#include "tests/unit/index/index_fixture.hpp"

namespace geul::index {
namespace {

Postings postings_of(const Document& document) {
  analysis::Analyzer analyzer;
  return make_postings(document, test::hash_of("x"), analyzer);
}

const Posting* find(const Postings& postings, const std::string& term) {
  for (const Posting& posting : postings.terms)
    if (posting.term == term) return &posting;
  return nullptr;
}

std::string value(const Postings& postings, Slot slot) {
  for (const auto& [at, text] : postings.values)
    if (at == slot) return text;
  return {};
}

TEST_CASE("a word counts by its fields' weights, and once under each field's prefix") {
  const Document document = test::post("zebra", "zebra", "zebra zebra");
  const Postings postings = postings_of(document);
  const std::string word = test::word_of("zebra");
  const Posting* const common = find(postings, word);
  REQUIRE(common != nullptr);
  CHECK(common->frequency ==
        static_cast<std::uint32_t>(info(Field::title).weight() + 2 * info(Field::body).weight()));
  REQUIRE(find(postings, "S" + word) != nullptr);
  CHECK(find(postings, "S" + word)->frequency == 0);  // a length of posts, not of fields
  REQUIRE(find(postings, "XB" + word) != nullptr);
  CHECK(find(postings, "XB" + word)->frequency == 0);
  CHECK(find(postings, "P" + word) != nullptr);
}

TEST_CASE("a database's own weights count in place of the usual ones, in words and pairs") {
  const Document document = test::post("z", "zebra 얼룩말", "zebra zebra 얼룩말");
  FieldWeights weights;
  weights.title = 11;
  weights.body = 3;
  analysis::Analyzer analyzer;
  const Postings postings =
      make_postings(document, test::hash_of("x"), analyzer, Positions::keep, weights);
  CHECK(find(postings, test::word_of("zebra"))->frequency == 11 + 2 * 3);
  CHECK(find(postings, pair_term("얼룩"))->frequency == 11 + 3);
}

TEST_CASE("the id is searched as a path under its prefix alone") {
  const Document document = test::post("zebra", "", "");
  const Postings postings = postings_of(document);
  CHECK(find(postings, test::word_of("zebra")) == nullptr);
  CHECK(find(postings, "P" + test::word_of("zebra")) != nullptr);
}

TEST_CASE("a term's prefix tells whether it has positions, in documents of random text") {
  test::RandomText random(11);
  for (int i = 0; i < 60; ++i) {
    Document document = test::post(random.word(), random.text(3), random.text(40));
    document.tags = {random.word(), random.text(2)};
    document.categories = {random.word()};
    document.authors = {random.word()};
    document.summary = random.text(5);
    document.sections.push_back({random.text(2), 2, "", 0, random.text(5), random.text(20)});
    document.facets = {{FacetKey("series"), {random.text(2)}}};
    for (const Posting& posting : postings_of(document).terms) {
      INFO(posting.term);
      CHECK((posting.positions.empty() || may_have_positions(posting.term)));
      if (posting.frequency == 0 && posting.positions.empty())
        CHECK_FALSE(may_have_positions(posting.term));
    }
  }
}

TEST_CASE("positions begin at 100, and pieces are far apart") {
  Document document = test::post("a.md", "zebra", "zebra");
  document.tags = {"zebra", "zebra horse"};
  const Postings postings = postings_of(document);
  const Posting* const common = find(postings, test::word_of("zebra"));
  REQUIRE(common != nullptr);
  REQUIRE(common->positions.size() == 4);
  CHECK(common->positions.front() == kFirstPosition);
  for (std::size_t i = 1; i < common->positions.size(); ++i)
    CHECK(common->positions[i] >= common->positions[i - 1] + kPositionGap);
  const Posting* const tagged = find(postings, "XT" + test::word_of("zebra"));
  REQUIRE(tagged != nullptr);
  CHECK(tagged->positions ==
        std::vector<std::uint32_t>(common->positions.begin() + 1, common->positions.begin() + 3));
}

TEST_CASE("long fields have words without positions and without pairs under their prefix") {
  Document document = test::post("a.md", "", "검색엔진");
  document.sections[0].code = "검색엔진";
  const Postings postings = postings_of(document);
  std::size_t words = 0;
  for (const Posting& posting : postings.terms) {
    if (!posting.term.starts_with("XB") && !posting.term.starts_with("XK")) continue;
    ++words;
    CHECK(posting.positions.empty());
    CHECK_FALSE(posting.term.starts_with("XBB"));
    CHECK_FALSE(posting.term.starts_with("XKB"));
  }
  CHECK(words >= 2);
  CHECK(find(postings, "B검색") != nullptr);
}

TEST_CASE("pairs never cross from one piece into the next") {
  Document document = test::post("a.md", "가나", "다라");
  document.tags = {"마바", "사아"};
  const Postings postings = postings_of(document);
  CHECK(find(postings, "B가나") != nullptr);
  for (const char* const crossing : {"B나다", "B나마", "B바사", "B아다", "XTB바사"})
    CHECK(find(postings, crossing) == nullptr);
}

TEST_CASE("names stand whole, once each, and do not count in the ranking") {
  Document document = test::post("a.md", "", "");
  document.tags = {"Spring Boot", "spring  boot", "이직"};
  document.authors = {"이승윤"};
  document.categories = {"대외활동"};
  const Postings postings = postings_of(document);
  for (const char* const term : {"Kspring boot", "K이직", "A이승윤", "XC대외활동"}) {
    INFO(term);
    REQUIRE(find(postings, term) != nullptr);
    CHECK(find(postings, term)->frequency == 0);
  }
  CHECK(unpack_names(std::string_view(value(postings, Slot::tags))).size() == 2);
}

TEST_CASE("dates and hash become values") {
  Document document = test::post("a.md", "", "");
  document.date = from_iso("2022-07-28T09:08:07+09:00");
  Postings postings = postings_of(document);
  CHECK(value(postings, Slot::date) == "20220728090807");
  CHECK(value(postings, Slot::oldest) == "20220728090807");
  CHECK(value(postings, Slot::day) == "20220728");
  CHECK(value(postings, Slot::hash) == test::hash_of("x").str());
  document.date.reset();
  postings = postings_of(document);
  CHECK(value(postings, Slot::date).empty());
  CHECK(value(postings, Slot::day).empty());
  CHECK(value(postings, Slot::oldest) == "~");
}

TEST_CASE("a document of any text gives terms that the index can hold") {
  test::RandomText random(3);
  for (int i = 0; i < 60; ++i) {
    Document document = test::post(random.word(), random.text(8), random.text(60));
    document.tags = {random.text(3), random.text(60), std::string(400, 'x')};
    document.authors = {random.word()};
    document.sections.push_back({random.text(5), 2, "a", 9, random.text(30), random.text(20)});
    document.summary = std::string("a\0b", 3);
    const Postings postings = postings_of(document);
    CHECK(decode_record(postings.record));
    CHECK(find(postings, key_of(document.id).str()) != nullptr);
    std::string previous;
    for (const Posting& posting : postings.terms) {
      CHECK(posting.term > previous);
      CHECK(posting.term.size() <= kMaxIndexTermBytes);
      CHECK(posting.term.find('\0') == std::string::npos);
      CHECK(std::adjacent_find(posting.positions.begin(), posting.positions.end(),
                               std::greater_equal<>()) == posting.positions.end());
      if (!posting.positions.empty()) CHECK(posting.positions.front() >= kFirstPosition);
      previous = posting.term;
    }
  }
}

}  // namespace
}  // namespace geul::index
