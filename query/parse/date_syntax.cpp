// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/date_syntax.hpp"

#include <charconv>
#include <cstddef>

#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"
#include "query/parse/date_words.hpp"
#include "query/parse/lexer.hpp"

namespace geul::query {
namespace {

constexpr std::size_t kMaxDateBytes = 160;  // the longest form has some 80
constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kMaxCountDigits = 4;

using Base = Moment::Base;

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

/// Those that keyboards have: tilde, the mathematical operator of Korean ones, wave dash.
bool is_tilde(char32_t c) {
  return c == U'~' || c == 0x223C || c == 0x301C || c == 0xFF5E;
}

/// Reads off the front of a text. What does not take everything that it wants takes nothing.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }

  void skip_space() {
    if (rest_.starts_with(' ')) rest_.remove_prefix(1);
  }
  /// `words`, of which each space may be there or not, after a space that may be there. No Latin
  /// letter may go on where one ends them.
  bool take(std::string_view words) {
    Cursor ahead = *this;
    ahead.skip_space();
    for (const char letter : words) {
      if (letter == ' ') {
        ahead.skip_space();
      } else if (ahead.rest_.starts_with(letter)) {
        ahead.rest_.remove_prefix(1);
      } else {
        return false;
      }
    }
    const bool goes_on = !ahead.rest_.empty() && is_letter(ahead.rest_.front());
    if (goes_on && is_letter(words.back())) return false;
    *this = ahead;
    return true;
  }
  /// A whole run of digits.
  std::optional<int> take_number(std::size_t min, std::size_t max) {
    const std::size_t digits = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    return digits < min || digits > max ? std::nullopt : take_digits(digits);
  }
  /// The first of a longer run of digits.
  /// Expects  `count` digits.
  std::optional<int> take_digits(std::size_t count) {
    int number = 0;
    std::from_chars(rest_.data(), rest_.data() + count, number);
    rest_.remove_prefix(count);
    return number;
  }
  /// A number, a unit, and what may stand between and before.
  std::optional<int> take_number_of(std::string_view unit) {
    Cursor ahead = *this;
    ahead.skip_space();
    const auto number = ahead.take_number(1, 2);
    if (!number || !ahead.take(unit)) return std::nullopt;
    *this = ahead;
    return number;
  }

 private:
  std::string_view rest_;
};

Moment months_of(Moment moment, int first, int last) {
  moment.first_month = first;
  moment.last_month = last;
  return moment;
}

Moment with_day_if_any(Cursor& cursor, Moment moment) {
  moment.day = cursor.take_number_of("일");
  return moment;
}

/// 7월, 7월 28일, 상반기, 1분기: within the year that `moment` is.
std::optional<Moment> take_months(Cursor& cursor, const Moment& moment) {
  constexpr int kMonthsOfQuarter = 3;
  if (const auto month = cursor.take_number_of("월"))
    return with_day_if_any(cursor, months_of(moment, *month, *month));
  if (cursor.take("상반기")) return months_of(moment, 1, 6);
  if (cursor.take("하반기")) return months_of(moment, 7, 12);
  Cursor ahead = cursor;
  const auto quarter = ahead.take_number_of("분기");
  if (!quarter || *quarter < 1 || *quarter > 4) return std::nullopt;
  cursor = ahead;
  return months_of(moment, kMonthsOfQuarter * (*quarter - 1) + 1, kMonthsOfQuarter * *quarter);
}

/// What may stand behind 2022년, 작년 and 지난달.
Moment with_parts(Cursor& cursor, const Moment& moment) {
  if (moment.unit == DateUnit::month) return with_day_if_any(cursor, moment);
  if (moment.unit != DateUnit::year) return moment;
  return take_months(cursor, moment).value_or(moment);
}

Moment moment_of(Base base, DateUnit unit, int count) {
  Moment moment;
  moment.base = base;
  moment.unit = unit;
  moment.count = count;
  return moment;
}

Moment year_moment(int year) {
  Moment moment;
  moment.base = Base::year;
  moment.year = year;
  return moment;
}

/// Behind a year in digits: -07, .7.28., /07/28, and ". 7. 28." with its spaces. A second dot
/// belongs to a range.
std::optional<int> take_part(Cursor& cursor, char separator) {
  Cursor ahead = cursor;
  if (!ahead.rest().starts_with(separator) || !ahead.take(std::string_view(&separator, 1)))
    return std::nullopt;
  if (separator == '.') ahead.skip_space();
  const auto number = ahead.take_number(1, 2);
  if (number) cursor = ahead;
  return number;
}

void skip_full_stop(Cursor& cursor) {
  const bool ends = cursor.rest().starts_with('.') && !cursor.rest().starts_with("..");
  if (ends || cursor.rest().starts_with("...")) static_cast<void>(cursor.take("."));
}

Moment with_digits(Cursor& cursor, Moment moment) {
  for (const char separator : {'-', '.', '/'}) {
    const auto month = take_part(cursor, separator);
    if (!month) continue;
    moment = months_of(moment, *month, *month);
    moment.day = take_part(cursor, separator);
    break;
  }
  skip_full_stop(cursor);
  return moment;
}

/// 20220728 and 202207.
std::optional<Moment> take_run(Cursor& cursor) {
  const std::size_t digits =
      std::min(cursor.rest().find_first_not_of("0123456789"), cursor.rest().size());
  if (digits != 6 && digits != 8) return std::nullopt;
  Moment moment = year_moment(*cursor.take_digits(kYearDigits));
  const int month = *cursor.take_digits(2);
  moment = months_of(moment, month, month);
  if (digits == 8) moment.day = cursor.take_digits(2);
  return moment;
}

std::optional<Moment> take_year(Cursor& cursor) {
  if (const auto run = take_run(cursor)) return run;
  const auto year = cursor.take_number(kYearDigits, kYearDigits);
  if (!year) return std::nullopt;
  if (cursor.take("년")) return with_parts(cursor, year_moment(*year));
  const Moment moment = with_digits(cursor, year_moment(*year));
  return moment.first_month ? moment : with_parts(cursor, moment);
}

std::optional<Moment> take_named(Cursor& cursor) {
  for (const NamedMoment& named : kNamedMoments)
    if (cursor.take(named.words))
      return with_parts(cursor, moment_of(Base::ago, named.unit, named.count));
  return std::nullopt;
}

/// Whether a length may stand without 최근 before it.
struct Length {
  Moment moment;
  bool alone = true;
};

std::optional<Length> take_length(Cursor& cursor) {
  for (const NamedMoment& named : kNamedLengths)
    if (cursor.take(named.words))
      return Length{moment_of(Base::recent, named.unit, named.count),
                    !is_letter(named.words.front())};
  Cursor ahead = cursor;
  ahead.skip_space();
  const auto number = ahead.take_number(1, kMaxCountDigits);
  if (!number) return std::nullopt;
  for (const UnitName& unit : kUnitNames) {
    if (!ahead.take(unit.name)) continue;
    cursor = ahead;
    return Length{moment_of(Base::recent, unit.unit, *number), unit.alone};
  }
  return std::nullopt;
}

bool take_any(Cursor& cursor, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words)
    if (cursor.take(word)) return true;
  return false;
}

