// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/permalink.hpp"

#include <algorithm>
#include <array>

#include "common/base/format.hpp"

namespace geul::indexer {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                "Friday", "Saturday", "Sunday"};

int days_before_month(const Day& day) {
  int days = 0;
  for (int month = 1; month < day.month; ++month) days += last_of_month(day.year, month).day;
  return days;
}

int day_of_year(const Day& day) {
  return days_before_month(day) + day.day;
}

/// 1 Monday to 7 Sunday (ISO 8601), by Zeller's rule.
int day_of_week(const Day& day) {
  const int month = day.month < 3 ? day.month + 12 : day.month;
  const int year = day.month < 3 ? day.year - 1 : day.year;
  const int from_saturday =
      (day.day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7;
  return (from_saturday + 5) % 7 + 1;
}

int weeks_in(int year) {
  const int last = day_of_week({year, 12, 31});
  return last == 4 || (last == 5 && last_of_month(year, 2).day == 29) ? 53 : 52;
}

struct IsoWeek {
  int year;
  int week;
};

IsoWeek iso_week(const Day& day) {
  const int week = (day_of_year(day) - day_of_week(day) + 10) / 7;
  if (week < 1) return {day.year - 1, weeks_in(day.year - 1)};
  if (week > weeks_in(day.year)) return {day.year + 1, 1};
  return {day.year, week};
}

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || c == '_';
}

}  // namespace

std::string fill_template(
    std::string_view pattern,
    const std::function<std::optional<std::string>(std::string_view name)>& value,
    const std::function<void(std::string_view name)>& unknown) {
  constexpr std::size_t kLongestName = 32;
  std::string out;
  for (std::size_t i = 0; i < pattern.size() && out.size() <= kLongestAddress; ++i) {
    std::size_t length = 0;
    while (pattern[i] == ':' && i + 1 + length < pattern.size() && length < kLongestName &&
           is_name(pattern[i + 1 + length]))
      ++length;
    std::optional<std::string> text;
    const std::string_view run = pattern.substr(std::min(i + 1, pattern.size()), length);
    for (; length > 0; --length)
      if ((text = value(pattern.substr(i + 1, length)))) break;
    if (!text && unknown && !run.empty()) unknown(run);
    out += text ? std::string_view(*text) : pattern.substr(i, 1);
    i += length;
  }
  return out;
}

std::optional<std::string> date_placeholder(std::string_view name,
                                            const std::optional<LocalTime>& date) {
  if (!date) {
    const bool known = date_placeholder(name, LocalTime{}).has_value();
    return known ? std::optional<std::string>("") : std::nullopt;
  }
  const Day& day = date->day;
  const std::string_view month = kMonths[static_cast<std::size_t>(day.month - 1)];
  const std::string_view weekday = kDays[static_cast<std::size_t>(day_of_week(day) - 1)];
  if (name == "year") return format("{:04}", day.year);
  if (name == "month") return format("{:02}", day.month);
  if (name == "day") return format("{:02}", day.day);
  if (name == "hour") return format("{:02}", date->hour);
  if (name == "minute") return format("{:02}", date->minute);
  if (name == "second") return format("{:02}", date->second);
  if (name == "i_month") return format("{}", day.month);
  if (name == "i_day") return format("{}", day.day);
  if (name == "short_year") return format("{:02}", day.year % 100);
  if (name == "short_month") return std::string(month.substr(0, 3));
  if (name == "long_month") return std::string(month);
  if (name == "y_day") return format("{:03}", day_of_year(day));
  if (name == "week") return format("{:02}", iso_week(day).week);
  if (name == "w_year") return format("{:04}", iso_week(day).year);
  if (name == "w_day") return format("{}", day_of_week(day));
  if (name == "short_day") return std::string(weekday.substr(0, 3));
  if (name == "long_day") return std::string(weekday);
  return std::nullopt;
}

}  // namespace geul::indexer
