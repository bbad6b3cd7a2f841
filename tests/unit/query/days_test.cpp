// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/days.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace geul::query {
namespace {

std::string days(std::string_view text) {
  const auto range = read_days(text);
  return range ? to_iso(range->first) + " " + to_iso(range->last) : "none";
}

}  // namespace

TEST_CASE("A year, a month and a day are ranges of days", "[days]") {
  CHECK(days("2022") == "2022-01-01 2022-12-31");
  CHECK(days("2024-02") == "2024-02-01 2024-02-29");
  CHECK(days("2022-07-28") == "2022-07-28 2022-07-28");
}

TEST_CASE("Dates are taken with dots, slashes and single digits", "[days]") {
  CHECK(days("2022.7.28.") == "2022-07-28 2022-07-28");
  CHECK(days("2022/07") == "2022-07-01 2022-07-31");
  CHECK(days("2022-7-8") == "2022-07-08 2022-07-08");
}

TEST_CASE("Ranges include both ends and may be open", "[days]") {
  CHECK(days("2022-01..2022-07") == "2022-01-01 2022-07-31");
  CHECK(days("2022.01..2022.07.15") == "2022-01-01 2022-07-15");
  CHECK(days("2022-07..") == "2022-07-01 9999-12-31");
  CHECK(days("..2022") == "0001-01-01 2022-12-31");
  CHECK(days("2021..2020") == "2020-01-01 2021-12-31");
}

TEST_CASE("A range from later to earlier is told from one that only overlaps", "[days]") {
  for (const char* text : {"2021..2020", "2022-07-02..2022-07-01", "2023..2022-12"}) {
    CAPTURE(text);
    CHECK(is_reversed(text));
  }
  for (const char* text : {"2020..2021", "2023-05..2023", "2023..2023-05", "2023..2023", "2023..",
                           "..2023", "2023", "..", "x..2020", ""}) {
    CAPTURE(text);
    CHECK_FALSE(is_reversed(text));
  }
  CHECK(days("2023-05..2023") == "2023-05-01 2023-12-31");
  CHECK(days("2023..2023-05") == "2023-01-01 2023-05-31");
}

TEST_CASE("What is no date is none", "[days]") {
  for (const char* text : {"", "..", "2023-02-30", "2020-99-99", "0000", "2022-", "2022--07", "22",
                           "20220", "2022-07-28-1", "2022-007", "2022..x", "오늘", "2022 ..", "-1"})
    CHECK(days(text) == "none");
}

}  // namespace geul::query
