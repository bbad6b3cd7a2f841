// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/boosts.hpp"

#include <charconv>
#include <cmath>
#include <utility>

#include "common/index/terms.hpp"
#include "common/text/normalize.hpp"

namespace geul::query {
namespace {

using index::Query;

constexpr int kStepsAHalfLife = 2;
constexpr int kHalfLives = 4;

/// Far above what words can score; less for each post further down the list.
constexpr double kPinnedWeight = 1000;

int days_of_unit(char unit) {
  switch (unit) {
    case 'd':
      return 1;
    case 'w':
      return 7;
    case 'm':
      return 30;
    case 'y':
      return 365;
    default:
      return 0;
  }
}

}  // namespace

std::vector<ScorePart> recency_parts(int half_life, const Day& today,
                                     const index::RankingProfile& profile) {
  std::vector<ScorePart> parts;
  const int steps = kStepsAHalfLife * kHalfLives;
  const auto height = [&](int step) {
    return step == steps ? 0 : profile.recency * std::pow(0.5, double(step) / kStepsAHalfLife);
  };
  for (int step = 0; step < steps; ++step) {
    const int age = half_life * (step + 1) / kStepsAHalfLife;
    index::DayRange days;
    days.first = plus_days(today, -age);
    parts.push_back({ScorePart::Kind::recency, "", "", Rung::exact,
                     Query::bonus(height(step) - height(step + 1), Query::within(days))});
  }
  return parts;
}

Pinned pinned_for(std::string_view query, const std::vector<index::Pin>& pins) {
  Pinned pinned;
  const std::string folded = text::fold_name(query);
  for (const index::Pin& pin : pins) {
    if (text::fold_name(pin.query) != folded) continue;
    for (const DocumentId& id : pin.posts) {
      pinned.posts.push_back(Query::term(index::key_of(id).str()));
      const double weight = kPinnedWeight * (1 + 1 / double(pinned.posts.size()));
      pinned.parts.push_back({ScorePart::Kind::pinned, "", "", Rung::exact,
                              Query::bonus(weight, pinned.posts.back())});
    }
  }
  return pinned;
}

std::optional<int> read_half_life(std::string_view typed) {
  int number = 0;
  const char* const end = typed.data() + typed.size();
  const auto read = std::from_chars(typed.data(), end, number);
  if (read.ec != std::errc() || number < 1 || number > kMostHalfLife) return std::nullopt;
  if (read.ptr == end) return number;
  const int unit = read.ptr + 1 == end ? days_of_unit(*read.ptr) : 0;
  if (unit == 0 || number > kMostHalfLife / unit) return std::nullopt;
  return number * unit;
}

}  // namespace geul::query
