// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/days.hpp"

#include <algorithm>

#include "query/parse/date_syntax.hpp"

namespace geul::query {
namespace {

using index::DayRange;
using Base = Moment::Base;
using Days = std::optional<DayRange>;

constexpr int kDaysOfWeek = 7;
constexpr int kMonthsOfYear = 12;

Days year_of(int year) {
  const Day first{year, 1, 1};
  return exists(first) ? Days(DayRange{first, {year, kMonthsOfYear, 31}}) : std::nullopt;
}

Days months_of(int year, int first_month, int last_month) {
  const Day first{year, first_month, 1};
  if (!exists(first)) return std::nullopt;
  return DayRange{first, last_of_month(year, last_month)};
}

Days only(const Day& day) {
  return exists(day) ? Days(DayRange{day, day}) : std::nullopt;
}

/// What `moment` says of months and days, in a year.
Days within_year(const Moment& moment, int year) {
  if (!moment.first_month) return year_of(year);
  if (moment.day) return only({year, *moment.first_month, *moment.day});
  return months_of(year, *moment.first_month, moment.last_month.value_or(*moment.first_month));
}

Days month_ago(const Moment& moment, const Day& today) {
  const int month = today.year * kMonthsOfYear + today.month - 1 - moment.count;
  const int year = month / kMonthsOfYear;
  const int number = month % kMonthsOfYear + 1;
  return moment.day ? only({year, number, *moment.day}) : months_of(year, number, number);
}

/// Before the calendar begins there is no day.
Days ago(const Moment& moment, const Day& today) {
  switch (moment.unit) {
    case DateUnit::day:
      return only(plus_days(today, -moment.count));
    case DateUnit::week: {
      const Day monday = plus_days(today, -days_since_monday(today) - kDaysOfWeek * moment.count);
      return DayRange{monday, plus_days(monday, kDaysOfWeek - 1)};
    }
    case DateUnit::month:
      return month_ago(moment, today);
    case DateUnit::year:
      return within_year(moment, today.year - moment.count);
  }
  return std::nullopt;
}

Day before(const Day& today, DateUnit unit, int count) {
  switch (unit) {
    case DateUnit::day:
      return plus_days(today, -count);
    case DateUnit::week:
      return plus_days(today, -kDaysOfWeek * count);
    case DateUnit::month:
      return plus_months(today, -count);
    case DateUnit::year:
      return plus_months(today, -kMonthsOfYear * count);
  }
  return today;
}

Days recent(const Moment& moment, const Day& today) {
  if (moment.count == 0) return std::nullopt;
  return DayRange{plus_days(before(today, moment.unit, moment.count), 1), today};
}

/// 7월, 2월 29일: in the last year in which it exists and has begun.
Days last_begun(const Moment& moment, const Day& today) {
  constexpr int kLongestGap = 8;  // between two years with a February 29
  if (!moment.first_month) return std::nullopt;
  for (int year = today.year; year >= today.year - kLongestGap; --year)
    if (const Days days = within_year(moment, year); days && days->first <= today) return days;
  return std::nullopt;
}

Days days_of(const Moment& moment, const Day& today) {
  switch (moment.base) {
    case Base::none:
      return last_begun(moment, today);
    case Base::year:
      return within_year(moment, moment.year);
    case Base::ago:
      return ago(moment, today);
    case Base::recent:
      return recent(moment, today);
  }
  return std::nullopt;
}

/// The other end of a range that begins with `from`: what it leaves out is as there, or in the
/// next year where that would be before.
Days end_from(Moment moment, const DayRange& from, const Day& today) {
  if (moment.base != Base::none) return days_of(moment, today);
  if (!moment.first_month) moment.first_month = from.first.month;
  const Days days = within_year(moment, from.first.year);
  const bool earlier = days && days->last < from.first;
  return earlier ? within_year(moment, from.first.year + 1) : days;
}

struct Ends {
  DayRange from;
  DayRange to;
};

/// An end that is missing is all days there are.
std::optional<Ends> ends_of(const DateSyntax& syntax, const Day& today) {
  const Days from = syntax.from ? days_of(*syntax.from, today) : DayRange{};
  if (!from) return std::nullopt;
  if (!syntax.is_range) return Ends{*from, *from};
  if (!syntax.to) return Ends{*from, {}};
  const Days to = syntax.from ? end_from(*syntax.to, *from, today) : days_of(*syntax.to, today);
  return to ? std::optional(Ends{*from, *to}) : std::nullopt;
}

std::optional<Ends> read_ends(std::string_view text, const Day& today) {
  const auto syntax = read_date_syntax(normalized_date(text));
  return syntax ? ends_of(*syntax, today) : std::nullopt;
}

bool is_reversed(const Ends& ends) {
  return ends.to.last < ends.from.first;
}

}  // namespace

std::optional<DayRange> read_date(std::string_view text, const Day& today) {
  const auto syntax = read_date_syntax(normalized_date(text));
  return syntax && !syntax->is_range ? days_of(*syntax->from, today) : std::nullopt;
}

std::optional<DayRange> read_days(std::string_view text, const Day& today) {
  const std::optional<Ends> ends = read_ends(text, today);
  if (!ends) return std::nullopt;
  return is_reversed(*ends) ? DayRange{ends->to.first, ends->from.last}
                            : DayRange{ends->from.first, ends->to.last};
}

bool is_reversed(std::string_view text, const Day& today) {
  const std::optional<Ends> ends = read_ends(text, today);
  return ends && is_reversed(*ends);
}

bool is_written_as_days(std::string_view text) {
  return read_date_syntax(normalized_date(text)).has_value();
}

}  // namespace geul::query
