// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/byte_span.hpp"
#include "common/text/script.hpp"

namespace geul::analysis {

/// The families of terms one text is turned into. They are weighted apart (KOREAN.md: rules and
/// bigrams together find more than either), so they are indexed apart.
enum class Family : std::uint8_t {
  word,     ///< what a word is known by: 컬리에 -> 컬리, running -> run, C++ -> c++
  variant,  ///< a second, weaker reading of the same word: 그림 -> 그리 beside 그림
  part,     ///< a piece of a compound name: node and js of node.js
  pair,     ///< two neighbouring syllables of a stem: 데이, 이터; a lone syllable is itself
  crossing_pair,  ///< the last syllable of a stem with the first of the next word's: 색엔
  tail_pair,      ///< two syllables that reach into a particle or ending
  alternate,      ///< another cut of a query's word (alternates_of()); no text has it
};

/// Whether a family is of two neighbouring syllables, wherever they stand.
[[nodiscard]] constexpr bool is_pair(Family family) noexcept {
  return family == Family::pair || family == Family::crossing_pair || family == Family::tail_pair;
}

/// One term found in a text.
struct Token {
  Family family = Family::word;
  text::Script script = text::Script::other;  ///< of the run it came from
  std::string_view term;   ///< folded, NFC, 1 to kMaxTermBytes bytes; valid until the sink returns
  ByteSpan span;           ///< of the analysed text, as given: the run, with a particle behind it
  std::uint32_t word = 0;  ///< ordinal of the word from 0; a word's families and parts share it
  std::uint32_t position = 0;  ///< for phrases, from 0: neighbours in the text differ by one
};

/// The longest term in bytes. Longer runs are cut, on the index's side and the query's alike.
inline constexpr std::size_t kMaxTermBytes = 64;

}  // namespace geul::analysis
