// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/windows/search.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/xapian/windows/match.hpp"
#include "common/index/xapian/windows/top.hpp"
#include "common/index/xapian/windows/values.hpp"

namespace geul::index {
namespace {

constexpr double kAnyWeight = -std::numeric_limits<double>::infinity();

/// Counts what documents have in a slot.
class SlotCounter {
 public:
  SlotCounter(const SearchedDatabases& databases, Slot slot)
      : slot_(slot), values_(databases, slot) {}

  [[nodiscard]] Slot slot() const noexcept { return slot_; }
  void count(Xapian::docid first, const WindowBits& documents) {
    documents.for_each([&](std::uint32_t offset) {
      if (std::string value = values_.of(first + offset); !value.empty())
        ++counts_[std::move(value)];
    });
  }
  [[nodiscard]] ValueCounts counts() const { return {counts_.begin(), counts_.end()}; }

 private:
  Slot slot_;
  SlotValues values_;
  std::unordered_map<std::string, std::size_t> counts_;
};

class WindowSearch {
 public:
  WindowSearch(const SearchedDatabases& databases, const SearchRequest& request,
               const RankedQuery& query)
      : database_(databases.all),
        request_(request),
        context_(databases),
        bm25_({database_.get_doccount(), database_.get_average_length()}, request.ranking),
        match_(match_in_windows(*query.match, context_)),
        score_(query.parts, context_, bm25_),
        top_(request.sort, page_end()),
        top_by_positions_(request.sort, page_end()) {
    for (const Facet& facet : request.facets) add_counter(facet.slot());
    for (const FacetFilter& filter : request.filters) add_filter(filter);
    if (request.sort == Sort::newest) dates_.emplace(databases, Slot::date);
    if (request.sort == Sort::oldest) dates_.emplace(databases, Slot::oldest);
  }

  Found run() {
    const std::uint64_t last = database_.get_lastdocid();
    for (std::uint64_t first = 1; first <= last; first += kWindowDocuments)
      visit(static_cast<Xapian::docid>(first));
    Found found{
        {total_, true}, best().page_from(request_.offset), {}, {}, context_.postings.terms()};
    for (const SlotCounter& counter : counters_)
      found.counted.emplace(counter.slot(), counter.counts());
    return found;
  }

 private:
  /// By all that they are ranked by.
  [[nodiscard]] const TopMatches& best() const {
    return score_.most_by_positions() > 0 ? top_by_positions_ : top_;
  }

  [[nodiscard]] std::size_t page_end() const {
    const std::size_t all = database_.get_doccount();
    if (request_.limit == 0 || request_.offset >= all) return 0;
    return request_.offset + std::min(request_.limit, all - request_.offset);
  }

  void add_counter(Slot slot) {
    if (!is_counted(slot)) counters_.emplace_back(context_.databases, slot);
  }

  /// A cheap one that no count is to leave out is asked before what the query matches.
  void add_filter(const FacetFilter& filter) {
    context_.expansion.begin_query();
    std::unique_ptr<WindowMatch> match = match_in_windows(filter.query, context_);
    const Slot slot = filter.facet.slot();
    if (match->cost() == WindowMatch::Cost::bits && !is_counted(slot))
      restrictions_.push_back(std::move(match));
    else
      filters_.emplace_back(slot, std::move(match));
  }

  [[nodiscard]] bool is_counted(Slot slot) const {
    return std::ranges::any_of(
        counters_, [slot](const SlotCounter& counter) { return counter.slot() == slot; });
  }

  void visit(Xapian::docid first) {
    WindowBits matched = WindowBits::all();
    for (const auto& restriction : restrictions_) matched = restriction->among(first, matched);
    if (!matched.none()) matched = match_->among(first, matched);
    if (matched.none()) return;
    const WindowBits found = filtered(first, matched, std::nullopt);
    total_ += found.count();
    for (SlotCounter& counter : counters_)
      counter.count(first,
                    has_filter(counter.slot()) ? filtered(first, matched, counter.slot()) : found);
    if (request_.limit > 0) rank(first, found);
  }

  [[nodiscard]] bool has_filter(Slot slot) const {
    return std::ranges::any_of(filters_,
                               [slot](const auto& filter) { return filter.first == slot; });
  }

  /// With all filters but those of the facets that count one slot.
  [[nodiscard]] WindowBits filtered(Xapian::docid first, WindowBits documents,
                                    std::optional<Slot> left_out) const {
    for (const auto& [slot, filter] : filters_)
      if (slot != left_out) documents = filter->among(first, documents);
    return documents;
  }

  /// Looks at positions only where they may matter: beside what is best without them.
  void rank(Xapian::docid first, const WindowBits& found) {
    const WindowBits dated = dates_ ? those_of_good_date(first, found) : found;
    if (dated.none()) return;
    score_.weigh(first, dated, dates_ ? kAnyWeight : best().least());
    const double by_positions = score_.most_by_positions();
    add_to(top_, first, dated);
    if (by_positions == 0) return;
    const WindowBits close = those_with_room(first, dated, by_positions);
    score_.add_positions(close);
    add_to(top_by_positions_, first, close);
  }

  /// Those that their date does not rule out, whatever they weigh.
  [[nodiscard]] WindowBits those_of_good_date(Xapian::docid first, const WindowBits& documents) {
    WindowBits those;
    documents.for_each([&](std::uint32_t offset) {
      const RankedMatch best{first + offset, std::numeric_limits<double>::infinity()};
      if (top_.has_room_for({date_of(best.number), best})) those.set(offset);
    });
    return those;
  }

  void add_to(TopMatches& top, Xapian::docid first, const WindowBits& documents) {
    documents.for_each([&](std::uint32_t offset) {
      Candidate candidate = candidate_at(first, offset, 0);
      if (top.has_room_for(candidate)) top.add(std::move(candidate));
    });
  }

  [[nodiscard]] WindowBits those_with_room(Xapian::docid first, const WindowBits& documents,
                                           double more) {
    WindowBits those;
    documents.for_each([&](std::uint32_t offset) {
      if (top_.has_room_for(candidate_at(first, offset, more))) those.set(offset);
    });
    return those;
  }

  [[nodiscard]] Candidate candidate_at(Xapian::docid first, std::uint32_t offset, double more) {
    return {date_of(first + offset), {first + offset, settled(score_.weight(offset) + more)}};
  }

  [[nodiscard]] std::string date_of(Xapian::docid number) {
    return dates_ ? dates_->of(number) : std::string();
  }

  const Xapian::Database& database_;
  const SearchRequest& request_;
  WindowContext context_;
  Bm25 bm25_;
  std::unique_ptr<WindowMatch> match_;
  std::vector<std::unique_ptr<WindowMatch>> restrictions_;
  std::vector<std::pair<Slot, std::unique_ptr<WindowMatch>>> filters_;  ///< the others
  WindowScore score_;
  std::vector<SlotCounter> counters_;
  std::optional<SlotValues> dates_;
  TopMatches top_;               ///< by what is not about positions
  TopMatches top_by_positions_;  ///< by all, where anything is
  std::size_t total_ = 0;
};

}  // namespace

Found search_by_windows(const SearchedDatabases& databases, const SearchRequest& request,
                        const RankedQuery& query) {
  return WindowSearch(databases, request, query).run();
}

}  // namespace geul::index
