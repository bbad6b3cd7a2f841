// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace geul::indexer {

/// When to update next. Knows no clock: every time is given.
///
///   - After a change, once nothing has changed for kQuiet, so that a burst (an editor that writes
///     beside and renames, a checkout) is one update; kLatest after the first change at the latest.
///   - After a failure, at the next change or after a pause, which doubles from kFirstPause to
///     kLongestPause.
///   - Where not everything is watched, every kPoll.
class Schedule {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Duration = std::chrono::steady_clock::duration;

  static constexpr Duration kQuiet = std::chrono::milliseconds(300);
  static constexpr Duration kLatest = std::chrono::seconds(2);
  static constexpr Duration kFirstPause = std::chrono::seconds(1);
  static constexpr Duration kLongestPause = std::chrono::seconds(30);
  static constexpr Duration kPoll = std::chrono::seconds(10);

  enum class Outcome { done, failed };
  enum class Coverage { whole, partial };

  void changed(Time now);
  /// An update has ended. Changes noticed until now are in it, or will be noticed again.
  void updated(Time now, Outcome outcome, Coverage coverage);

  /// A change waits for its update.
  [[nodiscard]] bool has_change() const noexcept { return first_.has_value(); }
  /// Nothing when only a change can make an update due.
  [[nodiscard]] std::optional<Time> due() const;

 private:
  std::optional<Time> first_;  ///< of the changes since the last update
  Time last_;
  std::optional<Time> again_;  ///< due without a change
  Duration pause_ = kFirstPause;
};

}  // namespace geul::indexer
