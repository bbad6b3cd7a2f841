// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace geul::text {

/// A time zone of the IANA database ("Asia/Seoul"), as ICU's version has it. Immutable; any number
/// of threads may ask.
class TimeZone {
 public:
  /// The zone of a name; nothing for a name that the database does not have.
  [[nodiscard]] static std::optional<TimeZone> named(std::string_view name);
  [[nodiscard]] static TimeZone utc();
  /// This machine's: TZ, else what the system is set to.
  [[nodiscard]] static TimeZone of_machine();

  /// How many minutes the zone is before UTC at a moment (seconds since 1970-01-01 UTC) …
  [[nodiscard]] int offset_at(std::int64_t moment) const;
  /// … and when its own clocks show so many seconds since 1970-01-01. What they show twice is meant
  /// before they were put back; what they skip counts as before the gap.
  [[nodiscard]] int offset_of_clock(std::int64_t clock) const;
  [[nodiscard]] std::string name() const;

 private:
  struct Zone;
  explicit TimeZone(std::shared_ptr<const Zone> zone) : zone_(std::move(zone)) {}

  std::shared_ptr<const Zone> zone_;
};

}  // namespace geul::text
