// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace geul {

/// A day of the proleptic Gregorian calendar, years 0001 to 9999.
struct Day {
  int year = 1;
  int month = 1;
  int day = 1;

  friend constexpr auto operator<=>(const Day&, const Day&) = default;
};

/// Whether such a day exists: 2023-02-29 does not.
[[nodiscard]] bool exists(const Day& day) noexcept;
/// The last day of a month. Expects a month from 1 to 12.
[[nodiscard]] Day last_of_month(int year, int month) noexcept;
/// Days since 0001-01-01, which is 0. Expects a day that exists.
[[nodiscard]] int day_number(const Day& day) noexcept;
/// `day` moved by `days`, held within the years 0001 to 9999.
[[nodiscard]] Day plus_days(const Day& day, int days) noexcept;
/// The same day of another month, or its last one where it is shorter (January 31 and one month is
/// the end of February); held within the years 0001 to 9999.
[[nodiscard]] Day plus_months(const Day& day, int months) noexcept;
/// Days since the week's Monday (ISO 8601), 0 to 6.
[[nodiscard]] int days_since_monday(const Day& day) noexcept;

/// A moment as its author wrote it down: the clock on their wall, and how far that clock is from
/// UTC when they said so. A post dated 2022-07-28 00:00 +0900 is a post of July 28 everywhere,
/// although it was still the 27th in London.
struct LocalTime {
  Day day;
  bool has_time = false;
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::optional<int> offset_minutes = {};

  friend constexpr bool operator==(const LocalTime&, const LocalTime&) = default;
};

/// ISO 8601: "2022-07-28", or "2022-07-28T00:00:00" with "+09:00" or "Z" where the offset is known.
[[nodiscard]] std::string to_iso(const LocalTime& time);
[[nodiscard]] std::string to_iso(const Day& day);
/// What to_iso() wrote, read again; nothing for any other text.
[[nodiscard]] std::optional<LocalTime> from_iso(std::string_view text);
/// Fourteen digits YYYYMMDDhhmmss of the wall clock: bytes that sort as the moments do.
[[nodiscard]] std::string to_sort_key(const LocalTime& time);

}  // namespace geul
