// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <unordered_set>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/settings.hpp"
#include "common/index/terms.hpp"
#include "common/index/writer.hpp"

namespace geul::index {

/// In Postings::bytes().
struct SegmentLimits {
  std::size_t batch_bytes = kBatchBytes;              ///< held in memory until they are committed
  std::size_t segment_bytes = std::size_t{1} << 30U;  ///< some 5,000 posts
  std::size_t fan_in = 40;  ///< segments merged at a time, 2 at the least; each is five open files
};

/// Builds a new database from segments: databases that are grown batch by batch to a size at which
/// a commit is still cheap, and merged by Xapian's compaction, `fan_in` at a time and all at the
/// end. A commit to one growing database writes most of its B-trees' blocks anew, ever more of
/// them. What is merged is compact, and segments are large enough that the parts of a term's list,
/// one a segment, cost little.
///
/// Document numbers follow the order of add().
/// Threads  one object for one thread.
/// Memory   one batch, as Xapian holds it.
class Segments {
 public:
  /// Expects  `folder` empty; it works in there alone.
  explicit Segments(std::filesystem::path folder, const SegmentLimits& limits = {});

  /// So many were added; the last one has this number.
  [[nodiscard]] std::uint32_t documents() const noexcept { return documents_; }
  /// Whether a document of this key may have been added: never wrong when it says no.
  [[nodiscard]] bool may_have(const DocumentKey& key) const;
  /// Expects  a document of a new key.
  /// Errors   io. Nothing can be added after one.
  [[nodiscard]] Result<void> add(const PreparedDocument& document);
  /// Makes one database at `target`, in a folder that is there, with this program's identity and
  /// the settings. The last call. Errors  io.
  [[nodiscard]] Result<void> merge_into(const std::filesystem::path& target,
                                        const Settings& settings);

 private:
  struct Segment {
    std::filesystem::path place;
    std::size_t level = 0;  ///< how often its documents were merged
  };

  Result<void> open_segment();
  Result<void> end_batch();
  Result<void> end_segment();
  Result<void> merge_last();
  [[nodiscard]] std::span<const Segment> last_run() const;
  [[nodiscard]] bool has_run_to_merge() const;
  [[nodiscard]] std::filesystem::path next_place();

  std::filesystem::path folder_;
  SegmentLimits limits_;
  std::optional<Xapian::WritableDatabase> growing_;  ///< the last of `segments_`
  std::size_t batch_bytes_ = 0;
  std::size_t segment_bytes_ = 0;
  std::uint32_t documents_ = 0;
  std::unordered_set<std::uint64_t> keys_;
  std::vector<Segment> segments_;  ///< in the order of their documents
  std::size_t made_ = 0;
};

}  // namespace geul::index
