// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace geul::query {

enum class DateUnit : std::uint8_t { day, week, month, year };

/// A day, week, month or year as it was typed, before anybody knows what day it is.
struct Moment {
  enum class Base : std::uint8_t {
    none,    ///< 7월, 28일: the year (and month) is that of the other end, or the last such
    year,    ///< 2022년
    ago,     ///< the unit `count` units before today's: 오늘, 지난주, 작년, 3년 전
    recent,  ///< `count` units that end today: 최근 30일
  };
  Base base = Base::none;
  DateUnit unit = DateUnit::year;
  int count = 0;
  int year = 0;
  std::optional<int> first_month = {};  ///< within the year; none: all of it
  std::optional<int> last_month = {};   ///< the first, unless it is a half or a quarter
  std::optional<int> day = {};          ///< within the month; none: all of it
};

/// One moment, or two ends of which either may be missing.
struct DateSyntax {
  std::optional<Moment> from;
  std::optional<Moment> to;
  bool is_range = false;  ///< without: `from` alone was typed
};

/// `text` in the one form that is read: folded (full-width digits), each run of spaces as one, none
/// at the ends, and every tilde as '~'. Longer texts than any date become an empty one.
[[nodiscard]] std::string normalized_date(std::string_view text);

/// Reads a date or a range of dates in any form of GRAMMAR.md. Knows no calendar: 2022-13 is read.
/// Expects  a normalized_date().
/// Returns  nothing where anything is left over.
[[nodiscard]] std::optional<DateSyntax> read_date_syntax(std::string_view text);

}  // namespace geul::query
