// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/days.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace geul::query {
namespace {

constexpr Day kThursday{2024, 7, 18};

std::string shown(const std::optional<index::DayRange>& range) {
  return range ? to_iso(range->first) + " " + to_iso(range->last) : "none";
}

std::string days(std::string_view text, const Day& today = kThursday) {
  return shown(read_days(text, today));
}

void check_all(std::initializer_list<const char*> texts, std::string_view expected) {
  for (const char* const text : texts) {
    CAPTURE(text);
    CHECK(days(text) == expected);
  }
}

}  // namespace

TEST_CASE("A year, a month and a day are ranges of days", "[days]") {
  check_all({"2022", "2022년", "2022 년", "２０２２", "2022."}, "2022-01-01 2022-12-31");
  check_all({"2024-02", "2024년 2월", "2024-2", "202402"}, "2024-02-01 2024-02-29");
  check_all(
      {"2022-07-28", "2022.7.28.", "2022.7.28", "2022/07/28", "20220728", "2022-7-28",
       "2022. 7. 28.", "2022년 7월 28일", "2022년7월28일", "2022 년 7 월 28 일",
       "2022년\xE3\x80\x80"
       "7월  28일",
       " 2022년 7월 28일 ", "２０２２년 ７월 ２８일", "２０２２．７．２８", "2022년 07월 28일"},
      "2022-07-28 2022-07-28");
  CHECK(days("2022 7월") == "2022-07-01 2022-07-31");
  CHECK(days("2022 7월 28일") == "2022-07-28 2022-07-28");
  CHECK(days("2022년 상반기") == "2022-01-01 2022-06-30");
  CHECK(days("작년 하반기") == "2023-07-01 2023-12-31");
  CHECK(days("2022년 4분기") == "2022-10-01 2022-12-31");
}

TEST_CASE("Decomposed Hangul is Hangul", "[days]") {
  CHECK(days("2022\u1102\u1167\u11AB") == "2022-01-01 2022-12-31");
}

TEST_CASE("Days, weeks, months and years are told from today", "[days]") {
  check_all({"오늘", "today", "Today", "현재"}, "2024-07-18 2024-07-18");
  check_all({"어제", "yesterday", "1일 전", "1 day ago"}, "2024-07-17 2024-07-17");
  check_all({"그제", "그저께"}, "2024-07-16 2024-07-16");
  check_all({"이번 주", "이번주", "금주", "this week", "this  week"}, "2024-07-15 2024-07-21");
  check_all({"지난주", "지난 주", "저번 주", "last week", "1주 전"}, "2024-07-08 2024-07-14");
  check_all({"이번 달", "이번달", "이달", "this month"}, "2024-07-01 2024-07-31");
  check_all({"지난달", "지난 달", "저번달", "last month", "한 달 전"}, "2024-06-01 2024-06-30");
  check_all({"올해", "금년", "this year"}, "2024-01-01 2024-12-31");
  check_all({"작년", "지난해", "지난 해", "last year"}, "2023-01-01 2023-12-31");
  check_all({"재작년", "2년 전"}, "2022-01-01 2022-12-31");
  CHECK(days("작년 7월") == "2023-07-01 2023-07-31");
  CHECK(days("재작년 7월 28일") == "2022-07-28 2022-07-28");
  CHECK(days("지난달 3일") == "2024-06-03 2024-06-03");
}

TEST_CASE("Weeks begin on Monday, and months and years before are found across their ends",
          "[days]") {
  CHECK(days("이번 주", {2024, 7, 15}) == "2024-07-15 2024-07-21");
  CHECK(days("이번 주", {2024, 7, 21}) == "2024-07-15 2024-07-21");
  CHECK(days("지난주", {2024, 1, 1}) == "2023-12-25 2023-12-31");
  CHECK(days("지난달", {2024, 1, 31}) == "2023-12-01 2023-12-31");
  CHECK(days("지난달", {2024, 3, 31}) == "2024-02-01 2024-02-29");
  CHECK(days("어제", {2024, 3, 1}) == "2024-02-29 2024-02-29");
  CHECK(days("작년", {2024, 2, 29}) == "2023-01-01 2023-12-31");
}

TEST_CASE("The last days, weeks, months and years end today and are whole", "[days]") {
  check_all({"최근 30일", "최근30일", "지난 30일", "지난 30일간", "최근 30일 동안",
             "최근 30일 이내", "30일간", "last 30 days", "Last 30 Days", "past 30 days",
             "the last 30 days", "30 days", "30d", "최근 ３０일"},
            "2024-06-19 2024-07-18");
  check_all({"최근 2주", "최근 2주간", "지난 두 주", "14d", "2w", "2주", "past 2 weeks"},
            "2024-07-05 2024-07-18");
  check_all({"최근 한 달", "최근 1개월", "최근 1달", "1m", "past month", "last 1 month"},
            "2024-06-19 2024-07-18");
  check_all({"최근 6개월", "6m", "6개월", "6 months", "최근 반년"}, "2024-01-19 2024-07-18");
  check_all({"최근 1년", "지난 1년간", "1y", "12m", "past year"}, "2023-07-19 2024-07-18");
  check_all({"최근 일주일", "일주일", "past week", "7d"}, "2024-07-12 2024-07-18");
  CHECK(days("1d") == "2024-07-18 2024-07-18");
  CHECK(days("1m", {2024, 3, 31}) == "2024-03-01 2024-03-31");
  CHECK(days("1y", {2024, 2, 29}) == "2023-03-01 2024-02-29");
  CHECK(days("999y") == "1025-07-19 2024-07-18");
}

