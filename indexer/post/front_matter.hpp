// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "indexer/post/metadata.hpp"

namespace geul::indexer {

enum class FrontMatterFormat { none, yaml, toml };

/// Where the front matter of a text lies.
struct FrontMatterFences {
  FrontMatterFormat format = FrontMatterFormat::none;
  std::string_view text;       ///< between the fences
  std::size_t line = 1;        ///< on which `text` begins
  std::size_t body_begin = 0;  ///< offset of the first byte behind the closing fence's line
  bool closed = true;
};

/// Finds the fences: a line of three or more '-' (YAML, closed by such a line or by "...") or of
/// '+' (TOML), spaces behind them ignored, as the first line that is not blank. Jekyll and Hugo
/// want the very first line and exactly three; real posts do not (INPUTS.md).
///
/// A fence that nothing closes ends at the first line that cannot be front matter; a '---' with
/// no "key:" behind it is a thematic break, so there is no front matter.
/// Returns  views into `text`. Cost: one pass over the front matter.
[[nodiscard]] FrontMatterFences find_front_matter(std::string_view text);

/// The front matter as a tree, and what had to be given up for it.
struct FrontMatter {
  MetaValue values;
  std::size_t body_begin = 0;
  std::vector<Warning> warnings;
};

/// Finds and parses. Broken front matter is read line by line (rescue.hpp) with one warning.
[[nodiscard]] FrontMatter read_front_matter(std::string_view text, std::string_view file);

}  // namespace geul::indexer
