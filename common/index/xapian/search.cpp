// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/search.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "common/index/record.hpp"
#include "common/index/xapian/found.hpp"
#include "common/index/xapian/matched_terms.hpp"
#include "common/index/xapian/matcher_search.hpp"
#include "common/index/xapian/translate.hpp"
#include "common/index/xapian/weighting.hpp"
#include "common/index/xapian/windows/search.hpp"

namespace geul::index {
namespace {

Result<void> check_sizes(const SearchRequest& request) {
  Result<void> fits = check_size(request.query);
  for (const FacetFilter& filter : request.filters)
    if (fits) fits = check_size(filter.query);
  return fits;
}

/// A database on another machine has to send its lists whole where it does not search itself.
Result<Found> find(const SearchedDatabases& databases, const SearchRequest& request, Where where) {
  if (Result<void> fits = check_sizes(request); !fits) return fail(fits.error());
  RankedQuery query;
  if (where == Where::here && split(request.query, query))
    return search_by_windows(databases, request, query);
  return search_by_matcher(databases.all, request, where);
}

Result<std::vector<Hit>> hits_of(const Xapian::Database& database, const SearchRequest& request,
                                 const Found& found) {
  std::vector<Hit> hits;
  for (const RankedMatch& match : found.page) {
    Result<Document> document = decode_record(database.get_document(match.number).get_data());
    if (!document)
      return fail(ErrorCode::corrupt, document.error().message,
                  "geul-index check says more; geul-index build --rebuild makes it anew");
    hits.push_back({std::move(*document), request.sort == Sort::relevance ? match.weight : 0, {}});
  }
  return hits;
}

std::vector<std::string> selected(const SearchRequest& request, const Facet& facet) {
  std::vector<std::string> values;
  for (const FacetFilter& filter : request.filters)
    if (filter.facet.slot() == facet.slot())
      values.insert(values.end(), filter.selected.begin(), filter.selected.end());
  return values;
}

std::vector<FacetCounts> facets_of(const SearchRequest& request, const Found& found) {
  std::vector<FacetCounts> facets;
  for (const Facet& facet : request.facets) {
    const auto counted = found.counted.find(facet.slot());
    const ValueCounts values = counted == found.counted.end() ? ValueCounts() : counted->second;
    facets.push_back({facet,
                      count_facet(facet, values, selected(request, facet), request.facet_order),
                      !found.inexact.contains(facet.slot()), 0});
  }
  return facets;
}

}  // namespace

Result<SearchResult> run_search(const SearchedDatabases& databases, const SearchRequest& request,
                                Where where) {
  const Result<Found> found = find(databases, request, where);
  if (!found) return fail(found.error());
  Result<std::vector<Hit>> hits = hits_of(databases.all, request, *found);
  if (!hits) return fail(hits.error());
  if (request.matched_terms) {
    auto matched = matched_terms(databases.all, *found, where);
    for (std::size_t i = 0; i < hits->size(); ++i) (*hits)[i].matched_terms = std::move(matched[i]);
  }
  return SearchResult{found->total, *std::move(hits), facets_of(request, *found)};
}

Result<std::vector<double>> weights_of(const Xapian::Database& database,
                                       const std::vector<Query>& queries, const std::string& key,
                                       const RankingProfile& ranking) {
  std::vector<double> weights;
  for (const Query& query : queries) {
    const Result<Xapian::Query> translated = translate(query, Use::rank, database);
    if (!translated) return fail(translated.error());
    Xapian::Enquire enquire(database);
    enquire.set_query({Xapian::Query::OP_FILTER, *translated, Xapian::Query(key)});
    enquire.set_weighting_scheme(weighting(ranking));
    const Xapian::MSet found = enquire.get_mset(0, 1);
    weights.push_back(found.empty() ? 0 : settled(found.begin().get_weight()));
  }
  return weights;
}

}  // namespace geul::index
