// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/file_descriptor.hpp"
#include "common/base/result.hpp"

namespace geul::indexer {

/// Reads JSON Lines (jsonlines.org) a record at a time, however large the whole is.
class RecordReader {
 public:
  struct Record {
    std::string text;
    std::size_t line = 0;  ///< from 1
  };

  /// Opens a file, or takes the standard input for "-", which may be a stream of any kind.
  /// Errors  not_found; io: unreadable, or no regular file: a FIFO may have no writer, and a device
  ///         no end.
  [[nodiscard]] static Result<RecordReader> open(const std::filesystem::path& path);

  /// The next line that is not blank; nothing at the end.
  /// Errors  io: what stands behind is lost, and so is the line it happened in. A line over
  ///         kMaxRecordBytes is dropped and said so; the next call goes on behind it (limit).
  [[nodiscard]] Result<std::optional<Record>> next();

  static constexpr std::size_t kMaxRecordBytes = std::size_t{16} << 20U;

 private:
  RecordReader(std::filesystem::path path, FileDescriptor file);

  Result<bool> read_line(std::string& text, bool& too_long);
  Result<bool> fill();
  std::string_view unread() const;
  [[nodiscard]] Error lost(Error error) const;

  std::filesystem::path path_;
  FileDescriptor file_;  ///< none when the standard input is read
  std::string block_;    ///< what was read last, of `filled_` bytes
  std::size_t filled_ = 0;
  std::size_t at_ = 0;  ///< in the block
  std::size_t line_ = 0;
};

}  // namespace geul::indexer
