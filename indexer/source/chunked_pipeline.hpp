// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <iterator>
#include <list>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>

#include "indexer/source/crew.hpp"

namespace geul::indexer {

/// Does work on chunks of items in several threads, one outcome a chunk, and hands over the
/// outcomes in the items' order. Once all is read, and while a read takes long, a thread without a
/// chunk takes the back half of the one that has most left, so that chunks can be large and all
/// threads still end together. Where `take` holds things up, threads wait for it instead.
///
/// `read` gives a chunk of items, an empty one at the end; `make_worker` makes a thread's own
/// function, which is given a source of items, to be asked until there are no more, and makes an
/// outcome of them; `take` gets the outcomes, in the calling thread, and stops it all by returning
/// false; `waiting` is called there every 100 ms while there is nothing to take, but not during a
/// `take`, and stops it likewise. What one of them throws stops it too, and comes out of run().
/// When it is stopped, threads run out of items; run() returns when a read that is going on does.
///
/// Memory   the items of one chunk a thread, and some outcomes a thread.
template <class Item, class Outcome>
class ChunkedPipeline {
 public:
  using Read = std::function<std::deque<Item>()>;
  using Items = std::function<std::optional<Item>()>;
  using Worker = std::function<Outcome(const Items&)>;
  using Take = std::function<bool(Outcome)>;
  using Waiting = std::function<bool()>;

  /// `smallest`: no chunk is split into smaller ones; one item at the least.
  ChunkedPipeline(Read read, std::function<Worker()> make_worker, Take take, Waiting waiting,
                  std::size_t smallest)
      : read_(std::move(read)),
        make_worker_(std::move(make_worker)),
        take_(std::move(take)),
        waiting_(std::move(waiting)),
        smallest_(std::max<std::size_t>(smallest, 1)) {}

  void run(std::size_t jobs) {
    window_ = kWindow * jobs;
    Crew crew([this] {
      const std::lock_guard lock(mutex_);
      stop();
    });
    if (crew.start(jobs, [this] { work(); }) == 0)
      throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again),
                              "no thread can be started");
    crew.finish([this] { hand_over(); });
  }

 private:
  static constexpr std::size_t kWindow = 4;  ///< chunks a thread that are not taken yet
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::milliseconds kMoment{100};

  struct Chunk {
    std::deque<Item> items;  ///< that nobody has begun
    std::optional<Outcome> outcome = std::nullopt;
  };
  using Place = typename std::list<Chunk>::iterator;

  void work() {
    const Worker worker = make_worker_();
    while (const std::optional<Place> chunk = claim()) {
      Outcome outcome = worker([this, &chunk] { return next_item(**chunk); });
      const std::lock_guard lock(mutex_);
      (*chunk)->outcome = std::move(outcome);
      ready_.notify_one();
    }
  }

  std::optional<Item> next_item(Chunk& chunk) {
    const std::lock_guard lock(mutex_);
    if (stopped_ || chunk.items.empty()) return std::nullopt;
    std::optional<Item> item = std::move(chunk.items.front());
    chunk.items.pop_front();
    return item;
  }

  std::optional<Place> claim() {
    std::unique_lock lock(mutex_);
    while (!stopped_) {
      if (can_read()) {
        if (const auto chunk = read_chunk(lock)) return chunk;
        continue;
      }
      if (ended_ || reads_slowly())
        if (const auto chunk = split_largest()) return chunk;
      if (ended_) break;
      room_.wait_for(lock, kMoment, [this] { return stopped_ || ended_ || can_read(); });
    }
    return std::nullopt;
  }

  [[nodiscard]] bool can_read() const {
    return !ended_ && !reading_since_ && chunks_.size() < window_;
  }

  /// A file's chunk is read within a moment: splitting others meanwhile would make small ones for
  /// nothing.
  [[nodiscard]] bool reads_slowly() const {
    return reading_since_ && Clock::now() - *reading_since_ >= kMoment;
  }

  /// Items may be slow to come: meanwhile others go on with theirs.
  std::optional<Place> read_chunk(std::unique_lock<std::mutex>& lock) {
    reading_since_ = Clock::now();
    lock.unlock();
    std::deque<Item> items = read_();
    lock.lock();
    reading_since_.reset();
    room_.notify_all();
    if (!items.empty()) return chunks_.insert(chunks_.end(), Chunk{std::move(items)});
    ended_ = true;
    ready_.notify_one();
    return std::nullopt;
  }

  std::optional<Place> split_largest() {
    const Place largest = std::max_element(
        chunks_.begin(), chunks_.end(),
        [](const Chunk& a, const Chunk& b) { return a.items.size() < b.items.size(); });
    if (largest == chunks_.end() || largest->items.size() < 2 * smallest_) return std::nullopt;
    std::deque<Item>& items = largest->items;
    const auto half = items.begin() + static_cast<std::ptrdiff_t>(items.size() / 2);
    const Place chunk = chunks_.insert(
        std::next(largest),
        Chunk{{std::make_move_iterator(half), std::make_move_iterator(items.end())}});
    items.erase(half, items.end());
    return chunk;
  }

  void hand_over() {
    std::unique_lock lock(mutex_);
    while (wait(lock)) {
      Outcome outcome = std::move(*chunks_.front().outcome);
      chunks_.pop_front();
      room_.notify_all();
      lock.unlock();
      const bool go_on = take_(std::move(outcome));
      lock.lock();
      if (!go_on) return stop();
    }
  }

  /// Until there is an outcome to take; false when there will be none.
  bool wait(std::unique_lock<std::mutex>& lock) {
    const auto is_over = [this] {
      if (stopped_) return true;
      return chunks_.empty() ? ended_ : chunks_.front().outcome.has_value();
    };
    while (!ready_.wait_for(lock, kMoment, is_over)) {
      lock.unlock();
      const bool go_on = waiting_();
      lock.lock();
      if (go_on) continue;
      stop();
      return false;
    }
    return !stopped_ && !chunks_.empty();
  }

  void stop() {
    stopped_ = true;
    room_.notify_all();
    ready_.notify_all();
  }

  Read read_;
  std::function<Worker()> make_worker_;
  Take take_;
  Waiting waiting_;
  std::size_t smallest_;
  std::size_t window_ = 0;

  std::mutex mutex_;  ///< of all that follows
  std::condition_variable ready_;
  std::condition_variable room_;
  std::list<Chunk> chunks_;                         ///< in the items' order, not taken yet
  std::optional<Clock::time_point> reading_since_;  ///< while a thread reads
  bool ended_ = false;                              ///< all was read
  bool stopped_ = false;
};

}  // namespace geul::indexer
