// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/segments.hpp"

#include <xapian.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <system_error>
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

Result<void> write_segment(const fs::path& place, std::vector<Postings> batch) {
  return guarded(place.string(), [&] {
    Xapian::WritableDatabase database(place.string(),
                                      Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | kUnsafe);
    for (Postings& document : batch) {
      database.add_document(to_xapian(document));
      document = {};
    }
    database.commit();
    database.close();
  });
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

/// A database without documents, which says whose it is.
Result<void> write_settings(const fs::path& place, const Settings& settings, int flags) {
  return guarded(place.string(), [&] {
    Xapian::WritableDatabase database(place.string(),
                                      Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | flags);
    set_identity(database, own_identity());
    set_settings(database, settings);
    database.commit();
    database.close();
  });
}

}  // namespace

Segments::Segments(fs::path folder, std::size_t jobs, const SegmentLimits& limits)
    : folder_(std::move(folder)), jobs_(std::max<std::size_t>(jobs, 1)), limits_(limits) {}

Segments::~Segments() {
  for (const Task& task : running_) task.wait();
}

bool Segments::may_have(const DocumentKey& key) const {
  return keys_.contains(short_hash(key));
}

Result<void> Segments::add(Postings document) {
  keys_.insert(short_hash(document.key));
  batch_bytes_ += document.bytes();
  batch_.push_back(std::move(document));
  return batch_bytes_ < limits_.batch_bytes ? Result<void>() : end_batch();
}

Result<void> Segments::merge_into(const fs::path& target, const Settings& settings) {
  if (!batch_.empty())
    if (Result<void> ended = end_batch(); !ended) return ended;
  if (Result<void> done = wait_for_room(0); !done) return done;
  if (segments_.empty()) return write_settings(target, settings, 0);
  std::vector<fs::path> places{next_place()};
  if (Result<void> done = write_settings(places.front(), settings, kUnsafe); !done) return done;
  for (const Segment& segment : segments_) places.push_back(segment.place);
  return merge(places, target);
}

Result<void> Segments::end_batch() {
  batch_bytes_ = 0;
  const fs::path place = next_place();
  auto batch = std::make_shared<std::vector<Postings>>(std::exchange(batch_, {}));
  Result<void> started =
      start(place, 0, [place, batch] { return write_segment(place, std::move(*batch)); });
  while (started && has_run_to_merge()) started = merge_last();
  return started;
}

/// One thread does its work at once: a deferred task would only hold the batch longer.
Result<void> Segments::start(fs::path place, std::size_t level,
                             std::function<Result<void>()> work) {
  if (Result<void> room = wait_for_room(jobs_ - 1); !room) return room;
  const std::launch policy = jobs_ > 1 ? std::launch::async : std::launch::deferred;
  Task task = std::async(policy, std::move(work)).share();
  segments_.push_back({std::move(place), level, task});
  running_.push_back(std::move(task));
  return jobs_ > 1 ? Result<void>() : wait_for_room(0);
}

/// Waits until at most `most` tasks run, the oldest first.
Result<void> Segments::wait_for_room(std::size_t most) {
  Result<void> all;
  while (running_.size() > most) {
    const Result<void> done = running_.front().get();
    running_.pop_front();
    if (!done && all) all = fail(done.error());
  }
  return all;
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

/// Replaces the last segments by one; it waits for those that are still being written.
Result<void> Segments::merge_last() {
  const std::vector<Segment> inputs(last_run().begin(), last_run().end());
  segments_.resize(segments_.size() - inputs.size());
  const fs::path target = next_place();
  return start(target, inputs.front().level + 1, [inputs, target]() -> Result<void> {
    std::vector<fs::path> places;
    for (const Segment& input : inputs) {
      if (const Result<void> written = input.done.get(); !written) return fail(written.error());
      places.push_back(input.place);
    }
    return merge(places, target);
  });
}

fs::path Segments::next_place() {
  return folder_ / format("segment-{}", made_++);
}

}  // namespace geul::index
