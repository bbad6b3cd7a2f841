// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"

namespace geul::index {

/// Words and phrases that mean the same.
struct SynonymLine {
  std::size_t line = 0;            ///< in the file, from 1
  std::vector<std::string> words;  ///< as written, NFC, single spaces; two or more, all different
                                   ///< once folded
  bool one_way = false;            ///< whoever asks for the first finds the others, not the reverse

  friend bool operator==(const SynonymLine&, const SynonymLine&) = default;
};

struct SynonymTable {
  std::vector<SynonymLine> lines;  ///< in the file's order
  std::vector<Warning> warnings;   ///< of lines that were left out, or read in part
};

/// Reads a file of synonyms, one line each:
///
///     쿠버네티스 = kubernetes = k8s              # all of them mean the same
///     머신 러닝 = 기계 학습 = machine learning    # phrases too
///     왕 => 임금 = 군주                          # 왕 also finds the two others, not the reverse
///
/// White space around words means nothing, empty lines neither. A '#' at a line's beginning or
/// behind white space opens a comment, so that C# is a word. Text in any encoding that
/// text::read_source_text() knows.
///
/// Warnings  with the line, and no file: a line without '=', with nothing or no letter and digit
///           between two, with "=>" elsewhere than behind the first, with fewer than two different
///           words; words beyond the limits below. Such a line is left out, never the file.
/// Errors    limit: more than kMaxSynonymLines lines that say something.
[[nodiscard]] Result<SynonymTable> read_synonyms(std::string_view text);
inline constexpr std::size_t kMaxSynonymLines = 10'000;
inline constexpr std::size_t kMaxSynonymWords = 32;   ///< of a line; the rest is left out
inline constexpr std::size_t kMaxSynonymBytes = 256;  ///< of a word or phrase

/// Reads the file; errors and warnings name it.
/// Errors  those of read_file() and read_synonyms(); limit over kMaxSynonymFile bytes.
[[nodiscard]] Result<SynonymTable> load_synonyms(const std::filesystem::path& file);
inline constexpr std::size_t kMaxSynonymFile = std::size_t{8} << 20U;

}  // namespace geul::index
