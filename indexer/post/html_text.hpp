// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace geul::indexer {

/// What a reader sees of raw HTML.
struct HtmlText {
  std::string prose;  ///< entities decoded, blocks parted by LF
  std::string code;   ///< what stood in <pre>
};

/// Takes raw HTML apart: tags go, those of blocks break the line and those of cells leave a mark
/// (kCell); comments, scripts and styles go with what they hold; images leave their alt text.
/// No parser: what is no well-formed tag stays as text. Cost: linear.
[[nodiscard]] HtmlText read_html(std::string_view html);

/// What one tag within a paragraph leaves: a space (<br>, blocks), an image's alt text, or nothing.
[[nodiscard]] std::string read_inline_html(std::string_view tag);

}  // namespace geul::indexer
