// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <charconv>

#include "common/base/format.hpp"
#include "indexer/generator/hugo_settings.hpp"
#include "indexer/generator/permalink.hpp"

namespace geul::indexer {
namespace {

bool is_token(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string joined(const std::vector<std::string>& parts, std::size_t begin, std::size_t end) {
  std::string path;
  for (std::size_t i = begin; i < std::min(end, parts.size()); ++i)
    path += (path.empty() ? "" : "/") + parts[i];
  return path;
}

/// "last", a number, or what is left when there is none.
std::size_t index_of(std::string_view text, std::size_t size, std::size_t otherwise) {
  if (text.empty()) return otherwise;
  if (text == "last") return size == 0 ? 0 : size - 1;
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? value : size;
}

/// "[1:]", "[last]", "[:2]" behind :sections.
std::string slice(const std::vector<std::string>& parts, std::string_view range) {
  range = range.substr(1, range.size() - 2);
  const std::size_t colon = range.find(':');
  if (colon == range.npos) {
    const std::size_t at = index_of(range, parts.size(), parts.size());
    return joined(parts, at, at + 1);
  }
  return joined(parts, index_of(range.substr(0, colon), parts.size(), 0),
                index_of(range.substr(colon + 1), parts.size(), parts.size()));
}

/// Go's layouts of one part of a date (https://pkg.go.dev/time#Layout).
std::optional<std::string> go_layout(std::string_view layout, const LocalTime& date) {
  if (layout == "2006") return date_placeholder("year", date);
  if (layout == "06") return date_placeholder("short_year", date);
  if (layout == "01") return date_placeholder("month", date);
  if (layout == "1") return date_placeholder("i_month", date);
  if (layout == "02") return date_placeholder("day", date);
  if (layout == "2") return date_placeholder("i_day", date);
  if (layout == "002") return date_placeholder("y_day", date);
  if (layout == "15") return date_placeholder("hour", date);
  if (layout == "04") return date_placeholder("minute", date);
  if (layout == "05") return date_placeholder("second", date);
  if (layout == "Jan") return date_placeholder("short_month", date);
  if (layout == "January") return date_placeholder("long_month", date);
  if (layout == "Mon") return date_placeholder("short_day", date);
  if (layout == "Monday") return date_placeholder("long_day", date);
  return std::nullopt;
}

std::optional<std::string> token(std::string_view name, const HugoPage& page) {
  const LocalTime& date = page.date;
  if (name == "year") return format("{}", date.day.year);
  if (name == "month" || name == "day") return date_placeholder(name, date);
  if (name == "monthname") return date_placeholder("long_month", date);
  if (name == "weekdayname") return date_placeholder("long_day", date);
  if (name == "weekday") return format("{}", (days_since_monday(date.day) + 1) % 7);
  if (name == "yearday")
    return format("{}", day_number(date.day) - day_number({date.day.year, 1, 1}) + 1);
  if (name == "section") return page.section;
  if (name == "sections") return joined(page.sections, 0, page.sections.size());
  if (name == "title") return page.title;
  if (name == "slug") return page.slug.empty() ? page.title : page.slug;
  if (name == "filename" || name == "contentbasename") return page.name;
  if (name == "slugorfilename" || name == "slugorcontentbasename")
    return page.slug.empty() ? page.name : page.slug;
  if (name.starts_with("sections[")) return slice(page.sections, name.substr(8));
  return go_layout(name, date);
}

}  // namespace

std::optional<std::string> fill_hugo(std::string_view pattern, const HugoPage& page) {
  std::string filled;
  for (std::size_t i = 0; i < pattern.size() && filled.size() <= kLongestAddress;) {
    std::size_t end = i + 1;
    while (pattern[i] == ':' && end < pattern.size() && is_token(pattern[end])) ++end;
    if (end == i + 1) {
      filled += pattern[i++];
      continue;
    }
    const std::size_t close =
        end < pattern.size() && pattern[end] == '[' ? pattern.find(']', end) : pattern.npos;
    if (close != pattern.npos) end = close + 1;
    const auto text = token(pattern.substr(i + 1, end - i - 1), page);
    if (!text) return std::nullopt;
    filled += *text;
    i = end;
  }
  return filled;
}

}  // namespace geul::indexer
