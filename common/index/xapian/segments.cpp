// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/segments.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "common/base/format.hpp"
#include "common/index/folder.hpp"
#include "common/index/xapian/guard.hpp"
#include "common/index/xapian/identity.hpp"
#include "common/index/xapian/prepared.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;

/// What is built here is thrown away when the process dies, so nothing need reach the disk.
constexpr int kUnsafe = Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;

std::uint64_t short_hash(const DocumentKey& key) {
  return std::hash<std::string>{}(key.str());
}

/// FULL, not FULLER: an update of the result would split every block (XAPIAN.md).
Result<void> merge(const std::vector<fs::path>& places, const fs::path& target) {
  Result<void> done = guarded(target.string(), [&] {
    Xapian::Database all;
    for (const fs::path& place : places) all.add_database(Xapian::Database(place.string()));
    all.compact(target.string(), unsigned{Xapian::Compactor::FULL});
  });
  for (const fs::path& place : places) remove_database(place);
  return done;
}

/// What makes a database geul's, as one more part to merge.
Result<void> write_settings(const fs::path& place, const Settings& settings, int flags) {
  return guarded(place.string(), [&] { create_empty(place.string(), settings, flags); });
}

}  // namespace

Segments::Segments(fs::path folder, const SegmentLimits& limits)
    : folder_(std::move(folder)), limits_(limits) {}

bool Segments::may_have(const DocumentKey& key) const {
  return keys_.contains(short_hash(key));
}

Result<void> Segments::add(const PreparedDocument& document) {
  const PreparedDocument::State& prepared = *document.state_;
  if (Result<void> open = open_segment(); !open) return open;
  Result<void> added =
      guarded(folder_.string(), [&] { growing_->add_document(prepared.document); });
  if (!added) return added;
  ++documents_;
  keys_.insert(short_hash(prepared.key));
  batch_bytes_ += prepared.bytes;
  return batch_bytes_ < limits_.batch_bytes ? added : end_batch();
}

Result<void> Segments::merge_into(const fs::path& target, const Settings& settings) {
  if (Result<void> ended = end_segment(); !ended) return ended;
  if (segments_.empty()) return write_settings(target, settings, 0);
  std::vector<fs::path> places{next_place()};
  if (Result<void> done = write_settings(places.front(), settings, kUnsafe); !done) return done;
  for (const Segment& segment : segments_) places.push_back(segment.place);
  return merge(places, target);
}

Result<void> Segments::open_segment() {
  if (growing_) return {};
  const fs::path place = next_place();
  Result<void> created = guarded(place.string(), [&] {
    growing_.emplace(place.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | kUnsafe);
  });
  if (created) segments_.push_back({place});
  return created;
}

Result<void> Segments::end_batch() {
  segment_bytes_ += std::exchange(batch_bytes_, 0);
  if (segment_bytes_ >= limits_.segment_bytes) return end_segment();
  return guarded(folder_.string(), [this] { growing_->commit(); });
}

Result<void> Segments::end_segment() {
  if (!growing_) return {};
  Result<void> ended = guarded(folder_.string(), [this] {
    growing_->commit();
    growing_->close();
  });
  growing_.reset();
  batch_bytes_ = 0;
  segment_bytes_ = 0;
  while (ended && has_run_to_merge()) ended = merge_last();
  return ended;
}

std::span<const Segments::Segment> Segments::last_run() const {
  return std::span(segments_).last(std::min(limits_.fan_in, segments_.size()));
}

bool Segments::has_run_to_merge() const {
  const auto run = last_run();
  return run.size() == limits_.fan_in &&
         std::all_of(run.begin(), run.end(),
                     [&run](const Segment& segment) { return segment.level == run.back().level; });
}

Result<void> Segments::merge_last() {
  const Segment merged{next_place(), segments_.back().level + 1};
  std::vector<fs::path> places;
  for (const Segment& segment : last_run()) places.push_back(segment.place);
  segments_.resize(segments_.size() - places.size());
  segments_.push_back(merged);
  return merge(places, merged.place);
}

fs::path Segments::next_place() {
  return folder_ / format("segment-{}", made_++);
}

}  // namespace geul::index
