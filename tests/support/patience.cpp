// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/patience.hpp"

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <map>
#include <string>

namespace geul::test {
namespace {

/// CPU seconds of a piece of work like an answer's: small strings, a tree, memory all over.
double seconds_of_work() {
  constexpr std::size_t kStrings = 50'000;
  const std::clock_t begin = std::clock();
  std::map<std::string, std::size_t> tree;
  for (std::size_t i = 0; i < kStrings; ++i) ++tree[std::to_string(i * 2'654'435'761U % 999'983U)];
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  return tree.size() > 1 ? seconds : 0;
}

/// What that took on the machine that the limits were set on, in a build for tests.
constexpr double kSecondsThere = 0.010;

}  // namespace

double slowness() {
  static const double once = [] {
    double least = seconds_of_work();
    for (int again = 0; again < 4; ++again) least = std::min(least, seconds_of_work());
    return std::max(1.0, least / (kSecondsThere * kPatience));
  }();
  return once;
}

double most_seconds() {
  return 0.2 * kPatience * slowness();
}

}  // namespace geul::test
