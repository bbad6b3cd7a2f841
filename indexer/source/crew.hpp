// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace geul::indexer {

/// Threads that do one piece of work together, beside the calling thread with its own. What is
/// thrown in any of them ends all, and comes out of finish().
class Crew {
 public:
  /// `stop` makes the threads and the calling thread's work end soon; it is called, by whichever
  /// thread, when something was thrown.
  explicit Crew(std::function<void()> stop) : stop_(std::move(stop)) {}
  /// Waits for the threads.
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  Crew(Crew&&) = delete;
  Crew& operator=(Crew&&) = delete;

  /// Starts so many threads. Those that the system does not give are done without.
  /// Returns  how many there are.
  std::size_t start(std::size_t count, const std::function<void()>& work);
  /// Does the calling thread's work, waits for the threads, and throws the first thing that was
  /// thrown in any of them.
  void finish(const std::function<void()>& work);

 private:
  void do_contained(const std::function<void()>& work);
  void join();

  std::function<void()> stop_;
  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::exception_ptr thrown_;  ///< the first
};

}  // namespace geul::indexer
