// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/calendar.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>

#include "common/base/format.hpp"

namespace geul {
namespace {

std::chrono::year_month_day to_chrono(const Day& day) noexcept {
  return std::chrono::year{day.year} / day.month / day.day;
}

Day from_chrono(const std::chrono::year_month_day& ymd) noexcept {
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

/// Reads fixed-width fields off the front of a text; false for good once one does not fit.
class FixedReader {
 public:
  explicit FixedReader(std::string_view text) : rest_(text) {}

  int number(std::size_t width) {
    int value = 0;
    const char* const end = rest_.data() + width;
    if (rest_.size() < width || rest_.front() == '-' ||
        std::from_chars(rest_.data(), end, value).ptr != end) {
      good_ = false;
      return 0;
    }
    rest_.remove_prefix(width);
    return value;
  }
  void expect(char c) {
    if (!accept(c)) good_ = false;
  }
  bool accept(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool good_ = true;
};

std::optional<int> read_offset(FixedReader& reader) {
  if (reader.accept('Z')) return 0;
  const bool west = reader.accept('-');
  if (!west) reader.expect('+');
  const int hours = reader.number(2);
  reader.expect(':');
  const int minutes = hours * 60 + reader.number(2);
  return west ? -minutes : minutes;
}

bool in_range(const LocalTime& time) {
  return exists(time.day) && time.hour < 24 && time.minute < 60 && time.second < 60;
}

}  // namespace

bool exists(const Day& day) noexcept {
  return day.year >= 1 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= 31 && to_chrono(day).ok();
}

Day last_of_month(int year, int month) noexcept {
  return from_chrono(std::chrono::year{year} / month / std::chrono::last);
}

int day_number(const Day& day) noexcept {
  const std::chrono::sys_days that{to_chrono(day)};
  return static_cast<int>((that - std::chrono::sys_days{to_chrono({1, 1, 1})}).count());
}

Day plus_days(const Day& day, int days) noexcept {
  const auto moved = from_chrono(std::chrono::sys_days{to_chrono(day)} + std::chrono::days{days});
  if (moved.year < 1) return {1, 1, 1};
  if (moved.year > 9999) return {9999, 12, 31};
  return moved;
}

Day plus_months(const Day& day, int months) noexcept {
  const int month = day.year * 12 + day.month - 1 + months;
  if (month < 12) return {1, 1, 1};
  if (month >= 10'000 * 12) return {9999, 12, 31};
  const Day last = last_of_month(month / 12, month % 12 + 1);
  return {last.year, last.month, std::min(day.day, last.day)};
}

int days_since_monday(const Day& day) noexcept {
  return static_cast<int>(
      std::chrono::weekday{std::chrono::sys_days{to_chrono(day)}}.iso_encoding() - 1);
}

std::string to_iso(const Day& day) {
  return format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

std::string to_iso(const LocalTime& time) {
  std::string text = to_iso(time.day);
  if (!time.has_time) return text;
  text += format("T{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
  if (!time.offset_minutes) return text;
  if (*time.offset_minutes == 0) return text + "Z";
  const int distance = std::abs(*time.offset_minutes);
  const char sign = *time.offset_minutes < 0 ? '-' : '+';
  return text + format("{}{:02}:{:02}", sign, distance / 60, distance % 60);
}

std::optional<LocalTime> from_iso(std::string_view text) {
  FixedReader reader(text);
  LocalTime time;
  time.day.year = reader.number(4);
  reader.expect('-');
  time.day.month = reader.number(2);
  reader.expect('-');
  time.day.day = reader.number(2);
  if (reader.good() && reader.accept('T')) {
    time.has_time = true;
    time.hour = reader.number(2);
    reader.expect(':');
    time.minute = reader.number(2);
    reader.expect(':');
    time.second = reader.number(2);
    if (!reader.at_end()) time.offset_minutes = read_offset(reader);
  }
  if (!reader.good() || !reader.at_end() || !in_range(time)) return std::nullopt;
  return time;
}

std::string to_sort_key(const LocalTime& time) {
  return format("{:04}{:02}{:02}{:02}{:02}{:02}", time.day.year, time.day.month, time.day.day,
                time.hour, time.minute, time.second);
}

}  // namespace geul
