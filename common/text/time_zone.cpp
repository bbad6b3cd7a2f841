// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/time_zone.hpp"

#include <unicode/timezone.h>
#include <unicode/unistr.h>

namespace geul::text {
namespace {

constexpr int kMinute = 60'000;  // milliseconds, in which ICU counts

}  // namespace

struct TimeZone::Zone {
  std::unique_ptr<const icu::TimeZone> zone;

  [[nodiscard]] int offset(std::int64_t seconds, UBool is_clock) const {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    if (zone) zone->getOffset(static_cast<UDate>(seconds) * 1000, is_clock, raw, summer, status);
    return U_FAILURE(status) ? 0 : (raw + summer) / kMinute;
  }
};

std::optional<TimeZone> TimeZone::named(std::string_view name) {
  const std::unique_ptr<const icu::TimeZone> zone(icu::TimeZone::createTimeZone(
      icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())})));
  if (!zone || *zone == icu::TimeZone::getUnknown()) return std::nullopt;
  return TimeZone(
      std::make_shared<const Zone>(Zone{std::unique_ptr<const icu::TimeZone>(zone->clone())}));
}

TimeZone TimeZone::utc() {
  return TimeZone(std::make_shared<const Zone>(
      Zone{std::unique_ptr<const icu::TimeZone>(icu::TimeZone::getGMT()->clone())}));
}

TimeZone TimeZone::of_machine() {
  return TimeZone(std::make_shared<const Zone>(
      Zone{std::unique_ptr<const icu::TimeZone>(icu::TimeZone::detectHostTimeZone())}));
}

int TimeZone::offset_at(std::int64_t moment) const {
  return zone_->offset(moment, 0);
}

int TimeZone::offset_of_clock(std::int64_t clock) const {
  return zone_->offset(clock, 1);
}

std::string TimeZone::name() const {
  std::string out;
  icu::UnicodeString id;
  if (zone_->zone) zone_->zone->getID(id).toUTF8String(out);
  return out;
}

}  // namespace geul::text
