// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace geul::text {

/// The scripts between which a word is parted: SRE팀이 is SRE and 팀이.
enum class Script : std::uint8_t {
  other,   ///< no word character: space, punctuation, control
  latin,   ///< Latin letters and every alphabet not named below (Greek, Cyrillic, Thai …)
  digit,   ///< decimal digits
  hangul,  ///< syllables, conjoining and compatibility jamo
  han,     ///< Hanja
  kana,    ///< Hiragana, Katakana
  emoji,   ///< Emoji_Presentation and pictographs
  mark,    ///< combining marks, joiners, variation selectors: belong to what is before them
};

/// By Unicode properties (Script, General_Category, Extended_Pictographic) of ICU's version.
[[nodiscard]] Script script_of(char32_t code_point) noexcept;

}  // namespace geul::text
