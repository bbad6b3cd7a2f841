// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/typed.hpp"

namespace geul::query {
namespace {

std::string_view sign_of(Occurrence occurrence) {
  switch (occurrence) {
    case Occurrence::must:
      return "+";
    case Occurrence::must_not:
      return "-";
    case Occurrence::plain:
      break;
  }
  return "";
}

std::string_view name_of(TypedNode::Kind kind) {
  switch (kind) {
    case TypedNode::Kind::all:
      return "and";
    case TypedNode::Kind::any:
      return "or";
    default:
      return "list";
  }
}

std::string group_to_string(const TypedNode& node) {
  std::string out = "(";
  out += name_of(node.kind);
  for (const TypedNode& child : node.children) {
    out += ' ';
    out += to_string(child);
  }
  return out + ")";
}

std::string content_of(const TypedNode& node) {
  switch (node.kind) {
    case TypedNode::Kind::word:
      // Only a date has spaces. In quotes, which read the same, its end is to be seen.
      return node.text.find(' ') == std::string::npos ? node.text : '"' + node.text + '"';
    case TypedNode::Kind::phrase:
      return '"' + node.text + '"';
    case TypedNode::Kind::prefix:
      return node.text + '*';
    default:
      return group_to_string(node);
  }
}

}  // namespace

std::string to_string(const TypedNode& node) {
  std::string out{sign_of(node.occurrence)};
  if (!node.field.empty()) out += node.field + ':';
  return out + content_of(node);
}

}  // namespace geul::query
