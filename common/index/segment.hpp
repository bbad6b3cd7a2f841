// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/terms.hpp"

namespace geul::index {

class PreparedDocument;

/// Some of a new database's documents, in their order: a database of its own, which is grown batch
/// by batch beside the place of the new one (Writer::new_segment()) until Writer::append() takes
/// it. So several threads can write at a time. After a failure every call fails with it.
///
/// Nothing of it is durable, and nothing is seen of it before the writer's commit(). The writer
/// deletes what became of it, which it must not outlive.
/// Threads  one object for one thread at a time.
/// Memory   one batch, as Xapian holds it.
class Segment {
 public:
  ~Segment();
  Segment(Segment&&) noexcept;
  Segment& operator=(Segment&&) noexcept;
  Segment(const Segment&) = delete;
  Segment& operator=(const Segment&) = delete;

  /// So many are in it.
  [[nodiscard]] std::uint32_t documents() const noexcept;
  /// Whether it has the size, some 5,000 posts, from which on a commit costs too much: what comes
  /// next belongs into another segment.
  [[nodiscard]] bool is_full() const noexcept;
  /// Expects  a document of a key that the segment does not have.
  /// Errors   io.
  [[nodiscard]] Result<void> add(const PreparedDocument& document);
  /// Takes out the documents of these keys, where it has them, and closes up the rest.
  /// Cost    where it has any, as writing all others anew.
  /// Errors  io.
  [[nodiscard]] Result<void> remove(const std::vector<DocumentKey>& keys);
  /// Writes what is held in memory, before a thread hands the segment on. Errors  io.
  [[nodiscard]] Result<void> close();

 private:
  friend class Segments;
  struct State;
  explicit Segment(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace geul::index
