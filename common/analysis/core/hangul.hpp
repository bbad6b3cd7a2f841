// SPDX-License-Identifier: MIT
#pragma once

#include <stdint.h>

namespace geul::analysis::core {

// The arithmetic of Hangul syllables (The Unicode Standard, 3.12): a syllable is a lead consonant,
// a vowel and perhaps a coda (batchim), and its code point is composed of their indices.

enum Lead : uint8_t {
  kLeadRieul = 5,
  kLeadSiot = 9,
  kLeadIeung = 11,
  kLeadHieut = 18,
};

enum Vowel : uint8_t {
  kA = 0,
  kAe = 1,
  kYa = 2,
  kYae = 3,
  kEo = 4,
  kE = 5,
  kYeo = 6,
  kYe = 7,
  kO = 8,
  kWa = 9,
  kWae = 10,
  kOe = 11,
  kU = 13,
  kWo = 14,
  kEu = 18,
  kI = 20,
};

enum Coda : uint8_t {
  kNoCoda = 0,
  kNieun = 4,
  kDigeut = 7,
  kRieul = 8,
  kMieum = 16,
  kBieup = 17,
  kSiot = 19,
  kSsangSiot = 20,
  kHieut = 27,
};

inline constexpr char16_t kFirstSyllable = 0xAC00;
inline constexpr char16_t kLastSyllable = 0xD7A3;
inline constexpr unsigned kVowels = 21;
inline constexpr unsigned kCodas = 28;

[[nodiscard]] constexpr bool is_syllable(char32_t c) noexcept {
  return c >= kFirstSyllable && c <= kLastSyllable;
}

// The functions below expect a syllable.

[[nodiscard]] constexpr unsigned lead_of(char16_t syllable) noexcept {
  return (syllable - unsigned{kFirstSyllable}) / (kVowels * kCodas);
}
[[nodiscard]] constexpr unsigned vowel_of(char16_t syllable) noexcept {
  return (syllable - unsigned{kFirstSyllable}) / kCodas % kVowels;
}
[[nodiscard]] constexpr unsigned coda_of(char16_t syllable) noexcept {
  return (syllable - unsigned{kFirstSyllable}) % kCodas;
}
[[nodiscard]] constexpr bool is_open(char16_t syllable) noexcept {
  return coda_of(syllable) == kNoCoda;
}
[[nodiscard]] constexpr char16_t compose(unsigned lead, unsigned vowel,
                                         unsigned coda = kNoCoda) noexcept {
  return static_cast<char16_t>(kFirstSyllable + (lead * kVowels + vowel) * kCodas + coda);
}
/// 하 -> 한. Expects an open syllable.
[[nodiscard]] constexpr char16_t with_coda(char16_t syllable, unsigned coda) noexcept {
  return static_cast<char16_t>(syllable + coda);
}
/// 한 -> 하.
[[nodiscard]] constexpr char16_t without_coda(char16_t syllable) noexcept {
  return static_cast<char16_t>(syllable - coda_of(syllable));
}

}  // namespace geul::analysis::core
