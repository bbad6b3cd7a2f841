// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/base/byte_span.hpp"
#include "common/text/script.hpp"
#include "common/text/words.hpp"

namespace geul::analysis {

/// What a stretch of text is made of.
enum class Kind : std::uint8_t {
  end,     ///< the text is over
  space,   ///< one space that parts words of one line
  symbol,  ///< one character that is no word: punctuation, line breaks, controls, bad bytes
  alnum,   ///< Latin letters (and other alphabets) and digits
  hangul,  ///< syllables and conjoining jamo
  jamo,    ///< compatibility jamo, which stand alone: ㅋㅋㅋ
  han,     ///< Hanja
  kana,    ///< Hiragana and Katakana
  emoji,   ///< one emoji with all that belongs to it
};

struct CharacterClass;

/// A stretch of one kind.
struct Piece {
  Kind kind = Kind::end;
  ByteSpan span;         ///< of the text
  char32_t symbol = 0;   ///< the character of a symbol, full-width ASCII as ASCII
  bool plain = true;     ///< alnum: only ASCII; hangul: only precomposed syllables
  bool letters = false;  ///< alnum: not digits alone
  bool ends_in_digit = false;
};

/// Parts a text into pieces: ICU's words, parted further where the script changes. Combining marks
/// and joiners stay with what precedes them. Runs of Hangul, Hanja and kana go on over ICU's breaks
/// (which come from a dictionary of Japanese and Chinese); alphabets and emoji do not.
///
/// Every byte of the text is in exactly one piece.
/// Threads  one object for one thread at a time.
class Scanner {
 public:
  /// Begins with a new text of any bytes, which must outlive the walk.
  void reset(std::string_view text);
  /// The next piece; Kind::end for ever at the end.
  [[nodiscard]] Piece next();

 private:
  struct Character;
  [[nodiscard]] Character read(std::size_t offset) const noexcept;
  [[nodiscard]] bool parts(const Piece& piece, const CharacterClass& next);
  [[nodiscard]] bool is_break(std::size_t offset);
  void extend(Piece& piece);

  text::WordBreaker breaker_;
  std::string_view text_;
  std::size_t at_ = 0;
  text::Word word_;
};

}  // namespace geul::analysis
