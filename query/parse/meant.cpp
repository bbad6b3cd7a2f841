// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/meant.hpp"

#include <algorithm>

#include "common/base/format.hpp"

namespace geul::query {
namespace {

std::string group_to_string(std::string_view name, const std::vector<MeantNode>& children) {
  std::string out = format("({}", name);
  for (const MeantNode& child : children) out += ' ' + to_string(child);
  return out + ")";
}

/// (or 컨텐츠 spelling:콘텐츠 +2)
std::string with_alternatives(std::string content, const std::vector<Alternative>& alternatives) {
  constexpr std::size_t kShown = 5;
  if (alternatives.empty()) return content;
  std::string out = format("(or {}", content);
  for (std::size_t i = 0; i < std::min(kShown, alternatives.size()); ++i)
    out += format(" {}:{}", name_of(alternatives[i].rung), joined_keys(alternatives[i].words));
  if (alternatives.size() > kShown) out += format(" +{}", alternatives.size() - kShown);
  return out + ")";
}

std::string words_of(const MeantNode& node) {
  return node.words.size() == 1 ? joined_keys(node.words)
                                : format("(words {})", joined_keys(node.words));
}

std::string content_of(const MeantNode& node) {
  switch (node.kind) {
    case MeantNode::Kind::words:
      return with_alternatives(words_of(node), node.alternatives);
    case MeantNode::Kind::phrase:
      return format("(phrase {})", joined_keys(node.words));
    case MeantNode::Kind::prefix:
      return format("(prefix {})", node.text);
    case MeantNode::Kind::name:
      return format("\"{}\"", node.text);
    case MeantNode::Kind::days:
      return format("(days {} {})", to_iso(node.days.first), to_iso(node.days.last));
    case MeantNode::Kind::list:
      return group_to_string("list", node.children);
    case MeantNode::Kind::all:
      return group_to_string("all", node.children);
    case MeantNode::Kind::any:
      return group_to_string("any", node.children);
  }
  return {};
}

}  // namespace

std::string written_as_one(const std::vector<MeantWord>& words) {
  if (words.size() < 2) return {};
  std::string out;
  for (const MeantWord& word : words) {
    if (word.terms.front().script != text::Script::hangul) return {};
    out += key_of(word);
  }
  return out;
}

std::string joined_keys(const std::vector<MeantWord>& words) {
  std::string out;
  for (const MeantWord& word : words) {
    if (!out.empty()) out += ' ';
    out += key_of(word);
  }
  return out;
}

std::string_view name_of(Rung rung) noexcept {
  switch (rung) {
    case Rung::exact:
      return "exact";
    case Rung::spacing:
      return "spacing";
    case Rung::spelling:
      return "spelling";
    case Rung::synonym:
      return "synonym";
    case Rung::half_typed:
      return "half_typed";
    case Rung::initials:
      return "initials";
    case Rung::keyboard:
      return "keyboard";
    case Rung::typo:
      return "typo";
  }
  return "exact";
}

std::string to_string(const MeantNode& node) {
  std::string out;
  if (node.occurrence == Occurrence::must) out += '+';
  if (node.occurrence == Occurrence::must_not) out += '-';
  if (node.field) out += format("{}=", index::info(*node.field).name);
  if (node.facet) out += format("{}=", node.facet->str());
  out += content_of(node);
  return node.is_function_word ? format("(function {})", out) : out;
}

}  // namespace geul::query
