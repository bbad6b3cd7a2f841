// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/document.hpp"

namespace geul::indexer {

/// How sections are put together, of whatever a post is written in.

/// Each block begins a line; an empty one is none.
inline void append_block(std::string& text, std::string_view block) {
  if (block.empty()) return;
  if (!text.empty()) text += '\n';
  text += block;
}

/// The sections without the first, which is what stands before the first heading, where it is
/// empty. Expects  one section at least.
[[nodiscard]] inline std::vector<index::Section> without_empty_first(
    std::vector<index::Section> sections) {
  const index::Section& first = sections.front();
  if (first.text.empty() && first.code.empty()) sections.erase(sections.begin());
  return sections;
}

}  // namespace geul::indexer
