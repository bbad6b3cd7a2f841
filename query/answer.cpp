// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/answer.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "common/base/format.hpp"
#include "query/parse/passage.hpp"

namespace geul::query {
namespace {

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

index::FacetFilter name_filter(Facet facet, Field field, const std::vector<std::string>& names,
                               analysis::Analyzer& analyzer, const Frequency& frequency,
                               std::vector<Note>& notes) {
  std::vector<Query> queries;
  for (const std::string& name : names) {
    Passage passage;
    passage.add(name, 0);
    queries.push_back(plan_name(field, name, passage.analyze(analyzer).front(), frequency, notes));
  }
  return {facet, names, Query::any(std::move(queries))};
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
    return reason.word == origin.word && reason.field == origin.field;
  });
  if (found != reasons.end()) return *found;
  return reasons.emplace_back(Reason{origin.word, origin.field, {}, {}});
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

void Searcher::follow_words() {
  if (reader_.settings().words == words_) return;
  words_ = reader_.settings().words;
  analyzer_ = analysis::Analyzer(analysis::make_dictionary(words_));
}

std::vector<index::FacetFilter> Searcher::filters_for(const Request& request,
                                                      const Frequency& frequency,
                                                      std::vector<Note>& notes) {
  std::vector<index::FacetFilter> filters;
  const auto add = [&](Facet facet, Field field, const std::vector<std::string>& names) {
    if (!names.empty())
      filters.push_back(name_filter(facet, field, names, analyzer_, frequency, notes));
  };
  add(Facet::tag, Field::tag, request.tags);
  add(Facet::category, Field::category, request.categories);
  add(Facet::author, Field::author, request.authors);
  if (request.days) filters.push_back({Facet::month, {}, Query::within(*request.days)});
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
  follow_words();
  std::optional<Error> failed;
  const Frequency frequency = [this, &failed](const std::string& term) {
    const auto count = reader_.frequency(term);
    if (!count) failed = count.error();
    return count.value_or(0);
  };
  Answer answer;
  answer.typed = parse(query);
  answer.meant = resolve(answer.typed, analyzer_);
  index::SearchRequest search;
  search.ranking = request.ranking;
  Plan planned = plan(answer.meant, search.ranking, frequency);
  answer.notes = answer.typed.notes;
  append(answer.notes, answer.meant.notes);
  append(answer.notes, std::move(planned.notes));
  answer.filters = filters_for(request, frequency, answer.notes);
  if (failed) return fail(*std::move(failed));
  answer.executed = std::move(planned.query);
  empty_if_nothing_is_asked(request, answer);
  answer.offset = request.offset;
  const bool unranked = request.sort == index::Sort::relevance && !planned.ranked;
  answer.sort = unranked ? index::Sort::newest : request.sort;

  search.query = answer.executed;
  search.filters = answer.filters;
  search.sort = answer.sort;
  search.offset = request.offset;
  search.limit = request.limit;
  search.facets = request.facets;
  search.exact_total = detail == Detail::full;
  auto found = reader_.search(search);
  if (!found) return fail(std::move(found.error()));
  if (found->total.exact && found->total.count == 0)
    if (auto again = search_again(search, frequency, *found, planned, answer); !again)
      return fail(std::move(again.error()));
  answer.notes = without_repeats(std::move(answer.notes));
  answer.total = found->total;
  answer.facets = std::move(found->facets);
  const Highlighter highlighter(answer.meant, analyzer_);
  for (index::Hit& hit : found->hits) {
    ShownHit shown{std::move(hit), {}, {}};
    if (detail == Detail::full) {
      shown.showing = show(shown.hit.document, highlighter);
      shown.reasons = reasons_for(planned.origins, shown.hit.matched_terms);
    }
    answer.hits.push_back(std::move(shown));
  }
  return answer;
}

}  // namespace geul::query
