// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace geul::text {

/// How the bytes of a file were understood.
enum class Encoding { utf8, utf16_le, utf16_be, cp949 };

/// "UTF-8", "UTF-16LE", "UTF-16BE", "CP949".
[[nodiscard]] std::string_view name_of(Encoding encoding) noexcept;

/// Maps offsets in a converted text back to offsets in the file it was read from. A text may be
/// converted several times: each conversion is a stage that maps to the text before it.
/// Immutable after building; any number of threads may read.
class OffsetMap {
 public:
  /// The map of a text that is the file, byte for byte, but for `skipped` bytes at its front.
  explicit OffsetMap(std::size_t skipped = 0) : stages_{{{0, skipped}}} {}

  /// From now on append() describes another conversion, of the text that the stages before made.
  void begin_stage() { stages_.push_back({{0, 0}}); }
  /// From here on `after`, an offset behind this stage's conversion, is `before`, one to one until
  /// the next call. Expects both to be no smaller than in the last call.
  void append(std::size_t after, std::size_t before);

  /// The offset in the file. Inside a character that was converted: between the offsets of its
  /// ends. Never decreases. Cost: logarithmic in the number of converted places.
  [[nodiscard]] std::size_t to_file(std::size_t text_offset) const noexcept;

 private:
  struct Run {
    std::size_t after;
    std::size_t before;
  };
  std::vector<std::vector<Run>> stages_;
};

/// A file's text, ready for everything behind it: valid UTF-8, NFC, no NUL, no BOM, lines end
/// with LF alone.
struct SourceText {
  std::string text;
  OffsetMap offsets;
  Encoding encoding = Encoding::utf8;
  std::size_t replaced_bytes = 0;  ///< bytes that no character could be read from, now U+FFFD
  std::size_t removed_nuls = 0;
};

/// Reads any bytes as text; never fails. A byte order mark decides; else valid UTF-8 is UTF-8;
/// else, and only then, UTF-16 without a mark and CP949 (the superset of EUC-KR, WHATWG "euc-kr")
/// are considered, and taken when they explain the bytes better than damaged UTF-8 does.
/// Cost  one pass over UTF-8 that is NFC already, without CR; a few otherwise.
[[nodiscard]] SourceText read_source_text(std::string_view bytes);

}  // namespace geul::text
