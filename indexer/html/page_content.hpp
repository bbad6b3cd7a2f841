// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/html/page_tree.hpp"

namespace geul::indexer {

/// Which part of a page is its matter (HTML.md, "What is indexed of a page").
struct PageContent {
  std::vector<std::size_t> roots;  ///< elements, none within another, in the page's order
  bool is_marked = false;          ///< the author has said so (data-geul-body)
  /// What the page is about is said here, beside the roots: <main>, else <body>. 0, all of it,
  /// without either.
  std::size_t frame = 0;
  bool lists_posts = false;  ///< several articles, side by side: their dates and tags are not its
};

/// Finds it: what is marked; else the one article in <main> that holds most of its text, else
/// <main>, else the one such article of the page, else <body>.
/// Cost  linear.
[[nodiscard]] PageContent find_content(const PageTree& page);

}  // namespace geul::indexer
