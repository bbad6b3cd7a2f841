// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/reasons.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace geul::query {
namespace {

using analysis::Family;

/// What belongs to one reason: a word of the query, or one of its alternatives.
using Group = std::tuple<std::size_t, Rung, std::string, std::string, std::optional<index::Field>,
                         std::string>;

Group group_of(const TermOrigin& origin) {
  return {origin.order,      origin.rung,  origin.word,
          origin.stands_for, origin.field, origin.facet ? std::string(origin.facet->str()) : ""};
}

struct Tally {
  std::size_t words = 0;
  std::size_t pairs = 0;
  std::size_t parts = 0;
};

void count(Tally& tally, Family family) {
  if (family == Family::word) ++tally.words;
  if (family == Family::pair) ++tally.pairs;
  if (family == Family::part) ++tally.parts;
}

/// All its words are there, or another cut of it, or all pairs of its stem, or all parts of a name.
bool is_whole(const Tally& all, const Tally& found, const std::vector<Family>& families) {
  const bool otherwise = std::ranges::any_of(families, [](Family family) {
    return family == Family::variant || family == Family::alternate;
  });
  return otherwise || (all.words > 0 && found.words == all.words) ||
         (all.pairs > 0 && found.pairs == all.pairs) || (all.parts > 0 && found.parts == all.parts);
}

void add(Reason& reason, const TermOrigin& origin) {
  if (reason.families.empty() || reason.families.back() != origin.family)
    reason.families.push_back(origin.family);
  if (std::ranges::find(reason.terms, origin.stored) == reason.terms.end())
    reason.terms.push_back(origin.stored);
}

std::vector<const TermOrigin*> found_origins(const std::vector<TermOrigin>& origins,
                                             const std::vector<std::string>& matched) {
  std::vector<const TermOrigin*> found;
  for (const std::string& term : matched) {
    auto origin = std::ranges::lower_bound(origins, term, {}, &TermOrigin::stored);
    for (; origin != origins.end() && origin->stored == term; ++origin)
      if (!origin->begins) found.push_back(&*origin);
  }
  std::ranges::sort(
      found, {}, [](const TermOrigin* origin) { return std::pair(origin->order, origin->family); });
  return found;
}

/// The words of a post that begin as a query asks.
std::vector<Reason> beginnings_found(const std::vector<TermOrigin>& origins,
                                     const std::vector<std::string>& matched) {
  std::vector<Reason> reasons;
  for (const TermOrigin& origin : origins) {
    if (!origin.begins) continue;
    Reason reason;
    reason.word = origin.word;
    reason.field = origin.field;
    reason.whole = true;
    reason.families = {Family::word};
    for (const std::string& term : matched)
      if (term.starts_with(origin.stored)) reason.terms.push_back(term);
    if (!reason.terms.empty()) reasons.push_back(std::move(reason));
  }
  return reasons;
}

}  // namespace

std::string_view place_of(const Reason& reason) noexcept {
  if (reason.facet) return reason.facet->str();
  return reason.field ? index::info(*reason.field).name : std::string_view{};
}

std::vector<Reason> reasons_for(const std::vector<TermOrigin>& origins,
                                const std::vector<std::string>& matched) {
  std::map<Group, Tally> all;
  for (const TermOrigin& origin : origins)
    if (!origin.begins) count(all[group_of(origin)], origin.family);
  std::map<Group, std::pair<Tally, Reason>> groups;
  for (const TermOrigin* origin : found_origins(origins, matched)) {
    auto& [tally, reason] = groups[group_of(*origin)];
    count(tally, origin->family);
    reason.word = origin->word;
    reason.field = origin->field;
    reason.facet = origin->facet;
    reason.rung = origin->rung;
    reason.stands_for = origin->stands_for;
    add(reason, *origin);
  }
  std::vector<Reason> reasons = beginnings_found(origins, matched);
  for (auto& [group, found] : groups) {
    auto& [tally, reason] = found;
    reason.whole = is_whole(all[group], tally, reason.families);
    if (reason.whole || reason.rung == Rung::exact) reasons.push_back(std::move(reason));
  }
  return reasons;
}

std::vector<std::string_view> matched_by(const std::vector<Reason>& reasons, bool pinned) {
  constexpr std::string_view kPart = "part";
  bool exact = false;
  bool part = false;
  std::set<Rung> rungs;
  for (const Reason& reason : reasons) {
    if (reason.rung != Rung::exact) {
      rungs.insert(reason.rung);
    } else if (reason.whole) {
      const bool as_pairs = std::ranges::all_of(reason.families, analysis::is_pair);
      (as_pairs ? part : exact) = true;
    }
  }
  std::vector<std::string_view> names;
  if (pinned) names.push_back("pinned");
  if (exact) names.push_back(name_of(Rung::exact));
  if (part || (!exact && rungs.empty() && !reasons.empty())) names.push_back(kPart);
  for (const Rung rung : rungs) names.push_back(name_of(rung));
  return names;
}

}  // namespace geul::query
