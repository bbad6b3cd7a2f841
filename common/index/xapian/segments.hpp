// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <unordered_set>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/segment.hpp"
#include "common/index/settings.hpp"
#include "common/index/terms.hpp"
#include "common/index/writer.hpp"
#include "common/index/xapian/segment.hpp"

namespace geul::index {

/// Builds a new database from segments: databases that are grown batch by batch to a size at which
/// a commit is still cheap, and merged by Xapian's compaction, `fan_in` at a time and all at the
/// end. A commit to one growing database writes most of its B-trees' blocks anew, ever more of
/// them. What is merged is compact, and segments are large enough that the parts of a term's list,
/// one a segment, cost little.
///
/// Documents come one by one by add(), or by append() in segments that other threads have written.
/// Their numbers follow the order of the calls.
/// Threads  one object for one thread, but for new_segment().
/// Memory   one batch, as Xapian holds it.
class Segments {
 public:
  /// Expects  `folder` absent or empty; it works in there alone. Nothing is there before the first
  ///          document. `fan_in` of 2 at the least; each segment is five open files.
  explicit Segments(std::filesystem::path folder, const SegmentLimits& limits = {},
                    std::size_t fan_in = 40);

  /// So many were added; the last one has this number.
  [[nodiscard]] std::uint32_t documents() const noexcept { return documents_; }
  /// Whether a segment was ever made, so that its files may be there.
  [[nodiscard]] bool has_made_any() const noexcept { return made_ > 0; }
  /// Whether add() can take a document of this key: none that may be there already, and none behind
  /// whole segments, whose keys are not known.
  [[nodiscard]] bool can_add(const DocumentKey& key) const;
  /// Expects  can_add().
  /// Errors   io. Nothing can be added after one.
  [[nodiscard]] Result<void> add(const PreparedDocument& document);
  /// A segment to be appended. Threads  any.
  [[nodiscard]] Segment new_segment(std::size_t batch_bytes);
  /// Expects  a segment of new_segment(), of keys that are not there.
  /// Errors   those of the segment; io.
  [[nodiscard]] Result<void> append(Segment segment);
  /// Makes one database at `target`, a place in the folder, with this program's identity and the
  /// settings. The last call. Errors  io.
  [[nodiscard]] Result<void> merge_into(const std::filesystem::path& target,
                                        const Settings& settings);
  /// Gives up what was added: its files may be deleted then.
  void close() noexcept;

 private:
  struct Part {
    std::filesystem::path place;
    std::size_t level = 0;  ///< how often its documents were merged
  };

  Result<void> end_segment();
  Result<void> take(Segment segment);
  Result<void> merge_last();
  [[nodiscard]] std::span<const Part> last_run() const;
  [[nodiscard]] bool has_run_to_merge() const;
  [[nodiscard]] std::filesystem::path next_place();

  std::filesystem::path folder_;
  SegmentLimits limits_;
  std::size_t fan_in_;
  std::optional<Segment> growing_;  ///< what add() adds to
  std::uint32_t documents_ = 0;
  bool has_appended_ = false;
  std::unordered_set<std::uint64_t> keys_;  ///< of add()
  std::vector<Part> parts_;                 ///< in the order of their documents
  std::atomic<std::size_t> made_ = 0;
};

}  // namespace geul::index
