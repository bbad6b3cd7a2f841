// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <span>
#include <unordered_set>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/postings.hpp"
#include "common/index/settings.hpp"

namespace geul::index {

struct SegmentLimits {
  std::size_t batch_bytes = std::size_t{32} << 20U;  ///< of Postings::bytes()
  std::size_t fan_in = 40;  ///< merged at a time, 2 at the least; each is five open files
};

/// Builds a new database from many small ones: documents are gathered in batches, each batch
/// becomes a segment, a database of its own that is committed once, and segments are merged by
/// Xapian's compaction, `fan_in` at a time, then all at the end. A growing B-tree would be written
/// anew with every batch; here each posting is written once and merged one to three times, segments
/// are made by several threads, and what comes out is compact.
///
/// Document numbers follow the order of add(), whatever the number of threads.
/// Threads  one object for one thread; it starts threads of its own when `jobs` is over one.
/// Memory   at most `jobs` + 1 batches, and as many that Xapian holds inverted.
class Segments {
 public:
  /// Expects  `folder` empty; it works in there alone.
  Segments(std::filesystem::path folder, std::size_t jobs, const SegmentLimits& limits = {});
  /// Waits for its threads. What is in the folder stays.
  ~Segments();
  Segments(const Segments&) = delete;
  Segments& operator=(const Segments&) = delete;
  Segments(Segments&&) = delete;
  Segments& operator=(Segments&&) = delete;

  [[nodiscard]] bool empty() const noexcept { return keys_.empty(); }
  /// Whether a document of this key may have been added: never wrong when it says no.
  [[nodiscard]] bool may_have(const DocumentKey& key) const;
  /// Expects  a document of a new key.
  /// Errors   those of this batch or of one before: io. Nothing can be added after one.
  [[nodiscard]] Result<void> add(Postings document);
  /// Makes one database at `target`, in a folder that is there, with this program's identity and
  /// the settings. The last call. Errors  io.
  [[nodiscard]] Result<void> merge_into(const std::filesystem::path& target,
                                        const Settings& settings);

 private:
  using Task = std::shared_future<Result<void>>;
  struct Segment {
    std::filesystem::path place;
    std::size_t level = 0;  ///< how often its documents were merged
    Task done;
  };

  Result<void> end_batch();
  Result<void> start(std::filesystem::path place, std::size_t level,
                     std::function<Result<void>()> work);
  Result<void> wait_for_room(std::size_t most);
  Result<void> merge_last();
  [[nodiscard]] std::span<const Segment> last_run() const;
  [[nodiscard]] bool has_run_to_merge() const;
  [[nodiscard]] std::filesystem::path next_place();

  std::filesystem::path folder_;
  std::size_t jobs_;
  SegmentLimits limits_;
  std::vector<Postings> batch_;
  std::size_t batch_bytes_ = 0;
  std::unordered_set<std::uint64_t> keys_;
  std::vector<Segment> segments_;  ///< in the order of their documents
  std::deque<Task> running_;
  std::size_t made_ = 0;
};

}  // namespace geul::index
