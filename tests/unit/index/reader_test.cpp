// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/reader.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "common/index/terms.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/index/index_fixture.hpp"

namespace geul::index {
namespace {

using Ids = std::vector<std::string>;
using test::ask;
using test::dated;
using test::ids;
using test::post;
using test::word_of;

/// A database that lives as long as its test.
class Shelf {
 public:
  explicit Shelf(const std::vector<Document>& documents) { test::build(database(), documents); }
  [[nodiscard]] std::string database() const { return (folder_ / "db").string(); }
  [[nodiscard]] Reader reader() const {
    auto reader = Reader::open({database()});
    if (!reader) FAIL(reader.error().message);
    return std::move(*reader);
  }

 private:
  test::TemporaryFolder folder_;
};

Document tagged(Document document, std::vector<std::string> tags) {
  document.tags = std::move(tags);
  return document;
}

Query tag_query(const std::string& name) {
  return Query::term(name_term(Field::tag, name));
}

std::string shown(const SearchResult& result) {
  std::string text;
  for (const FacetCounts& counts : result.facets) {
    text += std::string(counts.facet.name()) + ":";
    for (const FacetCount& count : counts.values)
      text += " " + std::string(count.selected ? "*" : "") + count.value + "=" +
              std::to_string(count.count);
    text += "; ";
  }
  return text;
}

std::vector<Document> four_posts() {
  return {dated(tagged(post("a", "zebra", "horse"), {"Java", "컬리"}), "2022-07-28"),
          dated(tagged(post("b", "zebra", ""), {"java"}), "2021-01-02"),
          tagged(post("c", "horse zebra", ""), {"Java"}),
          dated(post("d", "horse", ""), "2022-07-01")};
}

TEST_CASE("no database, no reader") {
  const test::TemporaryFolder folder;
  std::filesystem::create_directory(folder / "empty");
  for (const char* const name : {"none", "empty"}) {
    const auto reader = Reader::open({(folder / name).string()});
    REQUIRE_FALSE(reader);
    CHECK(reader.error().code == ErrorCode::not_found);
    CHECK_FALSE(reader.error().hint.empty());
  }
  CHECK_FALSE(Reader::open({}));
}

TEST_CASE("a folder of posts is no database") {
  const test::TemporaryFolder folder;
  folder.write("posts/a.md", "x");
  const auto reader = Reader::open({(folder / "posts").string()});
  REQUIRE_FALSE(reader);
  CHECK(reader.error().code == ErrorCode::not_found);
}

TEST_CASE("hits carry their documents, scores and matched terms") {
  const Shelf shelf(four_posts());
  Reader reader = shelf.reader();
  const std::string zebra = word_of("zebra");
  const std::string horse = word_of("horse");
  const auto result = reader.search(ask(Query::any({Query::term(zebra), Query::term(horse)})));
  REQUIRE(result);
  REQUIRE(result->hits.size() == 4);
  CHECK(result->total.count == 4);
  CHECK(result->hits[0].document.id.str() == "c");
  CHECK(result->hits[0].document.title == "horse zebra");
  CHECK(result->hits[0].score > result->hits[3].score);
  CHECK(result->hits[0].matched_terms.size() == 2);
}

TEST_CASE("hits by date: undated posts come last in either order") {
  const Shelf shelf(four_posts());
  Reader reader = shelf.reader();
  SearchRequest request = ask(Query::everything());
  request.sort = Sort::newest;
  CHECK(ids(reader, request) == Ids{"a", "d", "b", "c"});
  request.sort = Sort::oldest;
  CHECK(ids(reader, request) == Ids{"b", "d", "a", "c"});
  CHECK(reader.search(request)->hits[0].score == 0);
}

TEST_CASE("posts of one date come by relevance") {
  const Shelf shelf({dated(post("1", "", "zebra"), "2022-01-01"),
                     dated(post("2", "zebra zebra", ""), "2022-01-01"),
                     dated(post("3", "", "zebra"), "2022-01-01")});
  Reader reader = shelf.reader();
  SearchRequest request = ask(Query::term(word_of("zebra")));
  request.sort = Sort::newest;
  CHECK(ids(reader, request) == Ids{"2", "1", "3"});
}

TEST_CASE("pages follow one another") {
  const Shelf shelf(four_posts());
  Reader reader = shelf.reader();
  SearchRequest request = ask(Query::everything());
  request.limit = 3;
  CHECK(ids(reader, request) == Ids{"a", "b", "c"});
  request.offset = 3;
  CHECK(ids(reader, request) == Ids{"d"});
  request.offset = static_cast<std::size_t>(-1);
  request.limit = static_cast<std::size_t>(-1);
  CHECK(ids(reader, request).empty());
  CHECK(reader.search(request)->total.count == 4);
  request.offset = 0;
  request.limit = 0;
  request.exact_total = true;
  CHECK(reader.search(request)->total.count == 4);
  CHECK(reader.search(request)->total.exact);
}

TEST_CASE("facets count every match, one spelling for all") {
  const Shelf shelf(four_posts());
  Reader reader = shelf.reader();
  SearchRequest request = ask(Query::term(word_of("zebra")));
  request.limit = 0;
  request.facets = {BuiltinFacet::month, BuiltinFacet::tag, BuiltinFacet::year,
                    BuiltinFacet::author};
  const auto result = reader.search(request);
  REQUIRE(result);
  CHECK(shown(*result) ==
        "month: 2022-07=1 2021-01=1; tag: Java=3 컬리=1; year: 2022=1 2021=1; author:; ");
  CHECK(result->total.count == 3);
  CHECK(result->total.exact);
  CHECK(result->hits.empty());
}

TEST_CASE("a facet's own selection is left out of its counts, and marked") {
  const Shelf shelf(four_posts());
  Reader reader = shelf.reader();
  SearchRequest request = ask(Query::everything());
  request.filters = {
      {BuiltinFacet::tag, {"컬리"}, tag_query("컬리")},
      {BuiltinFacet::month, {"2022"}, Query::within({{2022, 1, 1}, {2022, 12, 31}})}};
  request.facets = {BuiltinFacet::tag, BuiltinFacet::year, BuiltinFacet::month};
  const auto result = reader.search(request);
  REQUIRE(result);
  CHECK(result->total.count == 1);
  CHECK(shown(*result) == "tag: *컬리=1 Java=1; year: *2022=1; month: 2022-07=1; ");
}

Document in_series(Document document, std::vector<std::string> values) {
  document.facets = {{FacetKey("series"), std::move(values)}};
  return document;
}

TEST_CASE("a configured facet counts, filters and leaves out its own selection, as tags do") {
  const Facet series{FacetKey("series")};
  const Shelf shelf({in_series(tagged(post("a", "zebra", ""), {"x"}), {"이직 이야기", "검색"}),
                     in_series(tagged(post("b", "zebra", ""), {"y"}), {"이직 이야기"}),
                     in_series(post("c", "horse", ""), {"검색"}), post("d", "zebra", "")});
  Reader reader = shelf.reader();
  SearchRequest request = ask(Query::everything());
  request.facets = {series, BuiltinFacet::tag};
  CHECK(shown(*reader.search(request)) == "series: 검색=2 이직 이야기=2; tag: x=1 y=1; ");
  request.filters = {
      {series, {"이직 이야기"}, Query::term(facet_term(*series.key(), "이직 이야기"))}};
  CHECK(ids(reader, request) == Ids{"a", "b"});
  CHECK(shown(*reader.search(request)) == "series: 검색=2 *이직 이야기=2; tag: x=1 y=1; ");
  CHECK(ids(reader, ask(Query::prefix(facet_prefix(*series.key()) + "이직"))) == Ids{"a", "b"});
  CHECK(reader.document(DocumentId("a"))->value().facets ==
        std::vector<FacetValues>{{*series.key(), {"이직 이야기", "검색"}}});
}

TEST_CASE("counts are exact up to the bound, and behind it marked as lower bounds") {
  std::vector<Document> many;
  for (int i = 0; i < 40; ++i) {
    const std::string text = i % 2 == 0 ? "zebra horse" : "zebra";
    many.push_back(
        dated(tagged(post(std::to_string(i), "", text), {i % 4 == 0 ? "x" : "y"}), "2022-01-02"));
  }
  const Shelf shelf(many);
  Reader reader = shelf.reader();
  for (const Sort sort : {Sort::relevance, Sort::newest}) {
    SearchRequest request = ask(Query::term(word_of("horse")));  // 20 posts
    request.limit = 3;
    request.sort = sort;
    request.facets = {BuiltinFacet::tag, BuiltinFacet::date};
    request.exact_matches = 20;
    const auto exact = reader.search(request);
    REQUIRE(exact);
    CHECK((exact->facets[0].exact && exact->facets[1].exact));
    CHECK(shown(*exact) == "tag: x=10 y=10; date: 2022=20; ");

    request.exact_matches = 5;
    // Weights under "all" are for Xapian's matcher, which stops at the bound; what windows count
    // is always exact.
    const Query either = Query::any({request.query, Query::term(word_of("zebra"))});
    request.query = Query::all({either, Query::everything()});
    request.filters = {{BuiltinFacet::tag, {"x"}, tag_query("x")}};
    const auto bounded = reader.search(request);
    REQUIRE(bounded);
    for (const FacetCounts& counts : bounded->facets) {
      CAPTURE(counts.facet.name());
      std::size_t sum = 0;
      for (const FacetCount& count : counts.values) sum += count.count;
      const std::size_t all = counts.facet == Facet(BuiltinFacet::tag) ? 40 : 10;
      CHECK(sum > request.exact_matches);
      CHECK(sum <= all);
      CHECK((!counts.exact || sum == all));
    }
    CHECK_FALSE(bounded->facets[0].exact);
    CHECK(bounded->total.count > request.exact_matches);
    CHECK(bounded->total.count <= 10);
  }
}

TEST_CASE("of several databases the facets are all of theirs, and one without counts nothing") {
  const test::TemporaryFolder folder;
  const std::vector<std::string> databases{(folder / "a").string(), (folder / "b").string(),
                                           (folder / "c").string()};
  const std::vector<std::vector<std::string>> facets{{"series"}, {}, {"lang", "series"}};
  for (std::size_t i = 0; i < databases.size(); ++i) {
    auto writer = Writer::open(databases[i], OpenMode::update);
    REQUIRE(writer);
    Settings settings;
    settings.facets = facets[i];
    REQUIRE(writer->set_settings(settings));
    Document document = post(std::to_string(i), "zebra", "");
    if (!facets[i].empty()) document = in_series(document, {"검색"});
    REQUIRE(writer->put(test::prepare(document)));
    REQUIRE(writer->commit());
  }
  auto reader = Reader::open(databases);
  REQUIRE(reader);
  CHECK(reader->settings().facets == std::vector<std::string>{"series", "lang"});
  SearchRequest request = ask(Query::everything());
  request.facets = {Facet(FacetKey("series")), Facet(FacetKey("lang"))};
  CHECK(shown(*reader->search(request)) == "series: 검색=2; lang:; ");
}

TEST_CASE("days: both ends are included and undated posts never match") {
  const Shelf shelf(four_posts());
  Reader reader = shelf.reader();
  CHECK(ids(reader, ask(Query::within({{2022, 7, 1}, {2022, 7, 28}}))) == Ids{"a", "d"});
  CHECK(ids(reader, ask(Query::within({{2022, 7, 2}, {2022, 7, 28}}))) == Ids{"a"});
  CHECK(ids(reader, ask(Query::within({{2022, 7, 1}, {2022, 7, 27}}))) == Ids{"d"});
  CHECK(ids(reader, ask(Query::within({}))) == Ids{"a", "b", "d"});
  CHECK(ids(reader, ask(Query::within({{2022, 7, 28}, {2022, 7, 1}}))).empty());
}

TEST_CASE("phrases are words in order, one right behind the other") {
  const Shelf shelf({post("1", "", "zebra horse donkey"), post("2", "", "horse zebra donkey"),
                     post("3", "zebra", "horse"), post("4", "", "zebra donkey horse")});
  Reader reader = shelf.reader();
  const std::string zebra = word_of("zebra");
  const std::string horse = word_of("horse");
  CHECK(ids(reader, ask(Query::phrase({zebra, horse}))) == Ids{"1"});
  CHECK(ids(reader, ask(Query::phrase({horse, zebra}))) == Ids{"2"});
  CHECK(ids(reader, ask(Query::phrase({"XB" + zebra, "XB" + horse}))).empty());
  CHECK(ids(reader, ask(Query::phrase({zebra, "nowhere"}))).empty());
}

TEST_CASE("prefixes stay within their family") {
  const Shelf shelf({post("1", "zebra", ""), post("2", "", "zebu"), post("3", "", "horse")});
  Reader reader = shelf.reader();
  CHECK(ids(reader, ask(Query::prefix("zeb"))).size() == 2);
  CHECK(ids(reader, ask(Query::prefix("Szeb"))) == Ids{"1"});
  for (const char* const begin : {"", "S", "SB", "XB", "Q"}) {
    INFO(begin);
    CHECK(ids(reader, ask(Query::prefix(begin))).empty());
  }
}

TEST_CASE("terms that cannot be stored match nothing") {
  const Shelf shelf(four_posts());
  Reader reader = shelf.reader();
  for (const std::string& term : {std::string(), std::string("a\0b", 3), std::string(500, 'x')}) {
    CHECK(ids(reader, ask(Query::term(term))).empty());
    CHECK(ids(reader, ask(Query::prefix(term))).empty());
    CHECK(reader.frequency(term) == 0U);
  }
  CHECK(reader.frequency(word_of("zebra")) == 3U);
}

TEST_CASE("a bonus is the same for every match, and a scale multiplies") {
  const Shelf shelf(four_posts());
  Reader reader = shelf.reader();
  const Query zebra = Query::term(word_of("zebra"));
  const auto bonus = reader.search(ask(Query::bonus(2.5, zebra)));
  REQUIRE(bonus);
  REQUIRE(bonus->hits.size() == 3);
  for (const Hit& hit : bonus->hits) CHECK(hit.score == Approx(2.5));
  const auto plain = reader.search(ask(zebra));
  const auto twice = reader.search(ask(Query::scaled(2, zebra)));
  REQUIRE(plain);
  REQUIRE(twice);
  CHECK(twice->hits[0].score == Approx(2 * plain->hits[0].score));
  CHECK(ids(reader, ask(Query::scaled(-1, zebra))).size() == 3);
}

TEST_CASE("boosts add weight, filters add none, exclusions exclude") {
  const Shelf shelf(four_posts());
  Reader reader = shelf.reader();
  const Query zebra = Query::term(word_of("zebra"));
  const Query horse = Query::term(word_of("horse"));
  CHECK(ids(reader, ask(Query::boosted(zebra, {Query::bonus(9, tag_query("컬리"))}))).front() ==
        "a");
  CHECK(ids(reader, ask(Query::without(horse, {zebra}))) == Ids{"d"});
  CHECK(ids(reader, ask(Query::all({zebra, horse}))).size() == 2);
  const auto filtered = reader.search(ask(Query::filtered(Query::everything(), {zebra})));
  REQUIRE(filtered);
  CHECK(filtered->hits.at(0).score == 0);
}

TEST_CASE("flat queries of thousands of terms are answered, deep ones are refused") {
  const Shelf shelf(four_posts());
  Reader reader = shelf.reader();
  std::vector<Query> many;
  many.reserve(kMaxQueryTerms + 1);
  for (int i = 0; i < 19'000; ++i) many.push_back(Query::term("t" + std::to_string(i)));
  many.push_back(Query::term(word_of("zebra")));
  CHECK(ids(reader, ask(Query::any(many))).size() == 3);
  many.resize(kMaxQueryTerms + 1, many.back());
  const auto long_one = reader.search(ask(Query::any(std::move(many))));
  REQUIRE_FALSE(long_one);
  CHECK(long_one.error().code == ErrorCode::limit);
  Query deep = Query::term(word_of("zebra"));
  for (std::size_t i = 0; i < kMaxQueryDepth; ++i)
    deep =
        i % 2 == 0 ? Query::any({deep, Query::term("x")}) : Query::all({deep, Query::everything()});
  CHECK(ids(reader, ask(deep)).size() == 3);
  const auto refused = reader.search(ask(Query::any({deep, Query::term("y")})));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::limit);
}

TEST_CASE("a document is found by its id") {
  const Shelf shelf(four_posts());
  Reader reader = shelf.reader();
  const auto found = reader.document(DocumentId("c"));
  REQUIRE(found);
  REQUIRE(found->has_value());
  CHECK((*found)->title == "horse zebra");
  CHECK_FALSE(reader.document(DocumentId("e"))->has_value());
}

TEST_CASE("a reader tells the size of its database") {
  const Shelf shelf(four_posts());
  Reader reader = shelf.reader();
  const auto stats = reader.stats();
  REQUIRE(stats);
  CHECK(stats->documents == 4);
  CHECK(stats->terms > 10);
  CHECK(stats->average_length > 0);
  CHECK(stats->bytes > 10'000);
  CHECK(stats->fingerprint == analysis::fingerprint());
  CHECK(stats->schema == kSchemaVersion);
}

TEST_CASE("several databases are searched as one") {
  const std::vector<Document> posts = four_posts();
  const Shelf first({posts[0], posts[1]});
  const Shelf second({posts[2], posts[3]});
  auto reader = Reader::open({first.database(), second.database()});
  REQUIRE(reader);
  SearchRequest request = ask(Query::everything());
  request.sort = Sort::newest;
  request.facets = {BuiltinFacet::tag};
  CHECK(ids(*reader, request) == Ids{"a", "d", "b", "c"});
  CHECK(shown(*reader->search(request)) == "tag: Java=3 컬리=1; ");
  CHECK(reader->document(DocumentId("d"))->has_value());
  CHECK(ids(*reader, ask(Query::prefix("zeb"))).size() == 3);
}

TEST_CASE("a list of databases is searched as one") {
  const Shelf first({post("a", "zebra", "")});
  const Shelf second({post("b", "zebra", "")});
  const test::TemporaryFolder folder;
  folder.write("all",
               "# two shards\nauto " + first.database() + "\nglass " + second.database() + "\n");
  CHECK(test::ids_with((folder / "all").string(), word_of("zebra")).size() == 2);
  folder.write("bad", "auto " + first.database() + "\nnonsense\n");
  const auto refused = Reader::open({(folder / "bad").string()});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().place.line == 2);
  folder.write("loop", "auto loop\n");
  CHECK_FALSE(Reader::open({(folder / "loop").string()}));
}

TEST_CASE("a shard that does not answer is named") {
  const auto reader = Reader::open({"localhost:1"});
  REQUIRE_FALSE(reader);
  CHECK(reader.error().code == ErrorCode::unreachable);
  CHECK(reader.error().message.find("localhost:1") != std::string::npos);
}

TEST_CASE("a reader goes on through many commits") {
  const Shelf shelf({});
  auto writer = Writer::open(shelf.database(), OpenMode::update);
  REQUIRE(writer);
  const auto rewrite = [&](int round) {
    for (int i = 0; i < 300; ++i) {
      std::string text = "zebra";
      for (int j = 0; j < 40; ++j) text += " " + std::to_string(round * 1000 + i * 37 + j * 11);
      REQUIRE(writer->put(test::prepare(post(std::to_string(i), std::to_string(round), text))));
    }
    REQUIRE(writer->commit());
  };
  rewrite(0);
  Reader reader = shelf.reader();
  std::string newest;
  for (int round = 1; round <= 12; ++round) {
    rewrite(round);
    SearchRequest request = ask(Query::term(word_of("zebra")));
    request.facets = {BuiltinFacet::tag};
    const auto result = reader.search(request);
    if (!result) FAIL(result.error().message);
    CHECK(result->total.count == 300);
    for (const Hit& hit : result->hits)
      CHECK(hit.document.title == result->hits.front().document.title);  // of one commit
    newest = result->hits.front().document.title;
  }
  CHECK(newest != "0");  // the first commit's blocks were overwritten meanwhile
}

}  // namespace
}  // namespace geul::index
