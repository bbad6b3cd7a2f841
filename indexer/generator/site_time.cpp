// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/site_time.hpp"

#include <algorithm>

#include "common/base/format.hpp"

namespace geul::indexer {
namespace {

constexpr std::int64_t kDaySeconds = 86'400;
constexpr Day kEpoch{1970, 1, 1};

std::int64_t floor_div(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

}  // namespace

std::int64_t clock_seconds(const LocalTime& time) noexcept {
  const std::int64_t days = day_number(time.day) - day_number(kEpoch);
  return days * kDaySeconds + std::int64_t{time.hour} * 3600 + time.minute * 60 + time.second;
}

LocalTime clock_at(std::int64_t moment, const text::TimeZone& zone) {
  const int offset = zone.offset_at(moment);
  const std::int64_t clock = moment + std::int64_t{offset} * 60;
  const std::int64_t days = floor_div(clock, kDaySeconds);
  const auto rest = static_cast<int>(clock - days * kDaySeconds);
  LocalTime time;
  time.day = plus_days(kEpoch, static_cast<int>(days));
  time.has_time = true;
  time.hour = rest / 3600;
  time.minute = rest / 60 % 60;
  time.second = rest % 60;
  time.offset_minutes = offset;
  return time;
}

std::int64_t moment_of(const LocalTime& time, const text::TimeZone& zone) {
  const std::int64_t clock = clock_seconds(time);
  const int offset = time.offset_minutes ? *time.offset_minutes : zone.offset_of_clock(clock);
  return clock - std::int64_t{offset} * 60;
}

bool is_yaml_moment(const MetaValue& value) {
  if (value.kind != MetaValue::Kind::scalar || value.quoted) return false;
  const std::string_view text = value.text;
  const std::size_t clock = text.find_first_of("Tt \t");
  if (clock == text.npos) return false;
  const std::size_t first = text.find(':', clock);
  return first != text.npos && first + 3 < text.size() && text[first + 3] == ':';
}

text::TimeZone site_zone(SiteSettings& settings, std::string_view key) {
  const std::string name = settings.text(key);
  if (name.empty()) return text::TimeZone::of_machine();
  if (auto zone = text::TimeZone::named(name)) return *std::move(zone);
  settings.note(key, format("no time zone {}; dates count in this machine's", name));
  return text::TimeZone::of_machine();
}

}  // namespace geul::indexer
