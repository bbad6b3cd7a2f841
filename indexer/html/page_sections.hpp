// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "common/index/document.hpp"
#include "indexer/html/page_content.hpp"
#include "indexer/html/page_tree.hpp"

namespace geul::indexer {

/// The sections of a page's matter, as indexer/post/markdown.hpp makes them of Markdown: blocks
/// parted by LF, cells by " · ", <pre> as code, what images are described by as text.
///
/// A heading's anchor is its id, else that of an element in it (<a name>), else that of the
/// <section> or <div> that it begins. Links to a heading itself ("#", "¶") are no part of it. The
/// first h1 that is `title` begins no section.
///
/// Returns  sections in order; `file_offset` counts bytes of the page. Texts in NFC without NUL.
/// Cost     linear.
[[nodiscard]] std::vector<index::Section> read_page_sections(const PageTree& page,
                                                             const PageContent& content,
                                                             std::string_view title);

}  // namespace geul::indexer
