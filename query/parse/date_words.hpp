// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string_view>

#include "query/parse/date_syntax.hpp"

namespace geul::query {

/// The words of dates, folded. A space in them may be left out.
/// Where one begins another, the longer stands first.

struct NamedMoment {
  std::string_view words;
  DateUnit unit;
  int count;  ///< of units before today's
};

inline constexpr std::array kNamedMoments{
    NamedMoment{"오늘", DateUnit::day, 0},
    NamedMoment{"금일", DateUnit::day, 0},
    NamedMoment{"지금", DateUnit::day, 0},
    NamedMoment{"현재", DateUnit::day, 0},
    NamedMoment{"today", DateUnit::day, 0},
    NamedMoment{"now", DateUnit::day, 0},
    NamedMoment{"어제", DateUnit::day, 1},
    NamedMoment{"yesterday", DateUnit::day, 1},
    NamedMoment{"그저께", DateUnit::day, 2},
    NamedMoment{"그제", DateUnit::day, 2},
    NamedMoment{"그끄저께", DateUnit::day, 3},
    NamedMoment{"그끄제", DateUnit::day, 3},
    NamedMoment{"이번 주", DateUnit::week, 0},
    NamedMoment{"금주", DateUnit::week, 0},
    NamedMoment{"지난 주", DateUnit::week, 1},
    NamedMoment{"저번 주", DateUnit::week, 1},
    NamedMoment{"지지난 주", DateUnit::week, 2},
    NamedMoment{"저저번 주", DateUnit::week, 2},
    NamedMoment{"this week", DateUnit::week, 0},
    NamedMoment{"last week", DateUnit::week, 1},
    NamedMoment{"이번 달", DateUnit::month, 0},
    NamedMoment{"이 달", DateUnit::month, 0},
    NamedMoment{"지난 달", DateUnit::month, 1},
    NamedMoment{"저번 달", DateUnit::month, 1},
    NamedMoment{"지지난 달", DateUnit::month, 2},
    NamedMoment{"저저번 달", DateUnit::month, 2},
    NamedMoment{"this month", DateUnit::month, 0},
    NamedMoment{"last month", DateUnit::month, 1},
    NamedMoment{"올해", DateUnit::year, 0},
    NamedMoment{"금년", DateUnit::year, 0},
    NamedMoment{"작년", DateUnit::year, 1},
    NamedMoment{"지난 해", DateUnit::year, 1},
    NamedMoment{"재작년", DateUnit::year, 2},
    NamedMoment{"지지난 해", DateUnit::year, 2},
    NamedMoment{"this year", DateUnit::year, 0},
    NamedMoment{"last year", DateUnit::year, 1},
    NamedMoment{"previous week", DateUnit::week, 1},
    NamedMoment{"previous month", DateUnit::month, 1},
    NamedMoment{"previous year", DateUnit::year, 1},
};

/// What says that a number of units ends today.
inline constexpr std::array<std::string_view, 6> kRecent{"최근", "지난",     "last",
                                                         "past", "the last", "the past"};

/// Lengths of time that are one word, or that are counted in native numerals.
inline constexpr std::array kNamedLengths{
    NamedMoment{"하루", DateUnit::day, 1},      NamedMoment{"이틀", DateUnit::day, 2},
    NamedMoment{"사흘", DateUnit::day, 3},      NamedMoment{"나흘", DateUnit::day, 4},
    NamedMoment{"닷새", DateUnit::day, 5},      NamedMoment{"열흘", DateUnit::day, 10},
    NamedMoment{"보름", DateUnit::day, 15},     NamedMoment{"일 주일", DateUnit::week, 1},
    NamedMoment{"한 주", DateUnit::week, 1},    NamedMoment{"두 주", DateUnit::week, 2},
    NamedMoment{"세 주", DateUnit::week, 3},    NamedMoment{"한 달", DateUnit::month, 1},
    NamedMoment{"두 달", DateUnit::month, 2},   NamedMoment{"세 달", DateUnit::month, 3},
    NamedMoment{"석 달", DateUnit::month, 3},   NamedMoment{"네 달", DateUnit::month, 4},
    NamedMoment{"넉 달", DateUnit::month, 4},   NamedMoment{"다섯 달", DateUnit::month, 5},
    NamedMoment{"여섯 달", DateUnit::month, 6}, NamedMoment{"반년", DateUnit::month, 6},
    NamedMoment{"일 년", DateUnit::year, 1},    NamedMoment{"한 해", DateUnit::year, 1},
    NamedMoment{"이 년", DateUnit::year, 2},    NamedMoment{"삼 년", DateUnit::year, 3},
    NamedMoment{"week", DateUnit::week, 1},     NamedMoment{"month", DateUnit::month, 1},
    NamedMoment{"year", DateUnit::year, 1},
};

struct UnitName {
  std::string_view name;
  DateUnit unit;
  bool alone;  ///< a number with it is a length of time: 30일 may be a day of a month
};

inline constexpr std::array kUnitNames{
    UnitName{"개월", DateUnit::month, true},   UnitName{"달", DateUnit::month, true},
    UnitName{"주일", DateUnit::week, true},    UnitName{"주", DateUnit::week, true},
    UnitName{"일", DateUnit::day, false},      UnitName{"년", DateUnit::year, false},
    UnitName{"days", DateUnit::day, true},     UnitName{"day", DateUnit::day, true},
    UnitName{"weeks", DateUnit::week, true},   UnitName{"week", DateUnit::week, true},
    UnitName{"months", DateUnit::month, true}, UnitName{"month", DateUnit::month, true},
    UnitName{"years", DateUnit::year, true},   UnitName{"year", DateUnit::year, true},
    UnitName{"d", DateUnit::day, true},        UnitName{"w", DateUnit::week, true},
    UnitName{"m", DateUnit::month, true},      UnitName{"y", DateUnit::year, true},
};

}  // namespace geul::query
