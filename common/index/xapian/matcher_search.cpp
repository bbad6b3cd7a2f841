// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/matcher_search.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "common/index/xapian/translate.hpp"
#include "common/index/xapian/weighting.hpp"

namespace geul::index {
namespace {

Xapian::valueno number(Slot slot) {
  return static_cast<Xapian::valueno>(slot);
}

/// Matches beyond either end of a page, among which those of one weight are put in order.
constexpr Xapian::doccount kMargin = 10;

/// A match with what decides its place.
struct Placed {
  Xapian::MSetIterator match;
  std::size_t date = 0;  ///< counts the different dates, in their order; with a sort by date alone
  double weight = 0;
};

/// The matches in the order of their settled weights, and then as they were indexed.
std::vector<Placed> in_order(const Xapian::MSet& matches) {
  std::vector<Placed> placed;
  placed.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const bool alike = placed.empty() || placed.back().match.get_sort_key() == match.get_sort_key();
    const std::size_t date = placed.empty() ? 0 : placed.back().date + (alike ? 0 : 1);
    placed.push_back({match, date, settled(match.get_weight())});
  }
  std::ranges::sort(placed, [](const Placed& a, const Placed& b) {
    if (a.date != b.date) return a.date < b.date;
    return a.weight != b.weight ? a.weight > b.weight : *a.match < *b.match;
  });
  return placed;
}

/// The request with its queries translated.
class MatcherSearch {
 public:
  MatcherSearch(const Xapian::Database& database, const SearchRequest& request, Where where)
      : database_(database), request_(request), where_(where), all_(database.get_doccount()) {}

  Result<Found> run() {
    if (Result<void> ready = prepare(); !ready) return fail(ready.error());
    const Xapian::MSet matches = match();
    if (Result<void> counted = count_apart(); !counted) return fail(counted.error());
    return Found{total_of(matches), page_of(matches), counts(), inexact_, terms()};
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
      filters_.emplace_back(filter.facet.slot(), std::move(*translated));
    }
    return {};
  }

  [[nodiscard]] bool is_filtered(Slot slot) const {
    return std::any_of(filters_.begin(), filters_.end(),
                       [slot](const auto& filter) { return filter.first == slot; });
  }

  /// Xapian 1.4.22 counts some documents of remote databases twice while it sorts by a value.
  [[nodiscard]] bool is_counted_apart(Slot slot) const {
    return is_filtered(slot) || (where_ == Where::remote && request_.sort != Sort::relevance);
  }

  /// The query with all filters but those of the facets that count one slot.
  [[nodiscard]] Xapian::Query filtered(const Xapian::Query& query,
                                       std::optional<Slot> left_out) const {
    std::vector<Xapian::Query> parts{query};
    for (const auto& [slot, filter] : filters_)
      if (slot != left_out) parts.push_back(filter);
    if (parts.size() == 1) return query;
    return {Xapian::Query::OP_FILTER, parts.begin(), parts.end()};
  }

  static void watch(Xapian::Enquire& enquire, Spies& spies) {
    for (auto& [slot, spy] : spies) enquire.add_matchspy(&spy);
  }

  static void add_spy(Spies& spies, Slot slot) { spies.try_emplace(slot, number(slot)); }

  /// One more than are to be exact, to see whether there are more.
  [[nodiscard]] Xapian::doccount most_counted() const {
    if (all_ == 0) return 0;
    const auto exact = std::min<std::size_t>(request_.exact_matches, all_ - 1);
    return static_cast<Xapian::doccount>(exact + 1);
  }

  void set_order(Xapian::Enquire& enquire) const {
    enquire.set_weighting_scheme(weighting(request_.ranking));
    if (request_.sort == Sort::newest)
      enquire.set_sort_by_value_then_relevance(number(Slot::date), true);
    if (request_.sort == Sort::oldest)
      enquire.set_sort_by_value_then_relevance(number(Slot::oldest), false);
  }

