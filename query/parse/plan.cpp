// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/plan.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "common/base/format.hpp"
#include "common/index/terms.hpp"
#include "query/parse/word_query.hpp"

namespace geul::query {
namespace {

using index::Query;
using Kind = MeantNode::Kind;

/// Restricts which posts are looked at and ranks nothing.
bool is_filter(const MeantNode& node) {
  return node.kind == Kind::name || node.kind == Kind::days || node.facet;
}

/// Whether a post in a list must have it: signs, fields, quotes and AND say so.
bool is_required(const MeantNode& node) {
  return node.occurrence == Occurrence::must || node.field.has_value() ||
         node.kind == Kind::phrase || node.kind == Kind::all || is_filter(node);
}

/// A word of a plain query that says something.
bool is_content_word(const MeantNode& node) {
  return node.kind == Kind::words && node.occurrence == Occurrence::plain && !node.field &&
         !node.is_function_word;
}

/// Words from which on their order tells the topic from the predicate.
constexpr std::size_t kShortestSentence = 3;

std::string folded_prefix(const MeantNode& node) {
  if (node.facet) return index::facet_prefix(*node.facet) + node.text;
  if (!node.field) return node.text;
  const index::FieldInfo& field = index::info(*node.field);
  return field.kind == index::FieldKind::name ? std::string{field.name_prefix} + node.text
                                              : index::word_term(*node.field, node.text);
}

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

class Planner {
 public:
  Planner(const index::RankingProfile& profile, const Frequency& frequency, Matching loosest)
      : profile_(profile), frequency_(frequency), loosest_(loosest) {}

  Plan run(const MeantNode& root) {
    Query match = match_node(root);
    score_node(root, 1);
    score_coverage(root);
    std::ranges::stable_sort(plan_.origins, {}, &TermOrigin::stored);
    std::vector<Query> scores;
    for (auto& [term, weight] : weights_)
      scores.push_back(Query::scaled(weight, Query::term(term)));
    std::ranges::move(bonuses_, std::back_inserter(scores));
    plan_.ranked = !scores.empty();
    plan_.query = Query::boosted(Query::scaled(0, std::move(match)), std::move(scores));
    return std::move(plan_);
  }

 private:
  // What matches.

  Query match_node(const MeantNode& node) {
    switch (node.kind) {
      case Kind::words:
        return match_words(node);
      case Kind::phrase:
        return phrase_of(node.words, node.field);
      case Kind::prefix:
        if (node.facet) return Query::prefix(folded_prefix(node));
        return Query::any({Query::prefix(folded_prefix(node)), match_words(node)});
      case Kind::name:
        return match_name(node);
      case Kind::days:
        return Query::within(node.days);
      case Kind::list:
        return match_list(node);
      case Kind::all:
        return match_all(node);
      case Kind::any:
        return match_any(node);
    }
    return Query::nothing();
  }

  static Query match_words(const MeantNode& node, Matching matching = Matching::whole) {
    std::vector<Query> words;
    for (const MeantWord& word : node.words) words.push_back(match_of(word, node.field, matching));
    return Query::all(std::move(words));
  }

  Query match_name(const MeantNode& node) {
    if (node.facet) {
      plan_.origins.push_back({index::facet_term(*node.facet, node.text),
                               node.text,
                               node.text,
                               analysis::Family::word,
                               {},
                               node.span.begin,
                               node.facet});
      return plan_facet(*node.facet, node.text, node.words, frequency_, plan_.notes);
    }
    plan_.origins.push_back({index::name_term(*node.field, node.text), node.text, node.text,
                             analysis::Family::word, node.field, node.span.begin});
    return plan_name(*node.field, node.text, node.words, frequency_, plan_.notes);
  }

  Query match_any(const MeantNode& node) {
    std::vector<Query> children;
    for (const MeantNode& child : node.children) children.push_back(match_signed(child));
    return Query::any(std::move(children));
  }

  Query match_signed(const MeantNode& node) {
    Query match = match_node(node);
    if (node.occurrence != Occurrence::must_not) return match;
    return Query::without(Query::everything(), {std::move(match)});
  }

  Query match_all(const MeantNode& node) {
    std::vector<Query> wanted;
    std::vector<Query> excluded;
    for (const MeantNode& child : node.children)
      (child.occurrence == Occurrence::must_not ? excluded : wanted).push_back(match_node(child));
    return Query::without(Query::all(std::move(wanted)), std::move(excluded));
  }

  /// Where any of several words will do, half of one will do too: the ranking tells them apart.
  [[nodiscard]] Matching matching_in(const MeantNode& list) const {
    const bool several = std::ranges::count_if(list.children, is_content_word) > 1;
    return several ? std::max(Matching::half, loosest_) : loosest_;
  }

