// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace geul::text {

/// General_Category (UAX #44), as far as slugs and anchors tell characters apart.
enum class Category : std::uint8_t {
  letter,     ///< L
  mark,       ///< M
  decimal,    ///< Nd
  number,     ///< Nl, No: ½, ①
  connector,  ///< Pc: '_' among them
  space,      ///< White_Space
  other,
};
[[nodiscard]] Category category_of(char32_t code_point) noexcept;

/// Each code point's simple lower case (UnicodeData.txt): nothing depends on what is beside it, and
/// Σ is always σ. In full, lower case by Unicode's rules without a language, as JavaScript has it:
/// Σ at a word's end is ς. Invalid bytes become U+FFFD.
[[nodiscard]] std::string lower_case(std::string_view utf8);
[[nodiscard]] std::string lower_case_in_full(std::string_view utf8);

/// Normalization Forms D and KD (UAX #15), which part é in two and 글 in three.
[[nodiscard]] std::string to_nfd(std::string_view utf8);
[[nodiscard]] std::string to_nfkd(std::string_view utf8);

}  // namespace geul::text
