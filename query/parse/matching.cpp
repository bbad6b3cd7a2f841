// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/matching.hpp"

#include <algorithm>
#include <utility>

#include "common/index/terms.hpp"
#include "query/parse/node_kinds.hpp"
#include "query/parse/word_query.hpp"

namespace geul::query {
namespace {

using index::Query;
using Kind = MeantNode::Kind;

std::string folded_prefix(const MeantNode& node) {
  if (node.facet) return index::facet_prefix(*node.facet) + node.text;
  if (!node.field) return node.text;
  const index::FieldInfo& field = index::info(*node.field);
  return field.kind == index::FieldKind::name ? std::string{field.name_prefix} + node.text
                                              : index::word_term(*node.field, node.text);
}

}  // namespace

Query Matcher::match(const MeantNode& node) {
  switch (node.kind) {
    case Kind::words:
      return match_words(node);
    case Kind::phrase:
      return phrase_of(node.words, node.field);
    case Kind::prefix:
      if (node.facet) return match_beginning(node);
      return Query::any({match_beginning(node), match_words(node)});
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

Query Matcher::match_beginning(const MeantNode& node) {
  return Query::prefix(folded_prefix(node));
}

Query Matcher::match_as_typed(const MeantNode& node, Matching matching) {
  std::vector<Query> words;
  for (const MeantWord& word : node.words) words.push_back(match_of(word, node.field, matching));
  return Query::all(std::move(words));
}

std::vector<Query> Matcher::surest_matches(const MeantNode& node) {
  std::vector<Query> apart;
  for (const Alternative& alternative : node.alternatives)
    if (alternative.rung == Rung::spacing && alternative.words.size() > 1)
      apart.push_back(phrase_of(alternative.words, node.field));
  if (apart.empty()) return {match_as_typed(node)};
  Query whole = word_of(node.words.front(), node.field);
  apart.push_back(whole);
  return {std::move(whole), Query::any(std::move(apart))};
}

Query Matcher::match_words(const MeantNode& node, Matching matching) {
  Query typed = match_as_typed(node, matching);
  if (node.alternatives.empty()) return typed;
  return Query::any({std::move(typed), match_of(node.alternatives, node.field)});
}

Query Matcher::match_name(const MeantNode& node) {
  TermOrigin origin;
  origin.word = origin.term = node.text;
  origin.field = node.field;
  origin.facet = node.facet;
  origin.order = node.span.begin;
  origin.stored = node.facet ? index::facet_term(*node.facet, node.text)
                             : index::name_term(*node.field, node.text);
  plan_.origins.push_back(std::move(origin));
  if (node.facet) return plan_facet(*node.facet, node.text, node.words, frequency_, plan_.notes);
  return plan_name(*node.field, node.text, node.words, frequency_, plan_.notes);
}

Query Matcher::match_any(const MeantNode& node) {
  std::vector<Query> children;
  for (const MeantNode& child : node.children) children.push_back(match_signed(child));
  return Query::any(std::move(children));
}

Query Matcher::match_signed(const MeantNode& node) {
  Query found = match(node);
  if (node.occurrence != Occurrence::must_not) return found;
  return Query::without(Query::everything(), {std::move(found)});
}

Query Matcher::match_all(const MeantNode& node) {
  std::vector<Query> wanted;
  std::vector<Query> excluded;
  for (const MeantNode& child : node.children)
    (child.occurrence == Occurrence::must_not ? excluded : wanted).push_back(match(child));
  return Query::without(Query::all(std::move(wanted)), std::move(excluded));
}

/// Where any of several words will do, half of one will do too: the ranking tells them apart.
Matching Matcher::matching_in(const MeantNode& list) const {
  const bool several = std::ranges::count_if(list.children, is_content_word) > 1;
  return several ? std::max(Matching::half, loosest_) : loosest_;
}

/// Words that may be missing decide only where nothing but filters is required.
Query Matcher::match_list(const MeantNode& node) {
  std::vector<Query> required;
  std::vector<Query> optional;
  std::vector<Query> excluded;
  const Matching matching = matching_in(node);
  bool only_filters = true;
  for (const MeantNode& child : node.children) {
    if (child.is_function_word) continue;
    if (child.occurrence == Occurrence::must_not) {
      excluded.push_back(match(child));
    } else if (is_required(child)) {
      only_filters = only_filters && is_filter(child);
      required.push_back(match(child));
    } else {
      optional.push_back(child.kind == Kind::words ? match_words(child, matching) : match(child));
    }
  }
  if (only_filters && !optional.empty()) required.push_back(Query::any(std::move(optional)));
  return Query::without(Query::all(std::move(required)), std::move(excluded));
}

}  // namespace geul::query
