// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "indexer/generator/generator.hpp"
#include "indexer/post/post.hpp"

namespace geul::indexer {

/// What becomes of pages that do not mark their matter (data-geul-body, data-pagefind-body).
enum class Unmarked {
  take,
  leave_out,  ///< some page of the site does
};

/// Reads a page that a generator built. HTML.md says what is taken of it.
///
/// Expects  any bytes.
/// Returns  the page as a post. Pages that lead on to another, "404" and those that `unmarked`
///          leaves out are Visibility::left_out, those with noindex unpublished.
/// Errors   malformed: no text and no title; those of PageTree::parse(), with the file.
/// Threads  may run in parallel; keeps no state.
/// Cost     that of PageTree::parse().
[[nodiscard]] Result<Post> read_html_page(std::string_view bytes, const PostSource& source,
                                          const Generator& generator, Unmarked unmarked);

/// Whether a page marks its matter.
/// Cost    one look at the bytes where they do not name such an attribute.
/// Limits  false for a page in UTF-16, and one that cannot be parsed.
[[nodiscard]] bool marks_matter(std::string_view bytes);

/// The path of the first of the addresses that can be the page's own: it ends with the page's path,
/// with or without "index.html", ".html" and a final '/'. What stands before is where the site
/// lies; for the page at the root only where one of its `resources` on that host lies below it, or,
/// where none names the host's root, if it is one folder at the most. Empty where none can.
///
///     a/b.html, https://example.org/blog/a/b   ->  /blog/a/b
///     a/b.html, https://example.org/c/         ->  nothing: the page is a copy of another
///     index.html, https://example.org/a/b/     ->  nothing, but with /a/b/style.css /a/b/
[[nodiscard]] std::string own_address(const std::vector<std::string>& addresses,
                                      std::string_view path,
                                      const std::vector<std::string>& resources);

}  // namespace geul::indexer
