// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "common/index/reader.hpp"
#include "tests/support/random_text.hpp"
#include "tests/support/server.hpp"
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
  const auto done = reader.walk_terms({begin}, [&](std::string_view term, std::size_t) {
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
  REQUIRE(reader.walk_terms({"가"}, [&](std::string_view, std::size_t documents) {
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

TEST_CASE("a walk jumps past what is between, never back, and into a field") {
  const test::TemporaryFolder folder;
  Reader reader = reader_of(folder, {post("1", "가방", "나무 다리"), post("2", "라면", "마음")});
  CHECK(walked(reader, "나", [](std::string_view) { return NextTerm::from("가"); }) ==
        Terms{"나무", "다리", "라면", "마음"});
  CHECK(walked(reader, "나", [](std::string_view) { return NextTerm::from("나무"); }) ==
        Terms{"나무", "다리", "라면", "마음"});
  CHECK(walked(reader, "가", [](std::string_view) { return NextTerm::from("힣"); }) ==
        Terms{"가방"});
  const auto titles = walked(reader, "S가", [](std::string_view term) {
    return term.starts_with("S") ? NextTerm::following() : NextTerm::none();
  });
  REQUIRE(titles.size() >= 2);
  CHECK(titles[0] == "S가방");
  CHECK(titles[1] == "S라면");
}

TEST_CASE("a walk shows nothing outside its range") {
  const test::TemporaryFolder folder;
  Reader reader = reader_of(folder, {post("1", "", "가방 나라 나무 나비 다리")});
  Terms shown;
  REQUIRE(reader.walk_terms({"가", "나"}, [&](std::string_view term, std::size_t) {
    shown.emplace_back(term);
    return NextTerm::from(shown.size() == 1 ? "나무" : "나비");
  }));
  CHECK(shown == Terms{"나라", "나무", "나비"});
}

TEST_CASE("a walk over a database on another machine is the same as over one here") {
  const test::TemporaryFolder folder;
  test::RandomText random(7);
  std::vector<Document> documents;
  for (int i = 0; i < 40; ++i)
    documents.push_back(post(std::to_string(i), random.text(4), random.text(30)));
  Reader here = reader_of(folder, documents);
  const test::Server server = test::serve({(folder / "db").string()});
  Reader there = Reader::open({server.address()}).value();
  for (int walk = 0; walk < 60; ++walk) {
    const std::string within = random.pick<std::string>({"", "", "S", "XB", "B", "나", "XH"});
    const std::string begin = within + (random.one_in(3) ? random.word() : "가");
    const std::size_t most = random.below(40);
    const std::size_t jumps = 1 + random.below(4);
    std::vector<Terms> both;
    for (Reader* const reader : {&here, &there}) {
      Terms shown;
      REQUIRE(reader->walk_terms({begin, within}, [&](std::string_view term, std::size_t count) {
        shown.push_back(std::string(term) + " " + std::to_string(count));
        if (shown.size() > most) return NextTerm::none();
        if (shown.size() % jumps != 0) return NextTerm::following();
        return NextTerm::from(std::string(term) + "힣");
      }));
      both.push_back(std::move(shown));
    }
    INFO("begin " << begin << ", within " << within);
    CHECK(both[0] == both[1]);
  }
}

TEST_CASE("a walk goes on where the database is overwritten meanwhile") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  std::vector<Document> documents;
  for (int i = 0; i < 300; ++i)
    documents.push_back(post(std::to_string(i), "",
                             "낱말" + std::to_string(i) + "번 나무" + std::to_string(i) + "번"));
  Reader reader = reader_of(folder, documents);
  Terms shown;
  REQUIRE(reader.walk_terms({}, [&](std::string_view term, std::size_t) {
    if (shown.size() == 5)
      for (int commit = 0; commit < 3; ++commit)
        test::build(database,
                    {post("new" + std::to_string(commit), "", "힣힣" + std::to_string(commit))});
    shown.emplace_back(term);
    return NextTerm::following();
  }));
  CHECK(shown.size() > 300);
  CHECK(std::is_sorted(shown.begin(), shown.end()));
  CHECK(std::adjacent_find(shown.begin(), shown.end()) == shown.end());
}

TEST_CASE("a term and one that no document has weigh as the term does") {
  const test::TemporaryFolder folder;
  Reader reader = reader_of(folder, {post("1", "", "가방 나무"), post("2", "", "라면")});
  const auto weights =
      reader.weights({Query::term("가방"), Query::alike({"가방", "없음"})}, DocumentId("1"), {})
          .value();
  CHECK(weights[0] > 0);
  CHECK(weights[1] == weights[0]);
}

TEST_CASE("terms that are alike weigh as one, however rare each is") {
  const test::TemporaryFolder folder;
  Reader reader =
      reader_of(folder, {post("1", "", "가방 나무 다리"), post("2", "", "라면 나무 다리"),
                         post("3", "", "라면 나무 다리"), post("4", "", "마음 다리 산")});
  const SearchResult alike = reader.search(test::ask(Query::alike({"가방", "라면"}))).value();
  REQUIRE(alike.hits.size() == 3);
  CHECK(alike.hits.front().score == Approx(alike.hits.back().score));
  const SearchResult any =
      reader.search(test::ask(Query::any({Query::term("가방"), Query::term("라면")}))).value();
  CHECK(any.hits.front().score > any.hits.back().score);
}

TEST_CASE("near asks for words within a window, in any order") {
  const test::TemporaryFolder folder;
  Reader reader = reader_of(folder, {post("1", "", "가방 나무"), post("2", "", "나무 다리 가방"),
                                     post("3", "", "가방 산 들 강 바다 하늘 나무")});
  const auto near = [&reader](std::size_t window) {
    return test::ids(reader, test::ask(Query::near({"가방", "나무"}, window))).size();
  };
  CHECK(near(0) == 1);
  CHECK(near(2) == 1);
  CHECK(near(3) == 2);
  CHECK(near(6) == 2);
  CHECK(near(7) == 3);
}

TEST_CASE("weights over several databases are those of the search") {
  const test::TemporaryFolder folder;
  const std::string one = (folder / "one").string();
  const std::string two = (folder / "two").string();
  test::build(one, {post("1", "", "가방 나무"), post("2", "", "나무 나무")});
  test::build(two, {post("3", "", "나무 다리"), post("4", "", "가방")});
  Reader reader = Reader::open({one, two}).value();
  const SearchRequest request = test::ask(Query::term("나무"));
  const SearchResult found = reader.search(request).value();
  for (const Hit& hit : found.hits) {
    const auto weights =
        reader.weights({request.query, Query::term("다리")}, hit.document.id, {}).value();
    CHECK(weights[0] == Approx(hit.score));
    CHECK((weights[1] > 0) == (hit.document.id == DocumentId("3")));
  }
  CHECK(reader.weights({}, DocumentId("1"), {}).value().empty());
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
