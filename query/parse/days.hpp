// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "common/index/query.hpp"

namespace geul::query {

/// The days that a date stands for: YYYY a year, YYYY-MM a month, YYYY-MM-DD a day. Month and day
/// may have one digit; `.` and `/` part them as well as `-`, and a full stop may end it
/// (2022.7.28. is how Korean writes it). Nothing for other texts and for days that do not exist.
[[nodiscard]] std::optional<index::DayRange> read_date(std::string_view text);

/// A date, or two with `..` between them, either of which may be missing: 2022-07.. is from July
/// on. From a later to an earlier date is the same range as from the earlier to the later: an end
/// is later when it begins after the other has ended.
[[nodiscard]] std::optional<index::DayRange> read_days(std::string_view text);

/// Whether `text` is a range of dates from a later to an earlier one, which read_days() turns
/// round.
[[nodiscard]] bool is_reversed(std::string_view text);

}  // namespace geul::query
