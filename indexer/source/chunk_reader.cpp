// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/chunk_reader.hpp"

#include <algorithm>
#include <utility>

namespace geul::indexer {

std::deque<FeedItem> ChunkReader::next() {
  std::deque<FeedItem> chunk;
  std::size_t bytes = 0;
  while (chunk.empty() || (chunk.size() < most_posts() && bytes < limits_.bytes)) {
    std::optional<FeedItem> item = feed_.next();
    if (!item) break;
    if (item->record) bytes += item->record->text.size();
    chunk.push_back(std::move(*item));
  }
  given_ += chunk.size();
  return chunk;
}

std::size_t ChunkReader::most_posts() const {
  if (!feed_.is_live()) return limits_.posts;
  return std::clamp(given_, std::min(limits_.smallest, limits_.posts), limits_.posts);
}

}  // namespace geul::indexer
