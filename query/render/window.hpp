// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/base/byte_span.hpp"
#include "query/render/highlight.hpp"

namespace geul::query {

/// Neighbouring matches that fit into an excerpt.
struct Window {
  ByteSpan span;     ///< from the first match to the end of the last
  double score = 0;  ///< 0: no match
};

/// The window whose different words say most; the first among equals.
/// Expects  matches by the beginning of their spans.
/// Cost     linear in the matches and the text between them.
[[nodiscard]] Window best_window(std::string_view text, const std::vector<WordMatch>& matches,
                                 const Highlighter& highlighter);

/// Extends the window to sentences or words around it, up to about an excerpt's length.
[[nodiscard]] ByteSpan widen(std::string_view text, ByteSpan window);

}  // namespace geul::query
