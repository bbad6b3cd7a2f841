// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace geul::query {

/// Tells which passages of a text are worth an analysis: those that may hold a term, by what the
/// analyser never changes on the way from a word to its terms.
///
///   - A stem keeps the lead consonant of each syllable, and the vowel of each but its last
///     (다르 in 달라, 돕 in 도와, 아름답 in 아름다운); a coda ㅂ may stand for 우 (도우 in 돕고).
///   - A stem of Latin letters keeps its first two letters, a short one its first.
///
/// A passage with anything else than Hangul syllables, ASCII and common punctuation may hold
/// anything, as may every passage where a term begins with anything else.
/// tests/property/sieve_laws.cpp asks this of all words of real posts.
class Sieve {
 public:
  /// A term that stands in a passage by itself.
  void want(std::string_view term);
  /// Pairs of syllables that may stand in a row over several words: 할수, 수있 in "할 수 있다".
  void want_row(const std::vector<std::string>& pairs);

  /// Never wrong when it says no. Cost  some ns a character.
  [[nodiscard]] bool may_hold(std::string_view passage) const;

 private:
  static constexpr std::size_t kLeads = 19;
  static constexpr std::size_t kBegins = kLeads * 21;  ///< of syllables, without their codas
  static constexpr std::size_t kLetters = 26;
  class Scan;

  void want_syllables(char32_t first, char32_t second);
  void want_letters(std::string_view term);

  bool everything_ = false;
  bool digits_ = false;
  std::array<std::uint32_t, kBegins> behind_{};  ///< by a syllable's begin, the leads wanted behind
  std::array<bool, kBegins> alone_{};
  std::array<std::uint32_t, kLeads> next_word_{};  ///< by a word's first lead, those of the next
  std::array<std::uint32_t, kLetters> letters_{};  ///< by a letter, those wanted behind it
  std::array<bool, kLetters> letter_alone_{};
};

/// The beginning of a text that is analysed like the whole of it: to the end of its first sentence
/// or line. A line that begins with a full stop goes with the one before, which decides whether the
/// full stop is part of a name (.NET).
[[nodiscard]] std::string_view first_passage(std::string_view text) noexcept;

}  // namespace geul::query
