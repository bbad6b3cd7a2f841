// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/property/index_random.hpp"

#include <algorithm>
#include <utility>

#include "common/index/terms.hpp"

namespace geul::test {

using index::BuiltinFacet;
using index::Document;
using index::Facet;
using index::Query;

namespace {

const std::vector<std::string>& words() {
  static const std::vector<std::string> list{
      "검색",  "엔진은", "데이터베이스에서", "고양이가", "학교에",  "SRE팀이", "C++",
      "k8s를", "만든",   "돕는다",           "zebra",    "node.js", "韓國",    "🙂"};
  return list;
}

const std::vector<std::string>& names() {
  static const std::vector<std::string> list{"Java",   "java",      "ＪＡＶＡ",  "이직",
                                             "커리어", " 커리어 ",  "C++",       "",
                                             "c++",    "밋업 후기", "밋업  후기"};
  return list;
}

std::string sentence(RandomText& random, std::size_t most) {
  std::string text;
  for (std::size_t n = random.below(most + 1); n > 0; --n)
    text += (random.one_in(10) ? random.word() : random.pick(words())) + " ";
  return text;
}

std::vector<std::string> some_names(RandomText& random) {
  std::vector<std::string> some;
  for (std::size_t n = random.below(4); n > 0; --n) some.push_back(random.pick(names()));
  return some;
}

Day random_day(RandomText& random) {
  const int year = 2020 + static_cast<int>(random.below(3));
  const int month = 1 + static_cast<int>(random.below(12));
  return {year, month, 1 + static_cast<int>(random.below(28))};
}

std::vector<std::string> random_phrase(RandomText& random, const Oracle& oracle) {
  std::vector<std::string> terms;
  for (std::size_t n = 2 + random.below(2); n > 0; --n)
    terms.push_back(random.pick(oracle.vocabulary()));
  return terms;
}

/// Words of a document that stand behind one another, so that some phrases match.
std::vector<std::string> true_phrase(RandomText& random, const Oracle& oracle) {
  analysis::Analyzer analyzer;
  const Document& document = random.pick(oracle.documents());
  std::map<std::uint32_t, std::string> at;
  for (const index::Posting& posting :
       index::make_postings(document, ContentHash("x"), analyzer).terms)
    for (const std::uint32_t position : posting.positions)
      if (random.one_in(2) || !at.contains(position)) at[position] = posting.term;
  std::vector<std::string> terms;
  if (at.empty()) return random_phrase(random, oracle);
  auto word = std::next(at.begin(), static_cast<std::ptrdiff_t>(random.below(at.size())));
  for (std::uint32_t position = word->first; word != at.end() && word->first == position;
       ++word, ++position) {
    terms.push_back(word->second);
    if (terms.size() == 3) break;
  }
  return terms;
}

Query random_leaf(RandomText& random, const Oracle& oracle) {
  const std::string& term = random.pick(oracle.vocabulary());
  switch (random.below(11)) {
    case 0:
      return Query::everything();
    case 1:
      return Query::nothing();
    case 2:
      return Query::term(random.word());
    case 3:
      return Query::prefix(term.substr(0, random.below(8)));
    case 4:
      return Query::phrase(true_phrase(random, oracle));
    case 5:
      return Query::phrase(random_phrase(random, oracle));
    case 7:
      return Query::near(
          random.one_in(2) ? true_phrase(random, oracle) : random_phrase(random, oracle),
          random.below(12));
    case 8:
      return Query::alike(random_phrase(random, oracle));
    case 6:
      return Query::within({random_day(random), random_day(random)});
    default:
      return Query::term(term);
  }
}

std::vector<Query> some_queries(RandomText& random, const Oracle& oracle, int depth) {
  std::vector<Query> some;
  for (std::size_t n = random.below(4); n > 0; --n)
    some.push_back(random_query(random, oracle, depth));
  return some;
}

}  // namespace

const std::vector<index::FacetKey>& facet_keys() {
  static const std::vector<index::FacetKey> keys{index::FacetKey("series"),
                                                 index::FacetKey("시리즈")};
  return keys;
}

Document random_document(RandomText& random, const std::string& id) {
  Document document;
  document.id = DocumentId(id);
  document.path = "posts/" + random.pick(words());
  document.title = sentence(random, 3);
  document.summary = random.one_in(3) ? sentence(random, 4) : "";
  document.tags = some_names(random);
  document.categories = some_names(random);
  document.authors = some_names(random);
  for (const index::FacetKey& key : facet_keys())
    if (random.one_in(2)) document.facets.push_back({key, some_names(random)});
  if (!random.one_in(3)) document.date = LocalTime{random_day(random)};
  if (document.date && random.one_in(2)) {
    document.date->has_time = true;
    document.date->hour = static_cast<int>(random.below(24));
    document.date->second = 59;
  }
  for (std::size_t n = random.below(3); n > 0; --n)
    document.sections.push_back(
        {sentence(random, 2), 2, "", 0, sentence(random, 12), sentence(random, 4)});
  return document;
}

Query random_query(RandomText& random, const Oracle& oracle, int depth) {
  if (depth == 0 || random.one_in(4)) return random_leaf(random, oracle);
  // Drawn one after the other: compilers differ in which argument they evaluate first.
  Query child = random_query(random, oracle, depth - 1);
  std::vector<Query> children = some_queries(random, oracle, depth - 1);
  const auto factor = static_cast<double>(random.below(3));
  switch (random.below(7)) {
    case 0:
      return Query::all(std::move(children));
    case 1:
      return Query::boosted(std::move(child), std::move(children));
    case 2:
      return Query::filtered(std::move(child), std::move(children));
    case 3:
      return Query::without(std::move(child), std::move(children));
    case 4:
      return Query::scaled(factor, std::move(child));
    case 5:
      return Query::bonus(factor, std::move(child));
    default:
      return Query::any(std::move(children));
  }
}

Query random_ranked_query(RandomText& random, const Oracle& oracle) {
  std::vector<Query> parts;
  for (std::size_t n = random.below(6); n > 0; --n) {
    const double factor = 0.25 * static_cast<double>(random.below(5));
    const std::string term = random.pick(oracle.vocabulary());
    switch (random.below(4)) {
      case 0:
        parts.push_back(Query::bonus(factor, random_query(random, oracle, 2)));
        break;
      case 1:
        parts.push_back(Query::scaled(factor, Query::alike(random_phrase(random, oracle))));
        break;
      case 2:
        parts.push_back(Query::scaled(factor, Query::prefix(term.substr(0, 3))));
        break;
      default:
        parts.push_back(Query::scaled(factor, Query::term(term)));
    }
  }
  return Query::boosted(Query::scaled(0, random_query(random, oracle, 3)), std::move(parts));
}

namespace {

/// Any of two names, spelled however they come.
index::FacetFilter random_filter(RandomText& random, const Facet& facet) {
  index::FacetFilter filter{facet, {random.pick(names()), random.pick(names())}, Query::nothing()};
  std::vector<Query> any;
  for (const std::string& name : filter.selected)
    any.push_back(Query::term(facet.key() != nullptr ? index::facet_term(*facet.key(), name)
                                                     : index::name_term(*facet.field(), name)));
  filter.query = Query::any(std::move(any));
  return filter;
}

}  // namespace

index::SearchRequest random_request(RandomText& random, const Oracle& oracle) {
  index::SearchRequest request;
  request.query = random_query(random, oracle);
  for (const Facet& facet : index::all_facets(facet_keys()))
    if (facet.shape() == index::FacetShape::names && random.one_in(3))
      request.filters.push_back(random_filter(random, facet));
  if (random.one_in(3))
    request.filters.push_back(
        {BuiltinFacet::month, {"2021"}, Query::within({random_day(random), random_day(random)})});
  request.sort =
      random.pick(std::vector{index::Sort::relevance, index::Sort::newest, index::Sort::oldest});
  request.limit = oracle.documents().size();
  request.exact_total = random.one_in(2);
  request.facet_order = random.one_in(2) ? index::FacetOrder::count : index::FacetOrder::name;
  for (const Facet& facet : index::all_facets(facet_keys()))
    if (random.one_in(2)) request.facets.push_back(facet);
  return request;
}

}  // namespace geul::test
