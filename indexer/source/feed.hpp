// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/source/record_reader.hpp"
#include "indexer/source/scan.hpp"

namespace geul::indexer {

/// One post to be read: a Markdown file by its name, or a record by its text.
struct FeedItem {
  const SourceFile* file = nullptr;  ///< belongs to the scan
  std::optional<RecordReader::Record> record = {};
  std::optional<Error> error = {};  ///< instead of a record that could not be read
};

/// Gives the posts of a scan one after the other, opening one JSON Lines file at a time.
/// The scan must outlive it and its items.
/// Threads  one at a time.
class Feed {
 public:
  explicit Feed(const std::vector<SourceFile>& files) : files_(files) {}

  [[nodiscard]] std::optional<FeedItem> next();
  /// Whether the next post comes from the standard input, as fast as somebody writes it.
  [[nodiscard]] bool is_live() const;
  /// The first file of records, or "-", that held none; empty where each held one.
  [[nodiscard]] const std::filesystem::path& without_records() const { return without_records_; }

 private:
  std::optional<FeedItem> next_record(const SourceFile& file);

  const std::vector<SourceFile>& files_;
  std::size_t at_ = 0;
  std::optional<RecordReader> records_;
  bool has_record_ = false;  ///< the file at turn
  std::filesystem::path without_records_;
};

}  // namespace geul::indexer
