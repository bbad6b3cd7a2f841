// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/schedule.hpp"

#include <algorithm>

namespace geul::indexer {

void Schedule::changed(Time now) {
  if (!first_) first_ = now;
  last_ = now;
}

void Schedule::updated(Time now, Outcome outcome, Coverage coverage) {
  first_.reset();
  again_.reset();
  if (outcome == Outcome::failed) {
    again_ = now + pause_;
    pause_ = std::min(2 * pause_, kLongestPause);
    return;
  }
  pause_ = kFirstPause;
  if (coverage == Coverage::partial) again_ = now + kPoll;
}

std::optional<Schedule::Time> Schedule::due() const {
  if (!first_) return again_;
  const Time settled = std::min(last_ + kQuiet, *first_ + kLatest);
  return again_ ? std::min(settled, *again_) : settled;
}

}  // namespace geul::indexer
