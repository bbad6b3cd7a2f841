// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/date_text.hpp"

#include <initializer_list>

#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t digits = 0;
    int value = 0;
    while (digits < rest_.size() && digits < most && is_digit(rest_[digits]))
      value = value * 10 + (rest_[digits++] - '0');
    const bool longer = digits < rest_.size() && is_digit(rest_[digits]);
    if (digits < least || longer) return std::nullopt;
    rest_.remove_prefix(digits);
    return value;
  }
  bool accept(std::string_view text) {
    if (!starts_with(rest_, text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  bool accept_any(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts)
      if (accept(text)) return true;
    return false;
  }
  void skip_spaces() { rest_ = trim_left(rest_); }
  void skip_digits() {
    while (!rest_.empty() && is_digit(rest_.front())) rest_.remove_prefix(1);
  }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::optional<Day> scan_day(Scanner& scan) {
  Day day;
  const auto year = scan.number(4, 4);
  if (!year || !scan.accept_any({"-", "/", ".", "년"})) return std::nullopt;
  scan.skip_spaces();
  const auto month = scan.number(1, 2);
  if (!month || !scan.accept_any({"-", "/", ".", "월"})) return std::nullopt;
  scan.skip_spaces();
  const auto number = scan.number(1, 2);
  if (!number) return std::nullopt;
  (void)scan.accept_any({"일", "."});
  day = {*year, *month, *number};
  return exists(day) ? std::optional(day) : std::nullopt;
}

bool scan_offset(Scanner& scan, LocalTime& time) {
  scan.skip_spaces();
  if (scan.at_end()) return true;
  if (scan.accept_any({"Z", "z", "UTC", "GMT"})) {
    time.offset_minutes = 0;
  } else if (scan.accept("KST")) {
    time.offset_minutes = 9 * 60;
  } else {
    const bool west = scan.accept("-");
    if (!west && !scan.accept("+")) return false;
    int minutes = 0;
    if (const auto packed = scan.number(4, 4)) {
      minutes = *packed / 100 * 60 + *packed % 100;
    } else {
      const auto hours = scan.number(1, 2);
      const auto rest = scan.accept(":") ? scan.number(2, 2) : std::optional(0);
      if (!hours || !rest) return false;
      minutes = *hours * 60 + *rest;
    }
    if (minutes > 15 * 60) return false;
    time.offset_minutes = west ? -minutes : minutes;
  }
  scan.skip_spaces();
  return scan.at_end();
}

bool scan_clock(Scanner& scan, LocalTime& time) {
  const auto hour = scan.number(1, 2);
  if (!hour || !scan.accept(":")) return false;
  const auto minute = scan.number(1, 2);
  const auto second = scan.accept(":") ? scan.number(1, 2) : std::optional(0);
  if (!minute || !second) return false;
  if (scan.accept(".")) scan.skip_digits();
  if (*hour > 23 || *minute > 59 || *second > 59) return false;
  time.has_time = true;
  time.hour = *hour;
  time.minute = *minute;
  time.second = *second;
  return scan_offset(scan, time);
}

}  // namespace

std::optional<ParsedDate> parse_date(std::string_view text) {
  constexpr std::size_t kLongest = 64;
  if (text.size() > kLongest) return std::nullopt;
  Scanner scan(trim(text));
  const auto day = scan_day(scan);
  if (!day) return std::nullopt;
  ParsedDate parsed;
  parsed.time.day = *day;
  if (!scan.accept_any({"T", "t"})) {
    if (scan.at_end()) return parsed;
    if (!scan.accept_any({" ", "\t"})) return std::nullopt;
    scan.skip_spaces();
    if (scan.at_end()) return parsed;
  }
  LocalTime clock = parsed.time;
  parsed.time_lost = !scan_clock(scan, clock);
  if (!parsed.time_lost) parsed.time = clock;
  return parsed;
}

}  // namespace geul::indexer
