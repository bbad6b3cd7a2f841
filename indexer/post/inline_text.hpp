// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace geul::indexer {

/// Gathers the text of one block (a paragraph, a heading) and cleans it at the end:
///   - fillers go; cells are parted by " · " and rows by LF;
///   - "**" and "~~" that still stand in pairs go: CommonMark does not close **낱말(뜻)**은, where
///     punctuation stands before the mark and a letter behind it, and has no ~~strike~~;
///   - web addresses go, since they fill excerpts with noise (the particle behind one stays);
///   - runs of white space become one space.
/// Code spans are left as they are, but for white space.
class InlineText {
 public:
  void add(std::string_view text) { add(text, false); }
  void add_code(std::string_view text) { add(text, true); }
  /// The cleaned text in NFC; the object is empty again.
  [[nodiscard]] std::string finish();

 private:
  void add(std::string_view text, bool code) {
    text_ += text;
    kept_.append(text.size(), code ? '\1' : '\0');
  }
  void drop(std::size_t begin, std::size_t end);
  void drop_pairs(std::string_view mark);
  void drop_addresses();

  std::string text_;
  std::string kept_;  ///< a byte for each of text_: 1 where it is code
};

}  // namespace geul::indexer
