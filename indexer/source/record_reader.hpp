// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <istream>
#include <optional>
#include <string>

#include "common/base/result.hpp"

namespace geul::indexer {

/// Reads JSON Lines (jsonlines.org) a record at a time, however large the whole is.
class RecordReader {
 public:
  struct Record {
    std::string text;
    std::size_t line = 0;  ///< from 1
  };

  /// Opens a file, or the standard input for "-".
  /// Errors  not_found; io: unreadable, or no regular file: a FIFO may have no writer, and a device
  ///         no end.
  [[nodiscard]] static Result<RecordReader> open(const std::filesystem::path& path);

  /// The next line that is not blank; nothing at the end.
  /// Errors  io. A line over kMaxRecordBytes is dropped and said so; the next call goes on behind
  ///         it (limit).
  [[nodiscard]] Result<std::optional<Record>> next();

  static constexpr std::size_t kMaxRecordBytes = std::size_t{16} << 20U;

 private:
  RecordReader(std::filesystem::path path, std::ifstream file);

  std::istream& stream();
  bool read_line(std::string& text, bool& too_long);

  std::filesystem::path path_;
  std::ifstream file_;  ///< closed when the standard input is read
  std::size_t line_ = 0;
};

}  // namespace geul::indexer
