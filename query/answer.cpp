// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/answer.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "common/base/format.hpp"
#include "query/parse/passage.hpp"

namespace geul::query {
namespace {

using index::BuiltinFacet;
using index::Facet;
using index::Field;
using index::Query;

void append(std::vector<Note>& notes, std::vector<Note> more) {
  std::ranges::move(more, std::back_inserter(notes));
}

/// The first note of each message, up to kMaxNotes.
std::vector<Note> without_repeats(std::vector<Note> notes) {
  std::set<std::string> said;
  std::vector<Note> kept;
  for (Note& note : notes)
    if (said.insert(note.message).second && kept.size() < kMaxNotes)
      kept.push_back(std::move(note));
  const std::size_t more = said.size() - kept.size();
  if (more == 1) kept.push_back({"1 more note was left out", {}});
  if (more > 1) kept.push_back({format("{} more notes were left out", more), {}});
  return kept;
}

/// What finds the posts that have one value of a facet. A date's value is put as the facet has it.
Result<Query> value_query(const Facet& facet, std::string& value, analysis::Analyzer& analyzer,
                          const Frequency& frequency, std::vector<Note>& notes) {
  if (facet.shape() != index::FacetShape::names)
    return read_period(facet, value).map([](const index::DayRange& days) {
      return Query::within(days);
    });
  Passage passage;
  passage.add(value, 0);
  const std::vector<MeantWord> words = passage.analyze(analyzer).front();
  return facet.key() != nullptr ? plan_facet(*facet.key(), value, words, frequency, notes)
                                : plan_name(*facet.field(), value, words, frequency, notes);
}

/// The options --tag, --category and --author are selections like others.
std::vector<Selection> selections_of(const Request& request) {
  std::vector<Selection> selections;
  const auto add = [&selections](BuiltinFacet facet, const std::vector<std::string>& names) {
    for (const std::string& name : names)
      selections.push_back({std::string(index::info(facet).name), name});
  };
  add(BuiltinFacet::tag, request.tags);
  add(BuiltinFacet::category, request.categories);
  add(BuiltinFacet::author, request.authors);
  selections.insert(selections.end(), request.where.begin(), request.where.end());
  return selections;
}

/// What a request says of a search beside query and filters.
Result<index::SearchRequest> search_for(const Request& request,
                                        const std::vector<index::FacetKey>& keys) {
  index::SearchRequest search;
  auto facets = choose_facets(request.facets, keys);
  if (!facets) return fail(facets.error());
  search.facets = *std::move(facets);
  search.facet_order = request.facet_order;
  search.offset = request.offset;
  search.limit = request.limit;
  search.ranking = request.ranking;
  return search;
}

std::vector<index::FacetCounts> limited(std::vector<index::FacetCounts> facets, std::size_t limit) {
  for (index::FacetCounts& counts : facets) limit_values(counts, limit);
  return facets;
}

/// Leaves nothing to find for a query that asks for nothing; says so in a note.
void empty_if_nothing_is_asked(const Request& request, Answer& answer) {
  const MeantQuery& meant = answer.meant;
  if (meant.extent == MeantQuery::Extent::something) return;
  if (meant.extent == MeantQuery::Extent::blank) {
    if (request.blank == Blank::lists) return;
    answer.notes.push_back({"the query is empty and finds nothing", {}});
  } else if (!answer.filters.empty()) {
    answer.notes.push_back({"the query holds no word; all posts of the filters are listed", {}});
    return;
  } else {
    answer.notes.push_back({"the query holds no word and finds nothing", {}});
  }
  answer.executed = Query::nothing();
}

Reason& reason_of(std::vector<Reason>& reasons, const TermOrigin& origin) {
  const auto found = std::ranges::find_if(reasons, [&origin](const Reason& reason) {
    return reason.word == origin.word && reason.field == origin.field &&
           reason.facet == origin.facet;
  });
  if (found != reasons.end()) return *found;
  return reasons.emplace_back(Reason{origin.word, origin.field, {}, {}, origin.facet});
}

ShownHit shown_hit(index::Hit hit, const Plan& planned, const Highlighter& highlighter,
                   Detail detail) {
  ShownHit shown{std::move(hit), {}, {}};
  if (detail == Detail::full) {
    shown.showing = show(shown.hit.document, highlighter);
    shown.reasons = reasons_for(planned.origins, shown.hit.matched_terms);
  }
  return shown;
}

}  // namespace

std::vector<Reason> reasons_for(const std::vector<TermOrigin>& origins,
                                const std::vector<std::string>& matched) {
  std::vector<const TermOrigin*> found;
  for (const std::string& term : matched) {
    auto origin = std::ranges::lower_bound(origins, term, {}, &TermOrigin::stored);
    for (; origin != origins.end() && origin->stored == term; ++origin) found.push_back(&*origin);
  }
  std::ranges::sort(
      found, {}, [](const TermOrigin* origin) { return std::pair(origin->order, origin->family); });
  std::vector<Reason> reasons;
  for (const TermOrigin* origin : found) {
    Reason& reason = reason_of(reasons, *origin);
    if (reason.families.empty() || reason.families.back() != origin->family)
      reason.families.push_back(origin->family);
    if (std::ranges::find(reason.terms, origin->stored) == reason.terms.end())
      reason.terms.push_back(origin->stored);
  }
  return reasons;
}

std::string_view place_of(const Reason& reason) noexcept {
  if (reason.facet) return reason.facet->str();
  return reason.field ? index::info(*reason.field).name : std::string_view{};
}

Result<std::vector<index::FacetFilter>> Searcher::filters_for(
    const Request& request, const std::vector<index::FacetKey>& keys, const Frequency& frequency,
    std::vector<Note>& notes) {
  auto selected = by_facet(selections_of(request), keys);
  if (!selected) return fail(selected.error());
  std::vector<index::FacetFilter> filters;
  for (FacetSelection& selection : *selected) {
    std::vector<Query> any;
    for (std::string& value : selection.values) {
      auto query = value_query(selection.facet, value, analyzer_, frequency, notes);
      if (!query) return fail(query.error());
      any.push_back(*std::move(query));
    }
    filters.push_back({selection.facet, std::move(selection.values), Query::any(std::move(any))});
  }
  if (request.days) filters.push_back({BuiltinFacet::date, {}, Query::within(*request.days)});
  return filters;
}

Result<void> Searcher::search_again(index::SearchRequest search, const Frequency& frequency,
                                    index::SearchResult& found, Plan& planned, Answer& answer) {
  const Matching loosest = loosest_for(answer.meant);
  if (loosest == Matching::whole) return {};
  Plan looser = plan(answer.meant, search.ranking, frequency, loosest);
  search.query = looser.query;
  auto more = reader_.search(search);
  if (!more) return fail(std::move(more.error()));
  if (more->total.count == 0) return {};
  answer.executed = looser.query;
  answer.notes.push_back({"no post has the words; posts with parts of them are listed", {}});
  planned = std::move(looser);
  found = *std::move(more);
  return {};
}

Result<Answer> Searcher::answer(std::string_view query, const Request& request, Detail detail) {
  std::optional<Error> failed;
  const Frequency frequency = [this, &failed](const std::string& term) {
    const auto count = reader_.frequency(term);
    if (!count) failed = count.error();
    return count.value_or(0);
  };
  Answer answer;
  const std::vector<index::FacetKey> keys = index::keys_of(reader_.settings().facets);
  auto prepared = search_for(request, keys);
  if (!prepared) return fail(prepared.error());
  index::SearchRequest search = *std::move(prepared);
  answer.typed = parse(query, keys);
  answer.meant = resolve(answer.typed, analyzer_);
  Plan planned = plan(answer.meant, search.ranking, frequency);
  answer.notes = answer.typed.notes;
  append(answer.notes, answer.meant.notes);
  append(answer.notes, std::move(planned.notes));
  auto filters = filters_for(request, keys, frequency, answer.notes);
  if (!filters) return fail(filters.error());
  answer.filters = *std::move(filters);
  if (failed) return fail(*std::move(failed));
  answer.executed = std::move(planned.query);
  empty_if_nothing_is_asked(request, answer);
  answer.offset = request.offset;
  const bool unranked = request.sort == index::Sort::relevance && !planned.ranked;
  answer.sort = unranked ? index::Sort::newest : request.sort;

  search.query = answer.executed;
  search.filters = answer.filters;
  search.sort = answer.sort;
  search.exact_total = detail == Detail::full;
  auto found = reader_.search(search);
  if (!found) return fail(std::move(found.error()));
  if (found->total.exact && found->total.count == 0)
    if (auto again = search_again(search, frequency, *found, planned, answer); !again)
      return fail(std::move(again.error()));
  answer.notes = without_repeats(std::move(answer.notes));
  answer.total = found->total;
  answer.facets = limited(std::move(found->facets), request.facet_limit);
  const Highlighter highlighter(answer.meant, analyzer_);
  for (index::Hit& hit : found->hits)
    answer.hits.push_back(shown_hit(std::move(hit), planned, highlighter, detail));
  return answer;
}

}  // namespace geul::query