TEST_CASE("A date without a year is the last that has begun", "[days]") {
  CHECK(days("7월") == "2024-07-01 2024-07-31");
  CHECK(days("8월") == "2023-08-01 2023-08-31");
  CHECK(days("7월 18일") == "2024-07-18 2024-07-18");
  CHECK(days("7월 19일") == "2023-07-19 2023-07-19");
  CHECK(days("2월 29일", {2023, 7, 18}) == "2020-02-29 2020-02-29");
  CHECK(days("2월 30일") == "none");
}

TEST_CASE("Ranges include both ends and may be open", "[days]") {
  check_all({"2022-01..2022-07", "2022.1~2022.7", "2022.1 ~ 2022.7", "2022.1～2022.7",
             "2022-01 .. 2022-07", "2022년 1월부터 2022년 7월까지", "2022년 1월부터 7월까지",
             "2022년 1월부터 7월", "2022년 1월에서 7월까지", "2022년 1월 ~ 7월", "2022년1월∼7월",
             "2022.1 - 2022.7", "2022-01 to 2022-07", "from 2022-01 to 2022-07"},
            "2022-01-01 2022-07-31");
  CHECK(days("2022.01..2022.07.15") == "2022-01-01 2022-07-15");
  check_all({"2022-07..", "2022-07 ..", "2022.7.~", "2022년 7월부터", "2022년 7월 이후",
             "2022.7 이후", "since 2022-07", "2022년 7월 ~"},
            "2022-07-01 9999-12-31");
  check_all({"..2022", "~2022", "~ 2022년", "2022년까지", "2022년 이전", "2022 이전", "until 2022"},
            "0001-01-01 2022-12-31");
  check_all({"2022~2023", "2022-2023", "2022 - 2023", "2022년부터 2023년까지", "2022년~2023년"},
            "2022-01-01 2023-12-31");
  CHECK(days("2021..2020") == "2020-01-01 2021-12-31");
  CHECK(days("지난달..오늘") == "2024-06-01 2024-07-18");
  CHECK(days("작년부터") == "2023-01-01 9999-12-31");
  CHECK(days("작년부터 지금까지") == "2023-01-01 2024-07-18");
  CHECK(days("3개월 전부터") == "2024-04-01 9999-12-31");
  CHECK(days("2022.7.28...2022.8.1.") == "2022-07-28 2022-08-01");
}

TEST_CASE("An end takes from the other what it does not name", "[days]") {
  CHECK(days("2022년 7월 28일 ~ 30일") == "2022-07-28 2022-07-30");
  CHECK(days("2022년 7월 28일부터 8월 2일까지") == "2022-07-28 2022-08-02");
  CHECK(days("2022년 12월 ~ 1월") == "2022-12-01 2023-01-31");
  CHECK(days("11월 ~ 2월") == "2023-11-01 2024-02-29");
  CHECK_FALSE(is_reversed("2022년 12월 ~ 1월", kThursday));
}

TEST_CASE("A range from later to earlier is told from one that only overlaps", "[days]") {
  for (const char* text : {"2021..2020", "2022-07-02..2022-07-01", "2023..2022-12", "오늘~어제",
                           "2023년부터 2022년까지"}) {
    CAPTURE(text);
    CHECK(is_reversed(text, kThursday));
  }
  for (const char* text : {"2020..2021", "2023-05..2023", "2023..2023-05", "2023..2023", "2023..",
                           "..2023", "2023", "..", "x..2020", "", "2023년 이후", "2023년 이전"}) {
    CAPTURE(text);
    CHECK_FALSE(is_reversed(text, kThursday));
  }
  CHECK(days("2023-05..2023") == "2023-05-01 2023-12-31");
  CHECK(days("2023..2023-05") == "2023-01-01 2023-05-31");
}

TEST_CASE("What is no date is none", "[days]") {
  check_all({"",          "..",           "~",        "2022-",     "2022--07",  "22",
             "20220",     "2022-07-28-1", "2022-007", "2022..x",   "-1",        "2022 07",
             "2022 0728", "28일",         "30일",     "최근",      "최근 글",   "이번",
             "주말",      "이번 주말",    "2022년생", "작년도",    "todays",    "lastweekend",
             "12mm",      "2022년 7",     "5분기",    "부터",      "이후",      "x 이후",
             "since",     "from",         "2022 to",  "2022년 전", "12345일간", "1,2"},
            "none");
}

TEST_CASE("What is written as a date may not exist", "[days]") {
  for (const char* text :
       {"2023-02-30", "2020-99-99", "0000", "2022-13", "2022-00", "2022-07-00", "2022년 2월 30일",
        "2월 30일", "20221301", "최근 0일", "2022..2023-13", "13월"}) {
    CAPTURE(text);
    CHECK(is_written_as_days(text));
    CHECK(days(text) == "none");
  }
  CHECK_FALSE(is_written_as_days("2022 07"));
}

TEST_CASE("One date is asked for where a range is none", "[days]") {
  CHECK(shown(read_date("2022년 7월", kThursday)) == "2022-07-01 2022-07-31");
  CHECK(shown(read_date("최근 30일", kThursday)) == "2024-06-19 2024-07-18");
  for (const char* text : {"2022..", "..2022", "2022..2023", "2022년 이후", "since 2022", ""})
    CHECK(shown(read_date(text, kThursday)) == "none");
}

}  // namespace geul::query
