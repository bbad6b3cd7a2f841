// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/base/byte_span.hpp"
#include "query/render/highlight.hpp"
#include "query/render/length.hpp"

namespace geul::query {

/// Neighbouring matches that fit into an excerpt.
struct Window {
  ByteSpan span;     ///< from the first match to the end of the last
  double score = 0;  ///< 0: no match
};

/// The window whose words say most: the weight of its different words, and a little for their
/// nearness and repetition. The first among equals. Every one of its words is in its span, and what
/// goes on before them as far as there is room.
/// Expects  matches by the beginning of their spans.
/// Cost     linear in the matches and the text between them.
[[nodiscard]] Window best_window(std::string_view text, const std::vector<WordMatch>& matches,
                                 const Highlighter& highlighter, ExcerptLength length);

/// Extends the window to sentences or words around it, up to about an excerpt's length; cuts what
/// is longer. Begins and ends on borders of graphemes.
[[nodiscard]] ByteSpan widen(std::string_view text, ByteSpan window, ExcerptLength length);

}  // namespace geul::query
