// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"

namespace geul::analysis {

struct DictionaryEntry {
  std::string word;      ///< 2 to 20 syllables, nothing else
  std::size_t line = 0;  ///< in the file, from 1

  friend bool operator==(const DictionaryEntry&, const DictionaryEntry&) = default;
};

struct DictionaryFile {
  std::vector<DictionaryEntry> entries;  ///< in the file's order; a word may be there twice
  std::vector<Warning> warnings;         ///< of lines that hold no word of a dictionary
};

/// Reads a user dictionary, one word a line:
///
///     배달의민족
///     하이퍼클로바   # a '#' behind white space, or at a line's beginning, opens a comment
///
/// Text in any encoding that text::read_source_text() knows; white space around words and empty
/// lines mean nothing.
///
/// Warnings  with the line, and no file: what is not one run of Hangul syllables (several words,
///           other letters, punctuation, lone jamo), of one syllable, of more than 20.
/// Errors    limit: more than kMaxDictionaryWords lines that say something.
[[nodiscard]] Result<DictionaryFile> read_dictionary(std::string_view text);
inline constexpr std::size_t kMaxDictionaryWords = 10'000;

/// Reads the file; errors and warnings name it.
/// Errors  those of read_file() and read_dictionary(); limit over kMaxDictionaryFile bytes.
[[nodiscard]] Result<DictionaryFile> load_dictionary(const std::filesystem::path& file);
inline constexpr std::size_t kMaxDictionaryFile = std::size_t{4} << 20U;

}  // namespace geul::analysis
