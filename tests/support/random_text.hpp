// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace geul::test {

/// Random text for laws: mostly Korean eojeols with particles and endings, with Latin, digits,
/// names with punctuation, Hanja, kana, lone jamo, emoji, decomposed (NFD) syllables, full-width
/// letters, control characters and long runs mixed in. The same seed gives the same text.
class RandomText {
 public:
  explicit RandomText(std::uint64_t seed) : random_(seed) {}

  /// A word without spaces.
  [[nodiscard]] std::string word();
  /// Words parted by spaces, line feeds and punctuation. Well-formed UTF-8.
  [[nodiscard]] std::string text(std::size_t words);
  /// Any bytes, runs of well-formed text among them.
  [[nodiscard]] std::string bytes(std::size_t about);
  /// A number from 0 to bound - 1.
  [[nodiscard]] std::size_t below(std::size_t bound);
  [[nodiscard]] bool one_in(std::size_t n) { return below(n) == 0; }
  template <class T>
  [[nodiscard]] const T& pick(const std::vector<T>& values) {
    return values[below(values.size())];
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace geul::test
