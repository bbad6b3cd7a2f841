// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/site_time.hpp"

#include <algorithm>

#include "common/base/format.hpp"
#include "common/text/letters.hpp"

namespace geul::indexer {
namespace {

constexpr std::int64_t kDaySeconds = 86'400;
constexpr Day kEpoch{1970, 1, 1};

std::int64_t floor_div(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

constexpr std::string_view kKoreanZone = "Asia/Seoul";
constexpr const char* kZoneFact = "time zone";

/// The setting that names the language; empty for none.
std::string_view language_key(const SiteSettings& settings, LanguageKeys languages) {
  for (const std::string_view key : languages)
    if (!texts_at(settings.values(), key).empty()) return key;
  return {};
}

/// "ko", "ko-KR", "ko_KR.UTF-8", or nothing said.
bool is_korean(const SiteSettings& settings, std::string_view key) {
  if (key.empty()) return true;
  const std::string language = text::lower_case(texts_at(settings.values(), key).front());
  return language == "ko" || language.starts_with("ko-") || language.starts_with("ko_");
}

}  // namespace

std::int64_t clock_seconds(const LocalTime& time) noexcept {
  const std::int64_t days = day_number(time.day) - day_number(kEpoch);
  return days * kDaySeconds + std::int64_t{time.hour} * 3600 + std::int64_t{time.minute} * 60 +
         time.second;
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

text::TimeZone site_zone(SiteSettings& settings, std::string_view key, LanguageKeys languages) {
  if (settings.choice().zone) {
    settings.tell({kZoneFact, settings.choice().zone->name(), SiteFact::From::chosen});
    return *settings.choice().zone;
  }
  if (const std::string name = settings.text(key); !name.empty()) {
    if (auto zone = text::TimeZone::named(name)) {
      settings.tell(kZoneFact, name, key);
      return *std::move(zone);
    }
    settings.note(key, format("no time zone {}; left out", name));
  }
  const std::string_view language = language_key(settings, languages);
  text::TimeZone zone = default_zone(settings, languages);
  if (is_korean(settings, language))
    settings.tell(kZoneFact, zone.name(), language);
  else
    settings.tell({kZoneFact, zone.name(), SiteFact::From::machine});
  return zone;
}

text::TimeZone default_zone(const SiteSettings& settings, LanguageKeys languages) {
  if (settings.choice().zone) return *settings.choice().zone;
  if (!is_korean(settings, language_key(settings, languages))) return text::TimeZone::of_machine();
  return text::TimeZone::named(kKoreanZone).value_or(text::TimeZone::utc());
}

}  // namespace geul::indexer
