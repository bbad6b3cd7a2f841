// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/feed.hpp"

#include <utility>

namespace geul::indexer {

std::optional<FeedItem> Feed::next() {
  while (at_ < files_.size()) {
    const SourceFile& file = files_[at_];
    if (file.kind != SourceKind::json_lines) {
      ++at_;
      return FeedItem{&file};
    }
    if (auto item = next_record(file)) return item;
  }
  return std::nullopt;
}

bool Feed::is_live() const {
  return at_ < files_.size() && files_[at_].path == "-";
}

/// The next record of the file that is at turn; nothing at its end, and the next file is at turn.
std::optional<FeedItem> Feed::next_record(const SourceFile& file) {
  if (!records_) {
    auto opened = RecordReader::open(file.path);
    if (!opened) {
      ++at_;
      return FeedItem{&file, {}, std::move(opened.error())};
    }
    records_ = std::move(*opened);
    has_record_ = false;
  }
  auto record = records_->next();
  const bool is_end = record && !*record;
  if (is_end && !has_record_ && without_records_.empty()) without_records_ = file.path;
  has_record_ = true;
  if (record && *record) return FeedItem{&file, std::move(**record)};
  if (!record && record.error().code == ErrorCode::limit)
    return FeedItem{&file, {}, std::move(record.error())};
  records_.reset();
  ++at_;
  if (is_end) return std::nullopt;
  return FeedItem{&file, {}, std::move(record.error())};
}

}  // namespace geul::indexer
