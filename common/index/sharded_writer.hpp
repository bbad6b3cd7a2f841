// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "common/base/result.hpp"
#include "common/index/contents.hpp"
#include "common/index/settings.hpp"
#include "common/index/shards.hpp"
#include "common/index/writer.hpp"

namespace geul::index {

/// The one writer of a database of any number of shards. It decides which shard a document goes to
/// and which number it has there; a Writer for each shard does the rest.
///
/// Answers do not depend on the number of shards: a new document gets the next number of the whole
/// (shards.hpp), and one that is known keeps its own.
///
/// What is written appears shard by shard, as their batches grow full: a process that dies leaves
/// each shard at a commit of its own, some perhaps newer than others, and the next build brings all
/// of them up to date. A rebuild appears at once, as Writer's does.
/// Threads  one object for one thread, but for new_segment().
class ShardedWriter {
 public:
  /// Opens a database of `shards`; 0: of as many as it has, or a single one where there is none.
  /// Errors  as Writer::open(); conflict: it has another number of shards (update alone; hint:
  ///         --rebuild), or its list was changed; usage: more than kMostShards.
  [[nodiscard]] static Result<ShardedWriter> open(const std::string& database, OpenMode mode,
                                                  std::size_t shards);
  /// Drops what was not committed.
  ~ShardedWriter();
  ShardedWriter(ShardedWriter&&) noexcept;
  ShardedWriter& operator=(ShardedWriter&&) noexcept;
  ShardedWriter(const ShardedWriter&) = delete;
  ShardedWriter& operator=(const ShardedWriter&) = delete;

  /// As Writer's. A batch of all shards together holds some kBatchBytes.
  [[nodiscard]] Result<Contents> contents();
  [[nodiscard]] Result<void> set_settings(const Settings& settings);
  /// Unsettled where any shard is, or where they differ in their words.
  [[nodiscard]] Result<Settings> settings();
  [[nodiscard]] Result<void> put(const PreparedDocument& document);
  [[nodiscard]] Result<void> remove(const DocumentKey& key);
  [[nodiscard]] Result<void> commit();

  /// As Writer's, but never with several shards: there a document's place depends on the number of
  /// those before it.
  [[nodiscard]] bool takes_segments() const;
  [[nodiscard]] Segment new_segment(std::size_t batch_bytes);
  [[nodiscard]] Result<void> append(Segment segment);

 private:
  struct State;
  explicit ShardedWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace geul::index
