// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/index/segment.hpp"
#include "indexer/post_preparer.hpp"
#include "indexer/source/changes.hpp"
#include "indexer/source/feed.hpp"

namespace geul::indexer {

/// What became of posts that stand one behind the other in the feed.
struct ChunkOutcome {
  std::vector<PostOutcome> posts;        ///< without their documents: those are in
  std::vector<index::Segment> segments;  ///< closed; in their order; several of very long posts
};

/// Does all of a new database's work on a chunk. Chunks whose posts are marked as present come
/// before it, so their ids are not written again; a post whose id is in an earlier chunk that
/// others are still at is written as well, and has to be removed when that is seen.
/// Threads  one object for one thread; the changes may be marked meanwhile.
/// Memory   one post, and one batch of a segment.
class ChunkWriter {
 public:
  using Items = std::function<std::optional<FeedItem>()>;
  using NewSegment = std::function<index::Segment()>;  ///< called in this thread

  /// Counts in `done` each post that was worked on.
  ChunkWriter(PostPreparer preparer, NewSegment new_segment, const ChangeSet& changes,
              std::atomic<std::size_t>& done)
      : preparer_(std::move(preparer)),
        new_segment_(std::move(new_segment)),
        changes_(changes),
        done_(done) {}

  /// Ends with a post that could not be written; appending the last segment then says why.
  [[nodiscard]] ChunkOutcome write(const Items& items);

 private:
  /// False when its segment failed.
  bool write_document(PostOutcome& post, ChunkOutcome& outcome);

  PostPreparer preparer_;
  NewSegment new_segment_;
  const ChangeSet& changes_;
  std::atomic<std::size_t>& done_;
  std::unordered_set<index::DocumentKey> written_;  ///< of the chunk
};

}  // namespace geul::indexer
