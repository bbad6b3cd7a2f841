// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.hpp"

namespace geul::test {

/// A token that owns its term.
struct OwnToken {
  analysis::Family family = analysis::Family::word;
  text::Script script = text::Script::other;
  std::string term;
  ByteSpan span;
  std::uint32_t word = 0;
  std::uint32_t position = 0;

  friend bool operator==(const OwnToken&, const OwnToken&) = default;
};

[[nodiscard]] std::vector<OwnToken> tokens_of(std::string_view text);
[[nodiscard]] std::vector<OwnToken> tokens_of(std::string_view text, analysis::Analyzer& analyzer);
/// The terms of one family, in order.
[[nodiscard]] std::vector<std::string> terms_of(std::string_view text, analysis::Family family);
/// "word", "variant", "part", "pair", "crossing_pair", "tail_pair".
[[nodiscard]] std::string_view name_of(analysis::Family family);
/// The tokens in one line: "0 word 컬리, 0 pair 컬리".
[[nodiscard]] std::string describe(const std::vector<OwnToken>& tokens);

/// The key of one eojeol of Hangul; "" when it has none.
[[nodiscard]] std::string key_of_word(std::string_view word);
/// Syllables of a text that is nothing else.
[[nodiscard]] std::u16string syllables_of(std::string_view word);
[[nodiscard]] std::string utf8_of(std::u16string_view text);

/// The lines of a table in the checkout that are no comments, cut at tabs, the header left out.
[[nodiscard]] std::vector<std::vector<std::string>> read_table(const std::string& path);

}  // namespace geul::test
