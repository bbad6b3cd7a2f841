// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "common/base/hash.hpp"
#include "common/index/writer.hpp"
#include "common/text/collate.hpp"
#include "common/text/normalize.hpp"
#include "tests/property/index_random.hpp"
#include "tests/support/temporary_folder.hpp"

// Reader against a plain search in memory, on random documents and random queries.
namespace geul::index {
namespace {

using test::Oracle;
using test::RandomText;

/// The documents' versions are their ids: a test that needs no updates.
void write(Writer& writer, const Document& document) {
  analysis::Analyzer analyzer;
  const ContentHash hash(hash128(document.id.str()));
  const auto put = writer.put(PreparedDocument(document, hash, analyzer));
  if (!put) FAIL(put.error().message);
}

std::vector<Document> random_documents(RandomText& random, std::size_t count) {
  std::vector<Document> documents;
  for (std::size_t i = 0; i < count; ++i)
    documents.push_back(test::random_document(random, "post " + std::to_string(i)));
  return documents;
}

/// Spreads the documents over `shards` databases.
Reader reader_of(const test::TemporaryFolder& folder, const std::vector<Document>& documents,
                 std::size_t shards) {
  std::vector<std::string> databases;
  for (std::size_t shard = 0; shard < shards; ++shard) {
    databases.push_back((folder / ("db" + std::to_string(shard))).string());
    auto writer = Writer::open(databases.back(), OpenMode::update);
    REQUIRE(writer);
    for (std::size_t i = shard; i < documents.size(); i += shards) write(*writer, documents[i]);
    REQUIRE(writer->commit());
  }
  auto reader = Reader::open(databases);
  REQUIRE(reader);
  return std::move(*reader);
}

/// Spreads the documents' numbers, so that searches look at many windows of documents.
Reader sparse_reader_of(const test::TemporaryFolder& folder,
                        const std::vector<Document>& documents) {
  constexpr std::uint32_t kStep = 397;
  const std::string database = (folder / "db").string();
  auto writer = Writer::open(database, OpenMode::update);
  REQUIRE(writer);
  analysis::Analyzer analyzer;
  std::uint32_t number = 0;
  for (const Document& document : documents) {
    const ContentHash hash(hash128(document.id.str()));
    REQUIRE(writer->add(PreparedDocument(document, hash, analyzer), number += kStep));
  }
  REQUIRE(writer->commit());
  auto reader = Reader::open({database});
  REQUIRE(reader);
  return std::move(*reader);
}

std::set<std::string> ids_of(const SearchResult& result) {
  std::set<std::string> ids;
  for (const Hit& hit : result.hits) ids.insert(hit.document.id.str());
  CHECK(ids.size() == result.hits.size());
  return ids;
}

/// The counts by folded name; of a tree those of all its levels.
std::map<std::string, std::size_t> folded(const Facet& facet,
                                          const std::vector<FacetCount>& counts) {
  const bool named = facet.shape() == FacetShape::names;
  std::map<std::string, std::size_t> values;
  for (const FacetCount& count : counts) {
    CHECK(values.emplace(named ? text::fold_name(count.value) : count.value, count.count).second);
    for (const auto& [value, number] : folded(facet, count.children)) {
      CHECK(value.starts_with(count.value + "-"));
      CHECK(values.emplace(value, number).second);
    }
  }
  return values;
}

/// Whether two hits in this order are in the order asked for.
bool in_order(Sort sort, const Hit& first, const Hit& second) {
  const auto key = [](const Hit& hit) {
    return hit.document.date ? to_sort_key(*hit.document.date) : std::string();
  };
  if (sort == Sort::relevance) return first.score >= second.score;
  if (key(first).empty() || key(second).empty()) return key(second).empty();
  return sort == Sort::newest ? key(first) >= key(second) : key(first) <= key(second);
}

/// Names by count or as a dictionary has them, dates from either end; every level of a tree.
void check_order(const FacetCounts& counts, FacetOrder order) {
  const bool named = counts.facet.shape() == FacetShape::names;
  const text::Collator collator;
  for (std::size_t i = 1; i < counts.values.size(); ++i) {
    const FacetCount& first = counts.values[i - 1];
    const FacetCount& second = counts.values[i];
    if (!named)
      CHECK((order == FacetOrder::name) == (first.value < second.value));
    else if (order == FacetOrder::count && first.count != second.count)
      CHECK(first.count > second.count);
    else
      CHECK(collator.before(first.value, second.value));
  }
  for (const FacetCount& count : counts.values)
    check_order({counts.facet, count.children, true, 0}, order);
}

void check_against(const Oracle& oracle, const SearchRequest& request, const SearchResult& result) {
  const std::set<std::string> expected = oracle.matches(request);
  CHECK(ids_of(result) == expected);
  CHECK(result.total.count == expected.size());
  CHECK(result.total.exact);
  for (const FacetCounts& counts : result.facets) {
    INFO(counts.facet.name());
    CHECK(counts.exact);
    CHECK(folded(counts.facet, counts.values) == oracle.facet(request, counts.facet));
  }
  for (const FacetCounts& counts : result.facets) check_order(counts, request.facet_order);
  for (std::size_t i = 1; i < result.hits.size(); ++i)
    CHECK(in_order(request.sort, result.hits[i - 1], result.hits[i]));
}

TEST_CASE("random queries find what a plain search finds") {
  std::size_t matched = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    RandomText random(seed);
    const Oracle oracle(random_documents(random, 30 + random.below(60)));
    const test::TemporaryFolder folder;
    Reader reader = reader_of(folder, oracle.documents(), 1 + seed % 3);
    for (int i = 0; i < 200; ++i) {
      const SearchRequest request = test::random_request(random, oracle);
      INFO("seed " << seed << ", query " << request.query.to_string());
      const auto result = reader.search(request);
      if (!result) FAIL(result.error().message);
      check_against(oracle, request, *result);
      matched += result->total.count;
    }
  }
  CHECK(matched > 2'000);  // else the queries ask for nothing
}

/// The same query in a form that Xapian's matcher has to answer: weights under "all".
Query for_matcher(const Query& query) {
  return Query::all({query, Query::everything()});
}

TEST_CASE("windows find, rank and count what Xapian's matcher does") {
  std::size_t matched = 0;
  for (std::uint64_t seed = 71; seed <= 75; ++seed) {
    RandomText random(seed);
    const bool is_large = seed >= 74;  // so that most of it is passed over
    const Oracle oracle(random_documents(random, is_large ? 300 : 80));
    const test::TemporaryFolder folder;
    Reader reader = !is_large ? reader_of(folder, oracle.documents(), 1 + seed % 3)
                              : sparse_reader_of(folder, oracle.documents());
    for (int i = 0; i < 200; ++i) {
      SearchRequest request = test::random_request(random, oracle);
      if (i % 4 != 0) request.query = test::random_ranked_query(random, oracle);
      request.offset = random.below(5);
      request.limit = random.below(is_large ? 5 : 40);
      request.exact_total = true;
      INFO("seed " << seed << ", query " << request.query.to_string());
      const auto by_windows = reader.search(request);
      request.query = for_matcher(request.query);
      const auto by_matcher = reader.search(request);
      REQUIRE(by_windows);
      REQUIRE(by_matcher);
      CHECK(by_windows->total.count == by_matcher->total.count);
      REQUIRE(by_windows->hits.size() == by_matcher->hits.size());
      for (std::size_t at = 0; at < by_windows->hits.size(); ++at) {
        const Hit& hit = by_windows->hits[at];
        const Hit& other = by_matcher->hits[at];
        CHECK(hit.document.id == other.document.id);
        CHECK(hit.score == Approx(other.score).margin(1e-9));
      }
      for (std::size_t at = 0; at < by_windows->facets.size(); ++at)
        CHECK(folded(request.facets[at], by_windows->facets[at].values) ==
              folded(request.facets[at], by_matcher->facets[at].values));
      matched += by_windows->total.count;
    }
  }
  CHECK(matched > 1'500);
}

TEST_CASE("a word of every post is found after one of thousands was removed, whoever looks") {
  constexpr std::size_t kPosts = 3'000;  // of which the lengths fill more than one block
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  auto writer = Writer::open(database, OpenMode::update);
  REQUIRE(writer);
  for (std::size_t i = 0; i < kPosts; ++i) {
    Document document;
    document.id = DocumentId(std::to_string(i));
    document.sections = {{"", 0, "", 0, i % 7 == 0 ? "zebra lion" : "zebra", ""}};
    write(*writer, document);
  }
  REQUIRE(writer->commit());
  REQUIRE(writer->remove(key_of(DocumentId("1500"))));
  REQUIRE(writer->commit());
  auto reader = Reader::open({database});
  REQUIRE(reader);
  const Query zebra = Query::term("zebra");
  for (const Query& query : {Query::scaled(0, zebra), Query::filtered(Query::term("lion"), {zebra}),
                             Query::without(Query::everything(), {zebra})}) {
    INFO(query.to_string());
    SearchRequest request;
    request.exact_total = true;
    request.facets = {BuiltinFacet::tag};
    request.query = query;
    const auto by_windows = reader->search(request);
    request.query = for_matcher(query);
    const auto by_matcher = reader->search(request);
    REQUIRE(by_windows);
    REQUIRE(by_matcher);
    CHECK(by_windows->total.count == by_matcher->total.count);
  }
}

TEST_CASE("a phrase is in no post of a database without positions, whoever looks") {
  const test::TemporaryFolder folder;
  std::vector<std::string> databases;
  analysis::Analyzer analyzer;
  for (const Positions positions : {Positions::keep, Positions::leave_out}) {
    databases.push_back((folder / std::to_string(databases.size())).string());
    Document document;
    document.id = DocumentId(databases.back());
    document.sections = {{"", 0, "", 0, "zebra lion", ""}};
    auto writer = Writer::open(databases.back(), OpenMode::update);
    REQUIRE(writer);
    Settings settings;
    settings.positions = positions == Positions::keep;
    REQUIRE(writer->set_settings(settings));
    REQUIRE(writer->put(PreparedDocument(document, ContentHash("x"), analyzer, positions)));
    REQUIRE(writer->commit());
  }
  auto reader = Reader::open(databases);
  REQUIRE(reader);
  SearchRequest request;
  for (const Query& query : {Query::phrase({"zebra", "lion"}), Query::near({"zebra", "lion"}, 5)}) {
    INFO(query.to_string());
    request.query = Query::boosted(Query::scaled(0, query), {});
    CHECK(reader->search(request)->total.count == 1);
    request.query = query;
    CHECK(reader->search(request)->total.count == 1);
  }
}

/// The ids and scores of a page; equal scores stand as they were indexed.
std::vector<std::pair<std::string, double>> ranked(const SearchResult& result) {
  std::vector<std::pair<std::string, double>> hits;
  for (const Hit& hit : result.hits) hits.emplace_back(hit.document.id.str(), hit.score);
  return hits;
}

/// Posts of few different words, so that each word is in many of them.
std::vector<Document> alike_documents(RandomText& random, std::size_t count) {
  std::vector<Document> documents;
  for (std::size_t i = 0; i < count; ++i) {
    Document document;
    document.id = DocumentId("post " + std::to_string(i));
    document.sections = {{"", 0, "", 0, "", ""}};
    for (std::size_t n = 1 + random.below(20); n > 0; --n)
      document.sections.front().text += "word" + std::to_string(random.below(12)) + " ";
    documents.push_back(std::move(document));
  }
  return documents;
}

TEST_CASE("what is passed over would not have come to the page") {
  std::size_t passed_over = 0;
  for (std::uint64_t seed = 81; seed <= 83; ++seed) {
    RandomText random(seed);
    const test::TemporaryFolder folder;
    Reader reader = sparse_reader_of(folder, alike_documents(random, 600));
    const auto term = [&random] { return Query::term("word" + std::to_string(random.below(12))); };
    for (int i = 0; i < 60; ++i) {
      std::vector<Query> parts;
      for (std::size_t n = 1 + random.below(8); n > 0; --n)
        parts.push_back(Query::scaled(0.1 * static_cast<double>(1 + random.below(20)), term()));
      if (random.one_in(2)) parts.push_back(Query::bonus(2, term()));
      if (random.one_in(2))
        parts.push_back(Query::scaled(0.5, Query::alike({term().text(), term().text()})));
      if (random.one_in(2))
        parts.push_back(Query::bonus(1, Query::phrase({term().text(), term().text()})));
      SearchRequest request;
      request.query = Query::boosted(Query::scaled(0, Query::any({term(), term()})), parts);
      request.limit = 1 + random.below(5);
      INFO("seed " << seed << ", query " << request.query.to_string());
      const auto by_windows = reader.search(request);
      request.query = for_matcher(request.query);
      const auto by_matcher = reader.search(request);
      REQUIRE(by_windows);
      REQUIRE(by_matcher);
      CHECK(ranked(*by_windows) == ranked(*by_matcher));
      passed_over += by_windows->total.count - by_windows->hits.size();
    }
  }
  CHECK(passed_over > 10'000);
}

TEST_CASE("a page is the same whether all matches are counted or not") {
  std::size_t full = 0;
  for (std::uint64_t seed = 61; seed <= 62; ++seed) {
    RandomText random(seed);
    const Oracle oracle(random_documents(random, 400));
    const test::TemporaryFolder folder;
    Reader reader = reader_of(folder, oracle.documents(), 1);
    for (int i = 0; i < 300; ++i) {
      SearchRequest request = test::random_request(random, oracle);
      request.facets.clear();
      request.filters.clear();
      request.sort = Sort::relevance;
      request.limit = 3;
      INFO("seed " << seed << ", query " << request.query.to_string());
      const auto page = reader.search(request);
      request.exact_total = true;
      const auto counted = reader.search(request);
      REQUIRE(page);
      REQUIRE(counted);
      CHECK(ranked(*page) == ranked(*counted));
      if (counted->total.count > 3) ++full;
    }
  }
  CHECK(full > 50);  // else no match is passed over
}

TEST_CASE("beyond the bound counts are lower bounds, and say so unless they are exact") {
  std::size_t bounded = 0;
  for (std::uint64_t seed = 41; seed <= 44; ++seed) {
    RandomText random(seed);
    const Oracle oracle(random_documents(random, 60));
    const test::TemporaryFolder folder;
    Reader reader = reader_of(folder, oracle.documents(), 1 + seed % 3);
    for (int i = 0; i < 100; ++i) {
      SearchRequest request = test::random_request(random, oracle);
      request.limit = random.below(5);
      request.exact_matches = random.below(20);
      if (i % 4 != 0) request.query = for_matcher(request.query);  // which alone stops at a bound
      const auto result = reader.search(request);
      REQUIRE(result);
      for (const FacetCounts& counts : result->facets) {
        const auto expected = oracle.facet(request, counts.facet);
        const auto counted = folded(counts.facet, counts.values);
        if (counts.exact) CHECK(counted == expected);
        if (oracle.matches(request, &counts.facet).size() <= request.exact_matches)
          CHECK(counts.exact);
        for (const auto& [value, count] : counted) CHECK(count <= expected.at(value));
        bounded += counts.exact ? 0 : 1;
      }
    }
  }
  CHECK(bounded > 50);  // else the bound was never reached
}

TEST_CASE("the weight of a random query is the score of its hits, and 0 for other documents") {
  std::size_t weighed = 0;
  for (std::uint64_t seed = 51; seed <= 54; ++seed) {
    RandomText random(seed);
    const Oracle oracle(random_documents(random, 30));
    const test::TemporaryFolder folder;
    Reader reader = reader_of(folder, oracle.documents(), 1 + seed % 3);
    for (int i = 0; i < 100; ++i) {
      SearchRequest request;
      request.query = test::random_query(random, oracle, 2);
      request.limit = oracle.documents().size();
      INFO("seed " << seed << ", query " << request.query.to_string());
      std::map<std::string, double> scores;
      const auto result = reader.search(request);
      REQUIRE(result);
      for (const Hit& hit : result->hits) scores[hit.document.id.str()] = hit.score;
      for (const Document& document : oracle.documents()) {
        const auto weights = reader.weights({request.query}, document.id, request.ranking);
        REQUIRE(weights);
        CHECK(weights->front() == Approx(scores[document.id.str()]).margin(1e-9));
        if (weights->front() > 0) ++weighed;
      }
    }
  }
  CHECK(weighed > 500);
}

TEST_CASE("pages make up the whole list") {
  RandomText random(21);
  const Oracle oracle(random_documents(random, 60));
  const test::TemporaryFolder folder;
  Reader reader = reader_of(folder, oracle.documents(), 2);
  for (int i = 0; i < 60; ++i) {
    SearchRequest request = test::random_request(random, oracle);
    std::vector<std::string> whole;
    const auto at_once = reader.search(request);
    REQUIRE(at_once);
    for (const Hit& hit : at_once->hits) whole.push_back(hit.document.id.str());
    std::vector<std::string> pages;
    request.limit = 1 + random.below(7);
    for (request.offset = 0; request.offset < whole.size(); request.offset += request.limit) {
      const auto page = reader.search(request);
      REQUIRE(page);
      CHECK(page->hits.size() <= request.limit);
      if (request.exact_total) CHECK(page->total.exact);
      for (const FacetCounts& counts : page->facets)
        CHECK(folded(counts.facet, counts.values) == oracle.facet(request, counts.facet));
      CHECK((page->total.exact ? page->total.count == whole.size()
                               : page->total.count <= whole.size()));
      for (const Hit& hit : page->hits) pages.push_back(hit.document.id.str());
    }
    CHECK(pages == whole);
  }
}

TEST_CASE("a database is what was put into it and not removed, through any life") {
  RandomText random(31);
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  std::map<std::string, Document> committed;
  for (int life = 0; life < 25; ++life) {
    const OpenMode mode = random.one_in(4) ? OpenMode::replace : OpenMode::update;
    auto writer = Writer::open(database, mode);
    REQUIRE(writer);
    std::map<std::string, Document> current;
    if (mode == OpenMode::update) current = committed;
    for (std::size_t n = random.below(12); n > 0; --n) {
      const std::string id = std::to_string(random.below(20));
      if (random.one_in(3)) {
        REQUIRE(writer->remove(key_of(DocumentId(id))));
        current.erase(id);
      } else {
        current[id] = test::random_document(random, id);
        write(*writer, current[id]);
      }
    }
    if (!random.one_in(3)) {
      REQUIRE(writer->commit());
      committed = current;
    }
    std::vector<Document> documents;
    for (const auto& [id, document] : committed) documents.push_back(document);
    const Oracle oracle(std::move(documents));
    auto reader = Reader::open({database});
    REQUIRE(reader);
    SearchRequest all;
    all.limit = 100;
    all.facets = {BuiltinFacet::tag, BuiltinFacet::month};
    const auto result = reader->search(all);
    REQUIRE(result);
    check_against(oracle, all, *result);
  }
}

}  // namespace
}  // namespace geul::index
