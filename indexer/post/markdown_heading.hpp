// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/generator/generator.hpp"
#include "indexer/post/markdown_tree.hpp"

namespace geul::indexer {

/// A heading as the rules for anchors want it. `source` is how it was written, from its first mark
/// to the end of its last line; where that holds math, or attributes that the site does not take
/// (`takes_ids`), both of which are blanked out of the tree, the text is read from there.
[[nodiscard]] HeadingText read_heading(cmark_node* heading, std::string_view source,
                                       bool takes_ids);

}  // namespace geul::indexer
