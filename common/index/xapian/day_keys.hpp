// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/base/format.hpp"
#include "common/index/query.hpp"

namespace geul::index {

/// What Slot::date lies between for the documents of some days, both included. Undated documents
/// have an empty value, which lies before every begin. '~' lies behind the digits of every time of
/// the last day.
struct DayKeys {
  explicit DayKeys(const DayRange& days)
      : first(key_of_day(days.first)), last(key_of_day(days.last) + "~") {}

  std::string first;
  std::string last;

 private:
  static std::string key_of_day(const Day& day) {
    return format("{:04}{:02}{:02}", day.year, day.month, day.day);
  }
};

}  // namespace geul::index
