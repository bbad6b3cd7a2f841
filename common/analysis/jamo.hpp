// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

namespace geul::analysis {

/// Hangul letters as they are typed: compatibility jamo (Unicode block U+3130), of which 두벌식
/// (KS X 5002) has a key for each but the compounds: ㅘ is ㅗ and ㅏ, ㄳ is ㄱ and ㅅ, while ㄲ,
/// ㅆ, ㅒ are one stroke with Shift.

[[nodiscard]] constexpr bool is_consonant(char32_t c) noexcept {
  return c >= 0x3131 && c <= 0x314E;
}
[[nodiscard]] constexpr bool is_vowel(char32_t c) noexcept {
  return c >= 0x314F && c <= 0x3163;
}

/// Index among the 19 leads, 21 vowels and 27 codas (from 1) of a syllable; nothing for a consonant
/// that cannot stand there, and for other characters. vowel_index() expects a vowel.
[[nodiscard]] std::optional<unsigned> lead_index(char32_t consonant) noexcept;
[[nodiscard]] unsigned vowel_index(char32_t vowel) noexcept;
[[nodiscard]] std::optional<unsigned> coda_index(char32_t consonant) noexcept;

/// The jamo of an index; of coda 0 none (0).
[[nodiscard]] char16_t lead_jamo(unsigned lead) noexcept;
[[nodiscard]] char16_t vowel_jamo(unsigned vowel) noexcept;
[[nodiscard]] char16_t coda_jamo(unsigned coda) noexcept;

struct JamoPair {
  char16_t first = 0;
  char16_t second = 0;  ///< 0 for a jamo of one stroke
};

/// ㄳ -> ㄱ and ㅅ, ㅘ -> ㅗ and ㅏ, ㄱ -> ㄱ and nothing.
[[nodiscard]] JamoPair parts_of(char16_t jamo) noexcept;
/// ㄱ and ㅅ -> ㄳ; 0 where two make none.
[[nodiscard]] char16_t joined_jamo(char16_t first, char16_t second) noexcept;

/// The strokes that give a syllable or a jamo, as compatibility jamo: 값 -> ㄱㅏㅂㅅ. Empty for
/// other characters.
[[nodiscard]] std::u16string strokes_of(char32_t c);

}  // namespace geul::analysis
