// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/base/calendar.hpp"
#include "common/index/profile.hpp"
#include "common/index/settings.hpp"
#include "query/parse/plan.hpp"

namespace geul::query {

/// What raises posts beside the words of a query.

/// What a post gets for being young: `profile.recency` today, halved with each `half_life` days, in
/// steps of half a half-life up to four of them, and nothing beyond. Posts dated after `today`
/// count as today's. A sum of ranges of dates, which a remote database understands as well.
/// Expects  half_life from 1 to kMostHalfLife.
[[nodiscard]] std::vector<ScorePart> recency_parts(int half_life, const Day& today,
                                                   const index::RankingProfile& profile);
inline constexpr int kMostHalfLife = 36'500;

/// The pinned posts of a query, which compares as names do (case, width and spaces apart): they are
/// found whatever they say, and stand before all others in the order of the list.
struct Pinned {
  std::vector<index::Query> posts;  ///< each by its id
  std::vector<ScorePart> parts;
};
[[nodiscard]] Pinned pinned_for(std::string_view query, const std::vector<index::Pin>& pins);

/// The days behind a half-life as typed: 30d, 2w, 6m, 1y, or a number of days.
[[nodiscard]] std::optional<int> read_half_life(std::string_view typed);

}  // namespace geul::query
