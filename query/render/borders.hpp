// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace geul::query {

/// Where a text may be cut. Offsets are bytes on code point borders of well-formed UTF-8; with
/// other bytes everything stays within the text.

[[nodiscard]] bool is_white_space(char32_t c) noexcept;

/// `count` code points further on, at most `text.size()`.
[[nodiscard]] std::size_t forward(std::string_view text, std::size_t offset, std::size_t count);
/// `count` code points back, at least 0.
[[nodiscard]] std::size_t backward(std::string_view text, std::size_t offset, std::size_t count);
/// Code points in text[begin, end).
[[nodiscard]] std::size_t count_code_points(std::string_view text, std::size_t begin,
                                            std::size_t end);

/// Whether a cut at `offset` parts no grapheme (UAX #29), to the safe side: between two plain
/// characters or behind white space.
[[nodiscard]] bool is_safe_cut(std::string_view text, std::size_t offset);

/// The first beginning of a sentence in [low, offset], else the last in [lowest, low], else the
/// first beginning of a word in [low, offset], else a safe cut there; else the last border of a
/// grapheme up to `offset`, which may be before all of them.
/// Expects  lowest <= low <= offset.
[[nodiscard]] std::size_t start_before(std::string_view text, std::size_t lowest, std::size_t low,
                                       std::size_t offset);
/// The last end of a sentence in [low, high], else the last end of a word there, else the last
/// safe cut, else the last border of a grapheme from `begin` on; `begin` where the first grapheme
/// is longer than all. Expects  begin <= low <= high, and `begin` to be a border of graphemes.
[[nodiscard]] std::size_t end_within(std::string_view text, std::size_t begin, std::size_t low,
                                     std::size_t high);

}  // namespace geul::query
