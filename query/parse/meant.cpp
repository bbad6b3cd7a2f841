// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/meant.hpp"

#include "common/base/format.hpp"

namespace geul::query {
namespace {

/// What a word is known by: its first term.
std::string name_of(const MeantWord& word) {
  return word.terms.front().term;
}

std::string joined(const std::vector<MeantWord>& words) {
  std::string out;
  for (const MeantWord& word : words) {
    if (!out.empty()) out += ' ';
    out += name_of(word);
  }
  return out;
}

std::string group_to_string(std::string_view name, const std::vector<MeantNode>& children) {
  std::string out = format("({}", name);
  for (const MeantNode& child : children) out += ' ' + to_string(child);
  return out + ")";
}

std::string content_of(const MeantNode& node) {
  switch (node.kind) {
    case MeantNode::Kind::words:
      return node.words.size() == 1 ? joined(node.words) : format("(words {})", joined(node.words));
    case MeantNode::Kind::phrase:
      return format("(phrase {})", joined(node.words));
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
