// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace geul::text {

/// What people take for one character (UAX #29, extended grapheme clusters): a syllable of jamo, a
/// letter with its marks, a family of emoji, a flag.

/// Whether a character is joined to any that is before it, white space included: marks, joiners,
/// variation selectors, skin tones.
[[nodiscard]] bool extends_grapheme(char32_t code_point) noexcept;

/// The last border of graphemes in utf8[0, offset], 0 at least.
/// Expects  that `utf8` begins on a border, and offset <= utf8.size().
/// Cost     some 20 µs, and linear in `offset`.
[[nodiscard]] std::size_t last_grapheme_border(std::string_view utf8, std::size_t offset);

/// The end of the first grapheme; 0 for an empty text.
/// Cost  some 20 µs.
[[nodiscard]] std::size_t first_grapheme_end(std::string_view utf8);

}  // namespace geul::text