/// 30d, 3개월, 30일간, 3년 전, 최근 30일.
std::optional<Moment> take_counted(Cursor& cursor) {
  Cursor ahead = cursor;
  bool recent = false;
  for (const std::string_view word : kRecent) recent = recent || ahead.take(word);
  auto length = take_length(ahead);
  if (!length) return std::nullopt;
  const bool ago = !recent && take_any(ahead, {"전", "ago"});
  if (ago) length->moment.base = Base::ago;
  const bool lasting = !ago && take_any(ahead, {"간", "동안", "이내", "내"});
  if (!recent && !ago && !lasting && !length->alone) return std::nullopt;
  cursor = ahead;
  return length->moment;
}

/// What may stand alone.
std::optional<Moment> take_moment(Cursor& cursor) {
  Cursor ahead = cursor;
  ahead.skip_space();
  for (const auto take : {take_year, take_named, take_counted}) {
    Cursor each = ahead;
    if (const auto moment = take(each)) {
      cursor = each;
      return moment;
    }
  }
  const auto months = take_months(ahead, {});
  if (months) cursor = ahead;
  return months;
}

/// What may stand behind another: 28일 too.
std::optional<Moment> take_other_end(Cursor& cursor) {
  if (const auto moment = take_moment(cursor)) return moment;
  const Moment day = with_day_if_any(cursor, {});
  return day.day ? std::optional(day) : std::nullopt;
}

bool take_dots(Cursor& cursor) {
  return take_any(cursor, {"..", "~"});
}

/// 2022 - 2023, 2022-2023, 2022–2023: a dash that parts no year from its month.
bool take_dash(Cursor& cursor) {
  return take_any(cursor, {"-", "–", "—"});
}

using Read = std::optional<DateSyntax>;

Read read_from(Cursor cursor, const std::optional<Moment>& from, bool open) {
  DateSyntax range{from, take_other_end(cursor), true};
  if (range.to) static_cast<void>(cursor.take("까지"));
  if (!cursor.at_end() || (!range.to && !open)) return std::nullopt;
  return range;
}

/// `text` is behind its first moment.
Read read_behind(Cursor cursor, const Moment& moment) {
  if (cursor.at_end()) return DateSyntax{moment, {}, false};
  if (take_any(cursor, {"이후", "이래"}))
    return cursor.at_end() ? Read(DateSyntax{moment, {}, true}) : Read{};
  if (take_any(cursor, {"이전", "까지"}))
    return cursor.at_end() ? Read(DateSyntax{{}, moment, true}) : Read{};
  if (cursor.take("부터") || take_dots(cursor)) return read_from(cursor, moment, true);
  if (take_any(cursor, {"에서", "to", "until"}) || take_dash(cursor))
    return read_from(cursor, moment, false);
  return std::nullopt;
}

}  // namespace

std::string normalized_date(std::string_view text) {
  if (text.size() > kMaxDateBytes) return {};
  const std::string folded = text::fold(text);
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = text::next_code_point(folded, at);
    if (is_space(c)) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    text::append_utf8(out, is_tilde(c) ? U'~' : c);
  }
  return out;
}

std::optional<DateSyntax> read_date_syntax(std::string_view text) {
  Cursor cursor(text);
  if (take_dots(cursor) || take_any(cursor, {"until", "up to"}))
    return cursor.at_end() ? std::nullopt : read_from(cursor, std::nullopt, false);
  const bool from = take_any(cursor, {"since", "from"});
  const auto moment = take_moment(cursor);
  if (!moment) return std::nullopt;
  auto read = read_behind(cursor, *moment);
  if (read && from && !read->is_range) read->is_range = true;
  return read;
}

}  // namespace geul::query
