// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/segments.hpp"

#include <xapian.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

#include "common/base/format.hpp"
#include "common/index/folder.hpp"
#include "common/index/xapian/guard.hpp"
#include "common/index/xapian/identity.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;

std::uint64_t short_hash(const DocumentKey& key) {
  return std::hash<std::string>{}(key.str());
}

/// FULL, not FULLER: an update of the result would split every block (XAPIAN.md).
Result<void> merge(const std::vector<fs::path>& places, const fs::path& target) {
  Result<void> done = create_folder(target);
  if (!done) return done;
  done = guarded(target.string(), [&] {
    Xapian::Database all;
    for (const fs::path& place : places) all.add_database(Xapian::Database(place.string()));
    all.compact(target.string(), unsigned{Xapian::Compactor::FULL});
  });
  for (const fs::path& place : places) remove_database(place);
  return done;
}

/// What makes a database geul's, as one more part to merge.
Result<void> write_settings(const fs::path& place, const Settings& settings, int flags) {
  if (Result<void> made = create_folder(place); !made) return made;
  return guarded(place.string(), [&] { create_empty(place.string(), settings, flags); });
}

}  // namespace

Segments::Segments(fs::path folder, const SegmentLimits& limits, std::size_t fan_in)
    : folder_(std::move(folder)), limits_(limits), fan_in_(fan_in) {}

bool Segments::can_add(const DocumentKey& key) const {
  return !has_appended_ && !keys_.contains(short_hash(key));
}

Result<void> Segments::add(const PreparedDocument& document) {
  if (!growing_) growing_.emplace(new_segment(limits_.batch_bytes));
  if (Result<void> added = growing_->add(document); !added) return added;
  ++documents_;
  keys_.insert(short_hash(document.key()));
  return growing_->is_full() ? end_segment() : Result<void>();
}

Segment Segments::new_segment(std::size_t batch_bytes) {
  return Segment(std::make_unique<Segment::State>(
      Segment::State{next_place(), {batch_bytes, limits_.segment_bytes}}));
}

Result<void> Segments::append(Segment segment) {
  if (Result<void> ended = end_segment(); !ended) return ended;
  has_appended_ = true;
  documents_ += segment.documents();
  return take(std::move(segment));
}

Result<void> Segments::merge_into(const fs::path& target, const Settings& settings) {
  if (Result<void> ended = end_segment(); !ended) return ended;
  if (Result<void> made = create_folder(folder_); !made) return made;
  if (parts_.empty()) return write_settings(target, settings, 0);
  std::vector<fs::path> places{next_place()};
  if (Result<void> done = write_settings(places.front(), settings, kUnsafe); !done) return done;
  for (const Part& part : parts_) places.push_back(part.place);
  return merge(places, target);
}

void Segments::close() noexcept {
  growing_.reset();
}

Result<void> Segments::end_segment() {
  if (!growing_) return {};
  Result<void> taken = take(std::move(*growing_));
  growing_.reset();
  return taken;
}

Result<void> Segments::take(Segment segment) {
  Result<void> done = segment.close();
  if (done && segment.documents() > 0) parts_.push_back({segment.state_->place});
  while (done && has_run_to_merge()) done = merge_last();
  return done;
}

std::span<const Segments::Part> Segments::last_run() const {
  return std::span(parts_).last(std::min(fan_in_, parts_.size()));
}

bool Segments::has_run_to_merge() const {
  const auto run = last_run();
  return run.size() == fan_in_ && std::all_of(run.begin(), run.end(), [&run](const Part& part) {
           return part.level == run.back().level;
         });
}

Result<void> Segments::merge_last() {
  const Part merged{next_place(), parts_.back().level + 1};
  std::vector<fs::path> places;
  for (const Part& part : last_run()) places.push_back(part.place);
  parts_.resize(parts_.size() - places.size());
  parts_.push_back(merged);
  return merge(places, merged.place);
}

fs::path Segments::next_place() {
  return folder_ / format("segment-{}", made_++);
}

}  // namespace geul::index
