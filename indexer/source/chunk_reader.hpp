// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <deque>

#include "indexer/source/feed.hpp"

namespace geul::indexer {

/// A chunk has one post at the least, whatever these say.
struct ChunkLimits {
  std::size_t posts = 4000;
  std::size_t bytes = std::size_t{32} << 20U;  ///< of records: they are held in memory
  std::size_t smallest = 16;  ///< posts of one that is shared out, or begins the standard input
};

/// Reads a feed in chunks as large as the limits allow, since each becomes a segment. Chunks of the
/// standard input grow with what has come of it, so that threads need not wait long for a program
/// that writes more slowly than they work.
///
/// The feed must outlive it.
/// Threads  one at a time.
class ChunkReader {
 public:
  explicit ChunkReader(Feed& feed, const ChunkLimits& limits = {}) : feed_(feed), limits_(limits) {}

  /// Empty at the end.
  [[nodiscard]] std::deque<FeedItem> next();

 private:
  [[nodiscard]] std::size_t most_posts() const;

  Feed& feed_;
  ChunkLimits limits_;
  std::size_t given_ = 0;
};

}  // namespace geul::indexer
