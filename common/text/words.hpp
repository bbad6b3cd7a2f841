// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "common/base/byte_span.hpp"

namespace geul::text {

/// What ICU says of a stretch between two word breaks (ubrk.h, UWordBreak).
enum class WordStatus : std::uint8_t {
  none,      ///< spaces, punctuation, symbols, most emoji
  number,    ///< appears to be a number
  letter,    ///< letters, Hangul among them
  kana,      ///< Hiragana and Katakana
  ideograph  ///< Hanja
};

struct Word {
  ByteSpan span;  ///< of the text given to WordBreaker::reset()
  WordStatus status = WordStatus::none;
};

/// Walks the word breaks of a text (UAX #29, ICU's root locale). Every byte of the text is in
/// exactly one word, spaces and punctuation included.
///
/// Threads  one object for one thread at a time.
/// Cost     making one opens ICU's rules (some 20 µs and 10 kB): keep it and reset() it.
class WordBreaker {
 public:
  WordBreaker();
  ~WordBreaker();
  WordBreaker(WordBreaker&&) noexcept;
  WordBreaker& operator=(WordBreaker&&) noexcept;
  WordBreaker(const WordBreaker&) = delete;
  WordBreaker& operator=(const WordBreaker&) = delete;

  /// Begins with a new text of any bytes, which must outlive the walk. Ill-formed bytes count as
  /// characters of their own.
  void reset(std::string_view utf8);
  /// The next word; false at the end.
  [[nodiscard]] bool next(Word& word);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace geul::text
