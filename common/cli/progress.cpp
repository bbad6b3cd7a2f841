// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/progress.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>

#include "common/base/format.hpp"

namespace geul::cli {
namespace {

constexpr std::chrono::milliseconds kPause{100};
constexpr std::size_t kWidestBar = 30;
constexpr double kFirstEstimate = 0.5;  // seconds before which a rate is a guess

std::string duration(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  if (whole < 60) return format("{} s", whole);
  return format("{}:{:02} min", whole / 60, whole % 60);
}

std::string figures(std::size_t done, std::size_t total, double seconds) {
  std::string text = format("{}/{}", done, total);
  if (seconds < kFirstEstimate || done == 0) return text;
  const double rate = static_cast<double>(done) / seconds;
  text += format("  {:.0f} posts/s", rate);
  return text + format("  {} left", duration(static_cast<double>(total - done) / rate));
}

}  // namespace

std::string progress_line(std::size_t done, std::size_t total, double seconds,
                          std::size_t columns) {
  done = std::min(done, total);
  const std::string text = figures(done, total, seconds);
  if (total == 0 || columns < text.size() + 10) return text.substr(0, columns);
  const std::size_t width = std::min(kWidestBar, columns - text.size() - 5);
  const std::size_t filled = width * done / total;
  return format("[{}{}]  {}", std::string(filled, '#'), std::string(width - filled, ' '), text);
}

Progress::Progress(When when, std::size_t total)
    : shown_(when == When::always || (when == When::automatic && is_terminal(Stream::error))),
      total_(total) {}

void Progress::advance_to(std::size_t done) {
  const Clock::time_point now = Clock::now();
  if (!shown_ || now - last_ < kPause) return;
  last_ = now;
  drawn_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::cerr << "\r\x1B[K"
            << progress_line(done, total_, seconds, terminal_columns(Stream::error) - 1)
            << std::flush;
}

void Progress::clear() {
  if (!drawn_) return;
  drawn_ = false;
  std::cerr << "\r\x1B[K" << std::flush;
}

}  // namespace geul::cli
