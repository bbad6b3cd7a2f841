// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/search.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "common/index/record.hpp"
#include "common/index/xapian/translate.hpp"

namespace geul::index {
namespace {

Xapian::valueno number(Slot slot) {
  return static_cast<Xapian::valueno>(slot);
}

/// The facet whose filter acts on a facet's counts: year and month have one date in common.
Facet group_of(Facet facet) {
  return facet == Facet::year ? Facet::month : facet;
}

Xapian::BM25Weight weighting(const RankingProfile& ranking) {
  constexpr double kQueryLength = 0;     // k2: no correction for the query's length
  constexpr double kQueryFrequency = 1;  // k3: acts on repeated query terms alone
  return {ranking.k1, kQueryLength, kQueryFrequency, ranking.b, ranking.min_length};
}

/// The request with its queries translated.
class Search {
 public:
  Search(const Xapian::Database& database, const SearchRequest& request)
      : database_(database), request_(request), all_(database.get_doccount()) {}

  Result<SearchResult> run() {
    if (Result<void> ready = prepare(); !ready) return fail(ready.error());
    Xapian::Enquire enquire(database_);
    const Xapian::MSet matches = match(enquire);
    Result<std::vector<Hit>> hits = hits_of(enquire, matches);
    if (!hits) return fail(hits.error());
    if (Result<void> counted = count_apart(); !counted) return fail(counted.error());
    return SearchResult{total_of(matches), std::move(*hits), facets()};
  }

 private:
  using Spies = std::map<Slot, Xapian::ValueCountMatchSpy>;

  Result<void> prepare() {
    Result<Xapian::Query> query = translate(request_.query, Use::rank, database_);
    if (!query) return fail(query.error());
    query_ = std::move(*query);
    for (const FacetFilter& filter : request_.filters) {
      Result<Xapian::Query> translated = translate(filter.query, Use::match, database_);
      if (!translated) return fail(translated.error());
      filters_.emplace_back(group_of(filter.facet), std::move(*translated));
    }
    return {};
  }

  [[nodiscard]] bool is_filtered(Facet group) const {
    return std::any_of(filters_.begin(), filters_.end(),
                       [group](const auto& filter) { return filter.first == group; });
  }

  /// The query with all filters but those of one group.
  [[nodiscard]] Xapian::Query filtered(const Xapian::Query& query, const Facet* left_out) const {
    std::vector<Xapian::Query> parts{query};
    for (const auto& [group, filter] : filters_)
      if (left_out == nullptr || group != *left_out) parts.push_back(filter);
    if (parts.size() == 1) return query;
    return {Xapian::Query::OP_FILTER, parts.begin(), parts.end()};
  }

  static void watch(Xapian::Enquire& enquire, Spies& spies) {
    for (auto& [slot, spy] : spies) enquire.add_matchspy(&spy);
  }

  static void add_spy(Spies& spies, Facet facet) {
    spies.try_emplace(slot_of(facet), number(slot_of(facet)));
  }

  void set_order(Xapian::Enquire& enquire) const {
    enquire.set_weighting_scheme(weighting(request_.ranking));
    if (request_.sort == Sort::newest)
      enquire.set_sort_by_value_then_relevance(number(Slot::date), true);
    if (request_.sort == Sort::oldest)
      enquire.set_sort_by_value_then_relevance(number(Slot::oldest), false);
  }

  /// Runs the query with every filter, counting the facets that nothing is selected of.
  Xapian::MSet match(Xapian::Enquire& enquire) {
    for (const Facet facet : request_.facets)
      if (!is_filtered(group_of(facet))) add_spy(spies_, facet);
    enquire.set_query(filtered(query_, nullptr));
    set_order(enquire);
    watch(enquire, spies_);
    const auto offset = static_cast<Xapian::doccount>(std::min<std::size_t>(request_.offset, all_));
    const auto limit =
        static_cast<Xapian::doccount>(std::min<std::size_t>(request_.limit, all_ - offset));
    const bool every = request_.exact_total || !spies_.empty();
    return enquire.get_mset(offset, limit, every ? all_ : std::min(offset + limit + 1, all_));
  }

  /// Counts the facets that something is selected of, each without its own filter.
  Result<void> count_apart() {
    std::set<Facet> groups;
    for (const Facet facet : request_.facets)
      if (is_filtered(group_of(facet))) groups.insert(group_of(facet));
    if (groups.empty()) return {};
    const Result<Xapian::Query> query = translate(request_.query, Use::match, database_);
    if (!query) return fail(query.error());
    for (const Facet group : groups) {
      Spies spies;
      add_spy(spies, group);
      Xapian::Enquire enquire(database_);
      enquire.set_query(filtered(*query, &group));
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      watch(enquire, spies);
      static_cast<void>(enquire.get_mset(0, 0, all_));
      spies_.merge(spies);
    }
    return {};
  }

  [[nodiscard]] static Total total_of(const Xapian::MSet& matches) {
    const Xapian::doccount least = matches.get_matches_lower_bound();
    return {least, least == matches.get_matches_upper_bound()};
  }

  [[nodiscard]] Result<std::vector<Hit>> hits_of(const Xapian::Enquire& enquire,
                                                 const Xapian::MSet& matches) const {
    std::vector<Hit> hits;
    for (Xapian::MSetIterator match = matches.begin(); match != matches.end(); ++match) {
      Result<Document> document = decode_record(match.get_document().get_data());
      if (!document)
        return fail(ErrorCode::corrupt, document.error().message,
                    "geul-index check says more; geul-index build --rebuild makes it anew");
      Hit hit{std::move(*document), 0, {}};
      if (request_.sort == Sort::relevance) hit.score = match.get_weight();
      hit.matched_terms.assign(enquire.get_matching_terms_begin(match),
                               enquire.get_matching_terms_end(match));
      hits.push_back(std::move(hit));
    }
    return hits;
  }

  [[nodiscard]] const std::vector<std::string>& selected(Facet facet) const {
    static const std::vector<std::string> none;
    for (const FacetFilter& filter : request_.filters)
      if (group_of(filter.facet) == group_of(facet)) return filter.selected;
    return none;
  }

  [[nodiscard]] std::vector<std::pair<Facet, std::vector<FacetCount>>> facets() const {
    std::vector<std::pair<Facet, std::vector<FacetCount>>> counted;
    for (const Facet facet : request_.facets) {
      const Xapian::ValueCountMatchSpy& spy = spies_.at(slot_of(facet));
      ValueCounts values;
      for (auto value = spy.values_begin(); value != spy.values_end(); ++value)
        values.emplace_back(*value, value.get_termfreq());
      counted.emplace_back(facet, count_facet(facet, values, selected(facet)));
    }
    return counted;
  }

  const Xapian::Database& database_;
  const SearchRequest& request_;
  Xapian::doccount all_;
  Xapian::Query query_;
  std::vector<std::pair<Facet, Xapian::Query>> filters_;
  Spies spies_;
};

}  // namespace

Result<SearchResult> run_search(const Xapian::Database& database, const SearchRequest& request) {
  return Search(database, request).run();
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
    weights.push_back(found.empty() ? 0 : found.begin().get_weight());
  }
  return weights;
}

}  // namespace geul::index
