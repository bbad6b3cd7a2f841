// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace geul {
namespace {

constexpr std::size_t kFarthest = 3;

/// The edits after which a name is still recognized: half of its letters, rounded up; an option's
/// dashes are none.
std::size_t most_edits(std::string_view name) {
  const std::size_t letters = name.size() - std::min(name.find_first_not_of('-'), name.size());
  return std::min((letters + 1) / 2, kFarthest);
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
    }
  }
  return row.back();
}

}  // namespace

std::string_view nearest(std::string_view typed, std::span<const std::string_view> names) {
  std::string_view best;
  std::size_t best_distance = kFarthest + 1;
  for (const std::string_view name : names) {
    const bool hopeless = typed.size() > name.size() + kFarthest;
    const std::size_t distance = hopeless ? best_distance : edit_distance(typed, name);
    if (distance >= best_distance || distance > most_edits(name)) continue;
    best = name;
    best_distance = distance;
  }
  return best;
}

}  // namespace geul
