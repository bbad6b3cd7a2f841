// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/parse/meant.hpp"

namespace geul::query {

/// What a node is to the list that it stands in.

/// Restricts which posts are looked at and ranks nothing.
[[nodiscard]] inline bool is_filter(const MeantNode& node) {
  return node.kind == MeantNode::Kind::name || node.kind == MeantNode::Kind::days ||
         node.facet.has_value();
}

/// Whether a post in a list must have it: signs, fields, quotes and AND say so.
[[nodiscard]] inline bool is_required(const MeantNode& node) {
  return node.occurrence == Occurrence::must || node.field.has_value() ||
         node.kind == MeantNode::Kind::phrase || node.kind == MeantNode::Kind::all ||
         is_filter(node);
}

/// A word of a plain query that says something.
[[nodiscard]] inline bool is_content_word(const MeantNode& node) {
  return node.kind == MeantNode::Kind::words && node.occurrence == Occurrence::plain &&
         !node.field && !node.is_function_word;
}

}  // namespace geul::query
