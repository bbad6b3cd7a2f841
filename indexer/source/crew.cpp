// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/crew.hpp"

#include <system_error>

namespace geul::indexer {

Crew::~Crew() {
  join();
}

std::size_t Crew::start(std::size_t count, const std::function<void()>& work) {
  threads_.reserve(count);
  try {
    while (threads_.size() < count) threads_.emplace_back([this, work] { do_contained(work); });
  } catch (const std::system_error&) {
    // A container's limit, or the user's.
  }
  return threads_.size();
}

void Crew::finish(const std::function<void()>& work) {
  do_contained(work);
  join();
  if (thrown_) std::rethrow_exception(thrown_);
}

void Crew::do_contained(const std::function<void()>& work) {
  try {
    work();
  } catch (...) {
    {
      const std::lock_guard lock(mutex_);
      if (!thrown_) thrown_ = std::current_exception();
    }
    stop_();
  }
}

void Crew::join() {
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

}  // namespace geul::indexer
