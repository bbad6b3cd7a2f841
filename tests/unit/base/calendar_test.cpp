// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/calendar.hpp"

#include <catch2/catch.hpp>

namespace geul {

TEST_CASE("calendar: days that do not exist are known") {
  CHECK(exists({2024, 2, 29}));
  CHECK_FALSE(exists({2023, 2, 29}));
  CHECK_FALSE(exists({2020, 99, 99}));
  CHECK_FALSE(exists({2020, 0, 1}));
  CHECK_FALSE(exists({0, 1, 1}));
  CHECK_FALSE(exists({10000, 1, 1}));
  CHECK_FALSE(exists({2020, -1, 300}));
}

TEST_CASE("calendar: month ends and days away") {
  CHECK(last_of_month(2024, 2) == Day{2024, 2, 29});
  CHECK(plus_days({2024, 2, 28}, 2) == Day{2024, 3, 1});
  CHECK(plus_days({2024, 1, 1}, -1) == Day{2023, 12, 31});
  CHECK(plus_days({1, 1, 1}, -30) == Day{1, 1, 1});
  CHECK(plus_days({9999, 12, 31}, 30) == Day{9999, 12, 31});
}

TEST_CASE("calendar: a time is written in ISO 8601 and read again") {
  LocalTime time{{2022, 7, 28}};
  CHECK(to_iso(time) == "2022-07-28");
  CHECK(from_iso("2022-07-28") == time);
  time.has_time = true;
  time.hour = 9;
  CHECK(to_iso(time) == "2022-07-28T09:00:00");
  for (const int minutes : {540, 0, -210}) {
    time.offset_minutes = minutes;
    CAPTURE(to_iso(time));
    CHECK(from_iso(to_iso(time)) == time);
  }
  CHECK(to_iso(time) == "2022-07-28T09:00:00-03:30");
  CHECK(to_sort_key(time) == "20220728090000");
}

TEST_CASE("calendar: months are added within the calendar") {
  CHECK(plus_months({2024, 1, 31}, 1) == Day{2024, 2, 29});
  CHECK(plus_months({2024, 3, 31}, -13) == Day{2023, 2, 28});
  CHECK(plus_months({2024, 5, 15}, -12) == Day{2023, 5, 15});
  CHECK(plus_months({1, 5, 15}, -5) == Day{1, 1, 1});
  CHECK(plus_months({9999, 12, 1}, 1) == Day{9999, 12, 31});
}

TEST_CASE("calendar: weeks begin on Monday") {
  CHECK(days_since_monday({2024, 7, 15}) == 0);
  CHECK(days_since_monday({2024, 7, 21}) == 6);
  CHECK(days_since_monday({1970, 1, 1}) == 3);
}

TEST_CASE("calendar: nothing else is read as a time") {
  for (const char* const text :
       {"", "2022", "2022-7-28", "2022-07-28 09:00:00", "2022-02-30", "2022-07-28T25:00:00",
        "2022-07-28T09:00", "2022-07-28T09:00:00+9", "2022-07-28x", "-022-07-28"}) {
    CAPTURE(text);
    CHECK_FALSE(from_iso(text));
  }
}

}  // namespace geul
