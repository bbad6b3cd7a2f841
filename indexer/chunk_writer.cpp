// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/chunk_writer.hpp"

namespace geul::indexer {

ChunkOutcome ChunkWriter::write(const Items& items) {
  ChunkOutcome outcome;
  written_.clear();
  bool go_on = true;
  while (go_on) {
    std::optional<FeedItem> item = items();
    if (!item) break;
    PostOutcome& post = outcome.posts.emplace_back(preparer_.prepare(std::move(*item)));
    if (post.kind == PostOutcome::Kind::prepared) go_on = write_document(post, outcome);
    post.document.reset();
    ++done_;
  }
  // Appending fails with what closing fails with.
  if (!outcome.segments.empty()) static_cast<void>(outcome.segments.back().close());
  return outcome;
}

bool ChunkWriter::write_document(PostOutcome& post, ChunkOutcome& outcome) {
  const index::DocumentKey& key = post.document->key();
  if (changes_.is_present(key) || !written_.insert(key).second) {
    post.kind = PostOutcome::Kind::repeated;
    return true;
  }
  std::vector<index::Segment>& segments = outcome.segments;
  const bool is_full = !segments.empty() && segments.back().is_full();
  // Each open one is five open files.
  if (is_full && !segments.back().close()) return false;
  if (is_full || segments.empty()) segments.push_back(new_segment_());
  return segments.back().add(*post.document).has_value();
}

}  // namespace geul::indexer