  /// Words that may be missing decide only where nothing but filters is required.
  Query match_list(const MeantNode& node) {
    std::vector<Query> required;
    std::vector<Query> optional;
    std::vector<Query> excluded;
    const Matching matching = matching_in(node);
    bool only_filters = true;
    for (const MeantNode& child : node.children) {
      if (child.is_function_word) continue;
      if (child.occurrence == Occurrence::must_not) {
        excluded.push_back(match_node(child));
      } else if (is_required(child)) {
        only_filters = only_filters && is_filter(child);
        required.push_back(match_node(child));
      } else {
        optional.push_back(child.kind == Kind::words ? match_words(child, matching)
                                                     : match_node(child));
      }
    }
    if (only_filters && !optional.empty()) required.push_back(Query::any(std::move(optional)));
    return Query::without(Query::all(std::move(required)), std::move(excluded));
  }

  // What ranks.

  void score_node(const MeantNode& node, double emphasis) {
    if (node.occurrence == Occurrence::must_not || is_filter(node)) return;
    if (node.is_function_word) emphasis = profile_.function_word;
    for (const MeantWord& word : node.words) score_word(word, node, emphasis);
    const auto words =
        static_cast<std::size_t>(std::ranges::count_if(node.children, is_content_word));
    std::size_t at = 0;
    for (const MeantNode& child : node.children)
      score_node(child, is_content_word(child) ? emphasis * emphasis_of(at++, words) : emphasis);
  }

  /// Of the `at`-th of `words` words side by side.
  [[nodiscard]] double emphasis_of(std::size_t at, std::size_t words) const {
    if (words < kShortestSentence) return 1;
    const double way = static_cast<double>(at) / static_cast<double>(words - 1);
    return 1 + profile_.topic_slope * (1 - 2 * way);
  }

  /// Terms of a field decide what matches and weigh nothing (SCHEMA.md); what ranks is how much the
  /// post is about the word.
  void score_word(const MeantWord& word, const MeantNode& node, double emphasis) {
    const bool ranks = !node.field || index::info(*node.field).weight > 0;
    for (const MeantTerm& term : word.terms) {
      const double weight = weight_of(term, profile_) * emphasis;
      if (weight <= 0) continue;
      if (ranks) weights_[*stored_term(term, std::nullopt)] += weight;
      if (auto stored = stored_term(term, node.field))
        plan_.origins.push_back({std::move(*stored), word.surface, term.term, term.family,
                                 node.field, word.span.begin});
    }
  }

  /// For words side by side: a post with more of them goes before one with fewer.
  void score_coverage(const MeantNode& list) {
    if (profile_.coverage <= 0 || list.kind != Kind::list) return;
    std::vector<Query> matches;
    for (const MeantNode& child : list.children)
      if (!child.is_function_word && child.occurrence == Occurrence::plain && !is_required(child))
        matches.push_back(child.kind == Kind::words ? match_words(child, loosest_)
                                                    : match_node(child));
    if (matches.size() < 2) return;
    const auto count = static_cast<double>(matches.size());
    for (Query& match : matches)
      bonuses_.push_back(Query::bonus(profile_.coverage / count, std::move(match)));
  }

  const index::RankingProfile& profile_;
  const Frequency& frequency_;
  Matching loosest_;
  std::map<std::string, double> weights_;
  std::vector<Query> bonuses_;
  Plan plan_;
};

}  // namespace

Plan plan(const MeantQuery& meant, const index::RankingProfile& profile, const Frequency& frequency,
          Matching loosest) {
  return Planner(profile, frequency, loosest).run(meant.root);
}

Matching loosest_for(const MeantQuery& meant) {
  const auto& children = meant.root.children;
  const bool decided = std::ranges::any_of(
      children, [](const MeantNode& child) { return is_required(child) && !is_filter(child); });
  if (decided || std::ranges::none_of(children, is_content_word)) return Matching::whole;
  const auto said = std::ranges::count_if(children, [](const MeantNode& child) {
    return child.kind == Kind::words && child.occurrence == Occurrence::plain;
  });
  return said > 1 ? Matching::trace : Matching::half;
}

Query plan_name(index::Field field, const std::string& name, const std::vector<MeantWord>& words,
                const Frequency& frequency, std::vector<Note>& notes) {
  std::string stored = index::name_term(field, name);
  if (words.empty() || frequency(stored) > 0) return Query::term(std::move(stored));
  notes.push_back({format("no post has the {} \"{}\"; its words were looked for among them",
                          index::info(field).name, name),
                   {}});
  std::vector<Query> matches;
  matches.reserve(words.size());
  for (const MeantWord& word : words) matches.push_back(match_of(word, field));
  return Query::all(std::move(matches));
}

Query plan_facet(const index::FacetKey& facet, const std::string& value,
                 const std::vector<MeantWord>& words, const Frequency& frequency,
                 std::vector<Note>& notes) {
  std::string stored = index::facet_term(facet, value);
  if (words.empty() || frequency(stored) > 0) return Query::term(std::move(stored));
  notes.push_back({format("no post has the {} \"{}\"; its words were looked for among them",
                          facet.str(), value),
                   {}});
  std::vector<Query> matches;
  matches.reserve(words.size());
  for (const MeantWord& word : words) matches.push_back(match_in_facet(word, facet));
  return Query::all(std::move(matches));
}

}  // namespace geul::query
