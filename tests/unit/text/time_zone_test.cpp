// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/time_zone.hpp"

#include <catch2/catch.hpp>

using geul::text::TimeZone;

TEST_CASE("A zone is known by its name") {
  CHECK(TimeZone::named("Asia/Seoul")->name() == "Asia/Seoul");
  CHECK_FALSE(TimeZone::named("Asia/Seol").has_value());
  CHECK_FALSE(TimeZone::named("").has_value());
  CHECK_FALSE(TimeZone::of_machine().name().empty());
}

TEST_CASE("A zone's clocks are before UTC by what they were at the time") {
  const TimeZone seoul = *TimeZone::named("Asia/Seoul");
  CHECK(seoul.offset_at(1'700'000'000) == 540);
  CHECK(seoul.offset_at(568'000'000) == 540);
  CHECK(seoul.offset_at(581'000'000) == 600);  // summer time of 1988
  const TimeZone new_york = *TimeZone::named("America/New_York");
  CHECK(new_york.offset_at(1'720'000'000) == -240);
  CHECK(new_york.offset_of_clock(1'720'000'000) == -240);
  CHECK(new_york.offset_of_clock(1'705'000'000) == -300);
  CHECK(TimeZone::utc().offset_at(0) == 0);
}