  /// Runs the query with every filter, counting the facets that nothing is selected of.
  Xapian::MSet match() {
    for (const Facet& facet : request_.facets)
      if (!is_counted_apart(facet.slot())) add_spy(spies_, facet.slot());
    Xapian::Enquire enquire(database_);
    enquire.set_query(filtered(query_, std::nullopt));
    set_order(enquire);
    watch(enquire, spies_);
    // Where it passes matches over, Xapian 1.4.22 gives bonuses for words in a row to documents
    // that do not have them so.
    const bool every =
        request_.exact_total || !spies_.empty() || looks_at_positions(request_.query);
    const Xapian::doccount end = offset() + limit();
    const Xapian::doccount page = std::min(end + 1, all_);
    const Xapian::doccount last = limit() == 0 ? end : end + std::min(kMargin, all_ - end);
    Xapian::MSet matches =
        enquire.get_mset(first(), last - first(), every ? std::max(page, most_counted()) : page);
    note_bounds(matches, spies_);
    return matches;
  }

  [[nodiscard]] Xapian::doccount offset() const {
    return static_cast<Xapian::doccount>(std::min<std::size_t>(request_.offset, all_));
  }
  [[nodiscard]] Xapian::doccount limit() const {
    return static_cast<Xapian::doccount>(std::min<std::size_t>(request_.limit, all_ - offset()));
  }
  /// Where the matches begin that are asked for: at the page, or a margin before.
  [[nodiscard]] Xapian::doccount first() const {
    return limit() == 0 ? offset() : offset() - std::min(kMargin, offset());
  }

  /// Notes which spies have not seen every match.
  void note_bounds(const Xapian::MSet& matches, const Spies& spies) {
    for (const auto& [slot, spy] : spies)
      if (spy.get_total() > request_.exact_matches &&
          spy.get_total() < matches.get_matches_upper_bound())
        inexact_.insert(slot);
  }

  /// Counts facets apart from the search, each without its own filter.
  Result<void> count_apart() {
    std::set<Slot> slots;
    for (const Facet& facet : request_.facets)
      if (is_counted_apart(facet.slot())) slots.insert(facet.slot());
    if (slots.empty()) return {};
    const Result<Xapian::Query> query = translate(request_.query, Use::match, database_);
    if (!query) return fail(query.error());
    for (const Slot slot : slots) {
      Spies spies;
      add_spy(spies, slot);
      Xapian::Enquire enquire(database_);
      enquire.set_query(filtered(*query, slot));
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      watch(enquire, spies);
      note_bounds(enquire.get_mset(0, 0, most_counted()), spies);
      spies_.merge(spies);
    }
    return {};
  }

  [[nodiscard]] static Total total_of(const Xapian::MSet& matches) {
    const Xapian::doccount least = matches.get_matches_lower_bound();
    return {least, least == matches.get_matches_upper_bound()};
  }

  [[nodiscard]] std::vector<RankedMatch> page_of(const Xapian::MSet& matches) const {
    std::vector<RankedMatch> page;
    const std::vector<Placed> placed = in_order(matches);
    for (std::size_t i = offset() - first(); i < placed.size() && page.size() < limit(); ++i)
      page.push_back({*placed[i].match, placed[i].weight});
    return page;
  }

  [[nodiscard]] std::map<Slot, ValueCounts> counts() const {
    std::map<Slot, ValueCounts> counts;
    for (const auto& [slot, spy] : spies_)
      for (auto value = spy.values_begin(); value != spy.values_end(); ++value)
        counts[slot].emplace_back(*value, value.get_termfreq());
    return counts;
  }

  [[nodiscard]] std::vector<std::string> terms() const {
    const Xapian::Query whole = filtered(query_, std::nullopt);
    return {whole.get_unique_terms_begin(), whole.get_terms_end()};
  }

  const Xapian::Database& database_;
  const SearchRequest& request_;
  Where where_;
  Xapian::doccount all_;
  Xapian::Query query_;
  std::vector<std::pair<Slot, Xapian::Query>> filters_;
  Spies spies_;
  std::set<Slot> inexact_;
};

}  // namespace

Result<Found> search_by_matcher(const Xapian::Database& database, const SearchRequest& request,
                                Where where) {
  return MatcherSearch(database, request, where).run();
}

}  // namespace geul::index
