// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/html/page_tree.hpp"

namespace geul::indexer {

/// Whether an element begins a line of its own (HTML Living Standard, section 15.3).
[[nodiscard]] bool is_block(const PageTree& page, std::size_t node) noexcept;

/// Whether no reader sees an element, wherever it stands, or it is no prose: scripts, styles,
/// templates, drawings, forms and their fields (but a form around the matter, as ASP.NET writes
/// it), [hidden], [aria-hidden=true], what rubies and formulas say a second time.
[[nodiscard]] bool is_unseen(const PageTree& page, std::size_t node) noexcept;

/// Whether an element is no part of a page's matter: is_unseen(), nav, header and footer, and their
/// roles; tables of its own headings; asides, too, where the page does not say which part of it is
/// the matter.
enum class Asides { leave_out, take };
[[nodiscard]] bool is_frame(const PageTree& page, std::size_t node, Asides asides) noexcept;

/// What a reader sees of a node and of all in it, as one clean line.
/// Limits  the first 1,000 nodes, and 4 KiB; nothing of what is_unseen().
[[nodiscard]] std::string text_within(const PageTree& page, std::size_t node);

/// A text as it can stand beside the marks of indexer/post/markdown_copy.hpp: control characters,
/// line feeds among them, are spaces.
[[nodiscard]] std::string on_one_line(std::string_view text);

/// The text of a heading, without links to itself ("#", "¶"), in NFC. Cost: linear.
[[nodiscard]] std::string heading_within(const PageTree& page, std::size_t node);

/// Code as it was typed: white space as it is; <br> and blocks begin a line; the numbers beside
/// lines are left out.
[[nodiscard]] std::string code_within(const PageTree& page, std::size_t node);

}  // namespace geul::indexer
