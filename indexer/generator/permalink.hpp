// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/calendar.hpp"

namespace geul::indexer {

/// Filling ends where an address has so many bytes, which none has that anybody visits: a post
/// could name its title a million times.
inline constexpr std::size_t kLongestAddress = 8192;

/// Fills the placeholders of a template ("/:year/:title/"): `value` gets each longest run of
/// letters and '_' behind a ':' and returns its text, or nothing where it knows no such name; then
/// shorter beginnings of the run are tried, and at last it stays as it stands, and `unknown` hears
/// of it. Cost: linear in the template, times a name's length.
/// Limits  ends behind the part that passes kLongestAddress.
[[nodiscard]] std::string fill_template(
    std::string_view pattern,
    const std::function<std::optional<std::string>(std::string_view name)>& value,
    const std::function<void(std::string_view name)>& unknown = nullptr);

/// The date's placeholders that Jekyll, Hugo and Hexo share in meaning: year, month, day, i_month,
/// i_day, hour, minute, second, short_year, short_month, long_month, y_day, week, w_year, w_day,
/// short_day, long_day. Empty without a date; nothing for other names.
[[nodiscard]] std::optional<std::string> date_placeholder(std::string_view name,
                                                          const std::optional<LocalTime>& date);

}  // namespace geul::indexer
