// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_span.hpp"

namespace geul::query {

/// A line of a longer text, and what is marked in it.
struct MarkedLine {
  std::string_view text;  ///< of the text that was wrapped
  std::vector<ByteSpan> marks;
};

/// Parts a text into lines of at most `columns` columns: at spaces, which fall, and inside a longer
/// word between graphemes. A grapheme that is wider than that has a line of its own.
/// Expects  marks of `text`, ascending, apart.
/// Returns  at least one line; views into `text`.
[[nodiscard]] std::vector<MarkedLine> wrap(std::string_view text,
                                           const std::vector<ByteSpan>& marks, std::size_t columns);

/// `text`, or the front of it and an ellipsis where it needs more than `columns` columns.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns);

}  // namespace geul::query
