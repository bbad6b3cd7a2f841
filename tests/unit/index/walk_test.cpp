// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <numeric>

#include "common/index/reader.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/index/index_fixture.hpp"

namespace geul::index {
namespace {

using test::post;
using Terms = std::vector<std::string>;

/// The Hangul terms that a walk is shown when the visitor answers with `next`.
template <class Next>
Terms walked(Reader& reader, const std::string& begin, const Next& next) {
  Terms shown;
  const auto done = reader.walk_terms(begin, [&](std::string_view term, std::size_t) {
    shown.emplace_back(term);
    return next(term);
  });
  REQUIRE(done);
  return shown;
}

Reader reader_of(const test::TemporaryFolder& folder, const std::vector<Document>& documents) {
  const std::string database = (folder / "db").string();
  test::build(database, documents);
  return Reader::open({database}).value();
}

TEST_CASE("a walk shows the terms in order and jumps where the visitor says") {
  const test::TemporaryFolder folder;
  Reader reader = reader_of(folder, {post("1", "", "가방 나무"), post("2", "", "나무 다리 라면")});
  const auto all = [](std::string_view) { return NextTerm::following(); };
  CHECK(walked(reader, "가", all) == Terms{"가방", "나무", "다리", "라면"});
  CHECK(walked(reader, "나무", all) == Terms{"나무", "다리", "라면"});
  CHECK(walked(reader, "힣", all).empty());
  CHECK(walked(reader, "가", [](std::string_view) { return NextTerm::none(); }) == Terms{"가방"});
  CHECK(walked(reader, "가", [](std::string_view) { return NextTerm::from("다"); }) ==
        Terms{"가방", "다리", "라면"});
}

TEST_CASE("a walk tells how many documents have a term") {
  const test::TemporaryFolder folder;
  Reader reader = reader_of(folder, {post("1", "", "가방 나무"), post("2", "", "나무")});
  std::vector<std::size_t> counts;
  REQUIRE(reader.walk_terms("가", [&](std::string_view, std::size_t documents) {
    counts.push_back(documents);
    return NextTerm::following();
  }));
  CHECK(counts == std::vector<std::size_t>{1, 2});
}

TEST_CASE("a walk over several databases shows each term once") {
  const test::TemporaryFolder folder;
  const std::string one = (folder / "one").string();
  const std::string two = (folder / "two").string();
  test::build(one, {post("1", "", "가방 나무")});
  test::build(two, {post("2", "", "나무 다리")});
  Reader reader = Reader::open({one, two}).value();
  CHECK(walked(reader, "가", [](std::string_view) { return NextTerm::following(); }) ==
        Terms{"가방", "나무", "다리"});
}

TEST_CASE("the weights of a query's parts add up to the score of a hit") {
  const test::TemporaryFolder folder;
  Reader reader = reader_of(folder, {post("1", "나무", "가방 나무"), post("2", "", "나무 다리")});
  const std::vector<Query> parts{Query::scaled(1.5, Query::term("나무")), Query::term("다리"),
                                 Query::bonus(2, Query::term("가방"))};
  const SearchRequest request =
      test::ask(Query::boosted(Query::scaled(0, Query::term("나무")), parts));
  const SearchResult found = reader.search(request).value();
  REQUIRE(found.hits.size() == 2);
  for (const Hit& hit : found.hits) {
    const auto weights = reader.weights(parts, hit.document.id, request.ranking).value();
    REQUIRE(weights.size() == parts.size());
    CHECK(std::accumulate(weights.begin(), weights.end(), 0.0) == Approx(hit.score));
  }
  CHECK(reader.weights(parts, DocumentId("none"), request.ranking).value() ==
        std::vector<double>{0, 0, 0});
}

}  // namespace
}  // namespace geul::index
