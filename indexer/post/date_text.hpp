// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "common/base/calendar.hpp"

namespace geul::indexer {

/// A date as people write it in front matter.
struct ParsedDate {
  LocalTime time;
  bool time_lost = false;  ///< there was a time of day, but no such time exists (21:10:65)
};

/// Reads year, month and day in this order, parted by '-', '/', '.' or 년 월 일 (with spaces or
/// without), one or two digits for month and day; then, where there is one, a time of day behind
/// 'T' or spaces: hours, minutes, seconds and fractions of one (both may be missing), and the
/// offset as "Z", "UTC", "GMT", "KST", "+0900", "+09:00" or "+09".
///
///     2022-07-28 00:00:00 +0900     2022/7/28     2022-07-28T00:00:00.000Z     2022년 7월 28일
///
/// Returns  nothing for any other text and for days that do not exist.
[[nodiscard]] std::optional<ParsedDate> parse_date(std::string_view text);

}  // namespace geul::indexer
