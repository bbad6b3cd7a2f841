// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "common/cli/terminal.hpp"

namespace geul::cli {

/// One line on a terminal's standard error that says how far a long job is, how fast it goes and
/// how long it will take: "[#######             ]  1,234/4,000  310 posts/s  9 s left".
/// Drawn ten times a second at the most; gone when the object is.
/// Threads  one.
class Progress {
 public:
  /// Shows nothing with When::never, or with When::automatic where there is no terminal.
  Progress(When when, std::size_t total);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  Progress(Progress&&) = delete;
  Progress& operator=(Progress&&) = delete;

  void advance_to(std::size_t done);
  /// Takes the line away, for something else to be printed; the next advance_to() draws it again.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_;
  bool drawn_ = false;
  std::size_t total_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_;
};

/// The line itself. `seconds` have gone by; `columns` is the width to keep within.
[[nodiscard]] std::string progress_line(std::size_t done, std::size_t total, double seconds,
                                        std::size_t columns);

}  // namespace geul::cli
