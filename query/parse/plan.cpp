// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/plan.hpp"

#include <algorithm>
#include <utility>

#include "common/base/format.hpp"
#include "common/index/terms.hpp"
#include "query/parse/matching.hpp"
#include "query/parse/node_kinds.hpp"
#include "query/parse/scoring.hpp"
#include "query/parse/word_query.hpp"

namespace geul::query {
namespace {

using index::Query;
using Kind = MeantNode::Kind;

/// The posts that have the word in a value of the facet, as match_of() has it: any reading of it,
/// or all of its parts or pairs.
Query match_in_facet(const MeantWord& word, const index::FacetKey& facet) {
  std::vector<Query> ways;
  std::vector<Query> parts;
  std::vector<Query> pairs;
  for (const MeantTerm& term : word.terms) {
    if (term.family == analysis::Family::pair)
      pairs.push_back(Query::term(index::facet_pair_term(facet, term.term)));
    else if (term.family == analysis::Family::part)
      parts.push_back(Query::term(index::facet_word_term(facet, term.term)));
    else if (term.family == analysis::Family::word || term.family == analysis::Family::variant ||
             term.family == analysis::Family::alternate)
      ways.push_back(Query::term(index::facet_word_term(facet, term.term)));
  }
  std::vector<Query>& pieces = parts.empty() ? pairs : parts;
  if (!pieces.empty()) ways.push_back(Query::all(std::move(pieces)));
  return Query::any(std::move(ways));
}

Note not_whole(std::string_view kind, const std::string& name) {
  return {format("no post has the {} \"{}\"; its words were looked for among them", kind, name),
          {}};
}

/// The posts that have every word, as `match` says.
template <class Match>
Query match_each(const std::vector<MeantWord>& words, const Match& match) {
  std::vector<Query> matches;
  matches.reserve(words.size());
  for (const MeantWord& word : words) matches.push_back(match(word));
  return Query::all(std::move(matches));
}

/// Only a sentence is read for traces of its words, so function words count here.
bool is_plain_word(const MeantNode& node) {
  return node.kind == Kind::words && node.occurrence == Occurrence::plain;
}

}  // namespace

std::string_view name_of(ScorePart::Kind kind) noexcept {
  switch (kind) {
    case ScorePart::Kind::term:
      return "term";
    case ScorePart::Kind::coverage:
      return "coverage";
    case ScorePart::Kind::exact:
      return "as_typed";
    case ScorePart::Kind::proximity:
      return "proximity";
    case ScorePart::Kind::recency:
      return "recency";
    case ScorePart::Kind::pinned:
      return "pinned";
  }
  return "term";
}

Query assemble(const Query& match, const std::vector<ScorePart>& parts) {
  std::vector<Query> scores;
  scores.reserve(parts.size());
  for (const ScorePart& part : parts) scores.push_back(part.query);
  return Query::boosted(Query::scaled(0, match), std::move(scores));
}

Plan plan(const MeantQuery& meant, const index::RankingProfile& profile, const Frequency& frequency,
          Matching loosest) {
  Plan plan;
  Matcher matcher(frequency, loosest, plan);
  plan.match = matcher.match(meant.root);
  Scorer(profile, matcher, loosest, plan).score(meant.root);
  std::ranges::stable_sort(plan.origins, {}, &TermOrigin::stored);
  plan.ranked = !plan.parts.empty();
  plan.query = assemble(plan.match, plan.parts);
  return plan;
}

Matching loosest_for(const MeantQuery& meant) {
  const auto& children = meant.root.children;
  const bool decided = std::ranges::any_of(
      children, [](const MeantNode& child) { return is_required(child) && !is_filter(child); });
  if (decided || std::ranges::none_of(children, is_content_word)) return Matching::whole;
  return std::ranges::count_if(children, is_plain_word) > 1 ? Matching::trace : Matching::half;
}

Query plan_name(index::Field field, const std::string& name, const std::vector<MeantWord>& words,
                const Frequency& frequency, std::vector<Note>& notes) {
  std::string stored = index::name_term(field, name);
  if (words.empty() || frequency(stored) > 0) return Query::term(std::move(stored));
  notes.push_back(not_whole(index::info(field).name, name));
  return match_each(words, [field](const MeantWord& word) { return match_of(word, field); });
}

Query plan_facet(const index::FacetKey& facet, const std::string& value,
                 const std::vector<MeantWord>& words, const Frequency& frequency,
                 std::vector<Note>& notes) {
  std::string stored = index::facet_term(facet, value);
  if (words.empty() || frequency(stored) > 0) return Query::term(std::move(stored));
  notes.push_back(not_whole(facet.str(), value));
  return match_each(words, [&facet](const MeantWord& word) { return match_in_facet(word, facet); });
}

}  // namespace geul::query
