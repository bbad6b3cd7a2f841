// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "common/base/calendar.hpp"
#include "common/index/query.hpp"

namespace geul::query {

/// Dates as people type them, in the forms of GRAMMAR.md: 2022-07, 2022년 7월, 지난주, last month,
/// 최근 30일, and ranges of them. `today` is the day where the user is; nothing here asks a clock.
///
/// Weeks begin on Monday (ISO 8601). "The last N days" end today and are N days with it; the last
/// month begins on the day behind today's a month ago. A date without a year is the last that has
/// begun.

/// The days that one date stands for. Nothing for other texts and for days that do not exist.
[[nodiscard]] std::optional<index::DayRange> read_date(std::string_view text, const Day& today);

/// A date or a range, either end of which may be missing: 2022-07.. is from July on. An end takes
/// the year that it does not name from the other: 2022년 12월 ~ 1월 ends in 2023. From a later to
/// an earlier date is the same range as from the earlier to the later: an end is later when it
/// begins after the other has ended.
[[nodiscard]] std::optional<index::DayRange> read_days(std::string_view text, const Day& today);

/// Whether `text` is a range of dates from a later to an earlier one, which read_days() turns
/// round.
[[nodiscard]] bool is_reversed(std::string_view text, const Day& today);

/// Whether `text` is written as a date or a range is, though there may be no such day.
/// Cost  constant: longer texts than any date are none.
[[nodiscard]] bool is_written_as_days(std::string_view text);

}  // namespace geul::query
