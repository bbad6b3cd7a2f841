// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/analysis/scanner.hpp"

namespace geul::analysis {

/// Brings the text of pieces into the form of terms. Keeps its buffers between calls.
class RunFolder {
 public:
  /// The piece folded, without ignorable characters, NFC. Only the first bytes of a piece that is
  /// too long for a term count, but for Hanja and kana, whose pairs reach to its end.
  /// Returns  a view that is valid until the next call.
  [[nodiscard]] std::string_view fold(std::string_view text, const Piece& piece);

  /// A Hangul piece as precomposed syllables; empty when it holds others, such as old Hangul.
  /// Returns  a view that is valid until the next call.
  [[nodiscard]] std::u16string_view syllables(std::string_view text, const Piece& piece);

 private:
  std::string raw_;
  std::string folded_;
  std::u16string syllables_;
};

/// The longest prefix that is a term: at most kMaxTermBytes bytes, no code point cut.
[[nodiscard]] std::string_view clip_to_term(std::string_view folded) noexcept;

/// Expects code points below U+10000 that are no surrogates; `out` is replaced.
void write_utf8(std::u16string_view text, std::string& out);

}  // namespace geul::analysis
