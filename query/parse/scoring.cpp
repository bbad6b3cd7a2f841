// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/scoring.hpp"

#include <algorithm>
#include <utility>

#include "query/parse/node_kinds.hpp"
#include "query/parse/word_query.hpp"

namespace geul::query {
namespace {

using index::Query;
using Kind = MeantNode::Kind;

/// Words from which on their order tells the topic from the predicate.
constexpr std::size_t kShortestSentence = 3;

/// Whether what is about the word adds to the ranking. Terms of a field decide what matches and
/// weigh nothing (SCHEMA.md); what ranks is how much the post is about the word.
bool ranks(const MeantNode& node) {
  return !node.field || index::info(*node.field).weight() > 0;
}

std::string typed(const MeantNode& node) {
  return node.words.empty() ? node.text : node.words.front().surface;
}

/// Plain words and groups, which a post may miss.
bool is_covered(const MeantNode& node) {
  return !node.is_function_word && node.occurrence == Occurrence::plain && !is_required(node);
}

/// Whether the alternative is the word that two words make when they are written together.
bool is_joined(const Alternative& alternative, const MeantNode& other) {
  if (alternative.rung != Rung::spacing || alternative.words.size() != 1) return false;
  return std::ranges::any_of(other.alternatives, [&alternative](const Alternative& shared) {
    return shared.rung == Rung::spacing && shared.words.size() == 1 &&
           joined_keys(shared.words) == joined_keys(alternative.words);
  });
}

/// A word without particle or ending: with one, two words are a sentence already.
bool is_bare_word(const MeantNode& node) {
  if (!is_content_word(node) || node.words.empty()) return false;
  const MeantWord& last = node.words.back();
  const MeantTerm& key = last.terms.front();
  return key.script != text::Script::hangul || key.term == last.surface;
}

bool says_something(const MeantNode& node) {
  return !node.is_function_word && node.occurrence != Occurrence::must_not && !is_filter(node);
}

}  // namespace

void Scorer::score(const MeantNode& root) {
  score_node(root, 1);
  for (auto& [term, weighted] : weights_)
    plan_.parts.push_back({ScorePart::Kind::term, std::move(weighted.word), term, weighted.rung,
                           Query::scaled(weighted.weight, Query::term(term))});
  score_coverage(root);
  score_exactness(root);
  score_bare_words(root);
}

void Scorer::score_node(const MeantNode& node, double emphasis) {
  if (node.occurrence == Occurrence::must_not || is_filter(node)) return;
  if (node.is_function_word) emphasis = profile_.function_word;
  for (const MeantWord& word : node.words) score_word(word, node, emphasis);
  if (node.kind == Kind::prefix) score_prefix(node, emphasis);
  score_alternatives(node, emphasis);
  const auto words =
      static_cast<std::size_t>(std::ranges::count_if(node.children, is_content_word));
  std::size_t at = 0;
  for (const MeantNode& child : node.children)
    score_node(child, is_content_word(child) ? emphasis * emphasis_of(at++, words) : emphasis);
}

/// All words that begin so are one to the ranking, and a beginning typed twice is one that counts
/// twice.
void Scorer::score_prefix(const MeantNode& node, double emphasis) {
  TermOrigin origin;
  origin.stored = Matcher::match_beginning(node).text();
  origin.word = origin.term = node.text + '*';
  origin.field = node.field;
  origin.order = node.span.begin;
  origin.begins = true;
  plan_.origins.push_back(std::move(origin));
  if (!ranks(node)) return;
  const std::string word = node.text + '*';
  const auto same = std::ranges::find(plan_.parts, word, &ScorePart::word);
  if (same != plan_.parts.end()) emphasis += same->query.factor();
  ScorePart part{ScorePart::Kind::term, word, "", Rung::exact,
                 Query::scaled(emphasis, Query::prefix(node.text))};
  if (same != plan_.parts.end())
    *same = std::move(part);
  else
    plan_.parts.push_back(std::move(part));
}

/// Of the `at`-th of `words` words side by side.
double Scorer::emphasis_of(std::size_t at, std::size_t words) const {
  if (words < kShortestSentence) return 1;
  const double way = static_cast<double>(at) / static_cast<double>(words - 1);
  return 1 + profile_.topic_slope * (1 - 2 * way);
}

void Scorer::add_origin(const MeantTerm& term, const MeantNode& node, const MeantWord& word,
                        const Alternative* alternative) {
  auto stored = stored_term(term, node.field);
  if (!stored) return;
  TermOrigin origin{std::move(*stored), word.surface, term.term,
                    term.family,        node.field,   word.span.begin};
  if (alternative != nullptr) {
    origin.rung = alternative->rung;
    origin.stands_for = joined_keys(alternative->words);
  }
  plan_.origins.push_back(std::move(origin));
}

void Scorer::score_word(const MeantWord& word, const MeantNode& node, double emphasis) {
  for (const MeantTerm& term : word.terms) {
    const double weight = weight_of(term, profile_) * emphasis;
    if (weight <= 0) continue;
    if (ranks(node)) {
      Weighted& weighted = weights_[*stored_term(term, std::nullopt)];
      weighted.weight += weight;
      if (weighted.word.empty()) weighted.word = word.surface;
    }
    add_origin(term, node, word, nullptr);
  }
}

void Scorer::score_alternatives(const MeantNode& node, double emphasis) {
  for (const Alternative& alternative : node.alternatives)
    for (const MeantWord& word : alternative.words)
      score_alternative_word(word, node, alternative, emphasis);
  if (ranks(node)) score_alike(node, emphasis);
}

/// A term that is there already keeps the larger weight: two spellings have most pairs in common.
void Scorer::score_alternative_word(const MeantWord& word, const MeantNode& node,
                                    const Alternative& alternative, double emphasis) {
  MeantWord as_typed;
  as_typed.surface = typed(node);
  as_typed.span = node.span;
  for (const MeantTerm& term : word.terms) {
    add_origin(term, node, as_typed, &alternative);
    const double weight =
        weight_of(term, profile_) * weight_of(alternative.rung, profile_) * emphasis;
    if (word.terms.size() == 1 || !ranks(node) || weight <= 0) continue;
    Weighted& weighted = weights_[*stored_term(term, std::nullopt)];
    if (weighted.weight >= weight) continue;
    weighted = {weight, as_typed.surface, alternative.rung};
  }
}

/// The words that a pattern has found are one word to the ranking: the rarest of them, mostly a
/// misspelling, must not come first for being rare.
void Scorer::score_alike(const MeantNode& node, double emphasis) {
  std::map<Rung, std::vector<std::string>> terms;
  for (const Alternative& alternative : node.alternatives)
    if (is_single_term(alternative))
      terms[alternative.rung].push_back(
          *stored_term(alternative.words.front().terms.front(), std::nullopt));
  for (auto& [rung, alike] : terms) {
    const double weight = weight_of(rung, profile_) * emphasis;
    plan_.parts.push_back({ScorePart::Kind::term, typed(node), "", rung,
                           Query::scaled(weight, Query::alike(std::move(alike)))});
  }
}

void Scorer::add_bonus(ScorePart::Kind kind, const MeantNode& node, double bonus, Query query) {
  if (bonus <= 0) return;
  plan_.parts.push_back(
      {kind, typed(node), "", Rung::exact, Query::bonus(bonus, std::move(query))});
}

/// For words side by side: a post with more of them goes before one with fewer.
void Scorer::score_coverage(const MeantNode& list) {
  if (list.kind != Kind::list) return;
  const auto count = std::ranges::count_if(list.children, is_covered);
  const double share = profile_.coverage / static_cast<double>(count);
  if (count < 2) return;
  for (const MeantNode& child : list.children)
    if (is_covered(child))
      add_bonus(ScorePart::Kind::coverage, child, share,
                child.kind == Kind::words ? Matcher::match_words(child, loosest_)
                                          : matcher_.match(child));
}

void Scorer::score_exactness(const MeantNode& list) {
  if (list.kind != Kind::list) return;
  const auto words = std::ranges::count_if(list.children, says_something);
  const double share = profile_.coverage * profile_.exact_share / static_cast<double>(words);
  for (const MeantNode& child : list.children) {
    if (!says_something(child) || child.alternatives.empty()) continue;
    std::vector<Query> matches = Matcher::surest_matches(child);
    const double bonus = (words > 1 ? share : profile_.exact) / double(matches.size());
    for (Query& match : matches) add_bonus(ScorePart::Kind::exact, child, bonus, std::move(match));
  }
}

/// A search of a few bare words names things: posts that have all of them come first, and of two
/// words those that have them together. A sentence may be said in other words.
void Scorer::score_bare_words(const MeantNode& list) {
  constexpr std::size_t kMost = 4;
  const auto& words = list.children;
  if (list.kind != Kind::list || words.size() < 2 || words.size() > kMost) return;
  if (!std::ranges::all_of(words, is_bare_word)) return;
  std::vector<Query> matches;
  matches.reserve(words.size());
  for (const MeantNode& word : words) matches.push_back(Matcher::match_words(word, loosest_));
  add_bonus(ScorePart::Kind::coverage, list, profile_.all_words, Query::all(std::move(matches)));
  if (words.size() == 2) score_neighbours(words.front(), words.back(), profile_.proximity);
}

/// Half for being close to each other, half for standing side by side or being written as one.
void Scorer::score_neighbours(const MeantNode& left, const MeantNode& right, double bonus) {
  const std::string& before = key_of(left.words.back());
  const std::string& behind = key_of(right.words.front());
  std::vector<Query> adjacent{Query::phrase({before, behind})};
  for (const Alternative& alternative : left.alternatives)
    if (is_joined(alternative, right))
      adjacent.push_back(word_of(alternative.words.front(), std::nullopt));
  add_bonus(ScorePart::Kind::proximity, left, bonus / 2,
            Query::near({before, behind}, index::kNearby));
  add_bonus(ScorePart::Kind::proximity, left, bonus / 2, Query::any(std::move(adjacent)));
}

}  // namespace geul::query
