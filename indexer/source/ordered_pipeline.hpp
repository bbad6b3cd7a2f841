// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "indexer/source/crew.hpp"

namespace geul::indexer {

/// Does work on items in several threads and hands over the outcomes in the items' order, so that
/// the result does not depend on the number of threads.
///
/// `next` gives the items, nothing at the end; `make_worker` makes a thread's own function from
/// Item to Outcome; `take` gets the outcomes, in the calling thread, and stops it all by returning
/// false. What one of them throws stops it too, and comes out of run(). No more than `kWindow`
/// outcomes a thread are held at a time. With one job, or where the system gives no threads,
/// everything runs in the calling thread.
template <class Item, class Outcome>
class OrderedPipeline {
 public:
  using Next = std::function<std::optional<Item>()>;
  using Worker = std::function<Outcome(Item)>;
  using Take = std::function<bool(Outcome)>;

  OrderedPipeline(Next next, std::function<Worker()> make_worker, Take take)
      : next_(std::move(next)), make_worker_(std::move(make_worker)), take_(std::move(take)) {}

  void run(std::size_t jobs) {
    if (jobs <= 1) return run_alone();
    window_ = kWindow * jobs;
    Crew crew([this] {
      const std::lock_guard lock(mutex_);
      stop();
    });
    if (crew.start(jobs, [this] { work(); }) == 0) return run_alone();
    crew.finish([this] { hand_over(); });
  }

 private:
  static constexpr std::size_t kWindow = 16;
  /// Outcomes that the calling thread is woken for: unchanged posts take less time than that.
  static constexpr std::size_t kHandful = 8;

  void run_alone() {
    const Worker worker = make_worker_();
    while (auto item = next_())
      if (!take_(worker(std::move(*item)))) return;
  }

  /// The next item and its number, once it is within the window.
  std::optional<std::pair<std::size_t, Item>> claim() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return stopped_ || claimed_ < taken_ + window_; });
    if (stopped_ || exhausted_) return std::nullopt;
    std::optional<Item> item = next_();
    if (!item) {
      exhausted_ = true;
      ready_.notify_all();
      return std::nullopt;
    }
    return std::pair(claimed_++, std::move(*item));
  }

  void work() {
    const Worker worker = make_worker_();
    while (auto claimed = claim()) {
      Outcome outcome = worker(std::move(claimed->second));
      const std::lock_guard lock(mutex_);
      outcomes_.emplace(claimed->first, std::move(outcome));
      if (exhausted_ || outcomes_.size() >= kHandful) ready_.notify_one();
    }
  }

  void hand_over() {
    std::unique_lock lock(mutex_);
    for (;;) {
      ready_.wait(lock, [this] {
        return stopped_ || outcomes_.contains(taken_) || (exhausted_ && taken_ == claimed_);
      });
      if (stopped_) return;
      const auto found = outcomes_.find(taken_);
      if (found == outcomes_.end()) return;
      Outcome outcome = std::move(found->second);
      outcomes_.erase(found);
      lock.unlock();
      const bool go_on = take_(std::move(outcome));
      lock.lock();
      ++taken_;
      room_.notify_all();
      if (!go_on) return stop();
    }
  }

  void stop() {
    stopped_ = true;
    room_.notify_all();
    ready_.notify_all();
  }

  Next next_;
  std::function<Worker()> make_worker_;
  Take take_;

  std::mutex mutex_;
  std::condition_variable ready_;
  std::condition_variable room_;
  std::map<std::size_t, Outcome> outcomes_;
  std::size_t window_ = 0;
  std::size_t claimed_ = 0;
  std::size_t taken_ = 0;
  bool exhausted_ = false;
  bool stopped_ = false;
};

}  // namespace geul::indexer
