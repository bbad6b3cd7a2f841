// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/days.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

namespace geul::query {
namespace {

constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kMonthDigits = 2;

bool is_separator(char c) {
  return c == '-' || c == '.' || c == '/';
}

/// Year, month, day: as many as there are.
struct Parts {
  std::array<int, 3> numbers{};
  std::size_t count = 0;
};

/// Takes a run of digits off the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t min, std::size_t max) {
  const auto end = std::ranges::find_if(text, [](char c) { return c < '0' || c > '9'; });
  const auto digits = static_cast<std::size_t>(end - text.begin());
  if (digits < min || digits > max) return std::nullopt;
  int number = 0;
  std::from_chars(text.data(), text.data() + digits, number);
  text.remove_prefix(digits);
  return number;
}

std::optional<Parts> split_date(std::string_view text) {
  Parts parts;
  while (parts.count < parts.numbers.size()) {
    const bool is_year = parts.count == 0;
    const auto number =
        take_number(text, is_year ? kYearDigits : 1, is_year ? kYearDigits : kMonthDigits);
    if (!number) return std::nullopt;
    parts.numbers[parts.count++] = *number;
    if (text.empty() || text == ".") return parts;
    if (!is_separator(text.front())) return std::nullopt;
    text.remove_prefix(1);
  }
  return std::nullopt;
}

/// What stands before and behind the dots; an end that is missing is all days there are.
struct Ends {
  index::DayRange from;
  index::DayRange to;
};

std::optional<Ends> split_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos || text.size() == 2) return std::nullopt;
  const std::string_view left = text.substr(0, dots);
  const std::string_view right = text.substr(dots + 2);
  const auto from = left.empty() ? index::DayRange{} : read_date(left);
  const auto to = right.empty() ? index::DayRange{} : read_date(right);
  if (!from || !to) return std::nullopt;
  return Ends{*from, *to};
}

bool is_reversed(const Ends& ends) {
  return ends.to.last < ends.from.first;
}

}  // namespace

std::optional<index::DayRange> read_date(std::string_view text) {
  const std::optional<Parts> parts = split_date(text);
  if (!parts) return std::nullopt;
  const auto [year, month, day] = parts->numbers;
  if (parts->count == 3) {
    const Day only{year, month, day};
    return exists(only) ? std::optional(index::DayRange{only, only}) : std::nullopt;
  }
  const int first_month = parts->count == 2 ? month : 1;
  const int last_month = parts->count == 2 ? month : 12;
  const Day first{year, first_month, 1};
  if (!exists(first)) return std::nullopt;
  return index::DayRange{first, last_of_month(year, last_month)};
}

std::optional<index::DayRange> read_days(std::string_view text) {
  if (text.find("..") == std::string_view::npos) return read_date(text);
  const std::optional<Ends> ends = split_range(text);
  if (!ends) return std::nullopt;
  return is_reversed(*ends) ? index::DayRange{ends->to.first, ends->from.last}
                            : index::DayRange{ends->from.first, ends->to.last};
}

bool is_reversed(std::string_view text) {
  const std::optional<Ends> ends = split_range(text);
  return ends && is_reversed(*ends);
}

}  // namespace geul::query
