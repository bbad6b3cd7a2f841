// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "common/base/calendar.hpp"
#include "common/text/time_zone.hpp"
#include "indexer/generator/settings.hpp"

namespace geul::indexer {

/// Seconds that a clock shows since 1970-01-01, as if it were in UTC.
[[nodiscard]] std::int64_t clock_seconds(const LocalTime& time) noexcept;

/// What a zone's clocks show at a moment (seconds since 1970-01-01 UTC).
[[nodiscard]] LocalTime clock_at(std::int64_t moment, const text::TimeZone& zone);

/// The moment of a date: by its own offset, else as the zone's clocks show it.
[[nodiscard]] std::int64_t moment_of(const LocalTime& time, const text::TimeZone& zone);

/// A scalar that YAML takes for a moment, in UTC where it names no offset: written bare, with
/// seconds (YAML 1.1, "Timestamp"). Quoted, or without seconds, it is a text.
[[nodiscard]] bool is_yaml_moment(const MetaValue& value);

/// Settings that may name a site's language, the first that does counts.
using LanguageKeys = std::initializer_list<std::string_view>;

/// The zone in which a site's dates count, and a fact of it: geul.yaml's, else that which `key`
/// names, else default_zone(). A name that is none is noted.
[[nodiscard]] text::TimeZone site_zone(SiteSettings& settings, std::string_view key,
                                       LanguageKeys languages);

/// The zone where a site says none: Asia/Seoul for one in Korean, or whose language is not said
/// either, so that a Korean blog has the same addresses on every machine; for others that of this
/// machine, as generators have it.
[[nodiscard]] text::TimeZone default_zone(const SiteSettings& settings, LanguageKeys languages);

}  // namespace geul::indexer
