// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/dates.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/indexer/post_support.hpp"

namespace geul::indexer {
namespace {

std::string iso(std::string_view text) {
  const auto parsed = parse_date(text);
  return parsed ? to_iso(parsed->time) + (parsed->time_lost ? " (time lost)" : "") : "none";
}

std::string published(std::string_view path) {
  MetaValue none;
  WarningList warnings("f");
  const auto date = read_publication(none, path, warnings);
  return date ? to_iso(*date) : "none";
}

}  // namespace

TEST_CASE("Dates in every shape") {
  CHECK(iso("2022-07-28") == "2022-07-28");
  CHECK(iso("2022-07-28 00:00:00 +0900") == "2022-07-28T00:00:00+09:00");
  CHECK(iso("2022-07-28 09:08:07") == "2022-07-28T09:08:07");
  CHECK(iso("2022-07-28T01:02:03Z") == "2022-07-28T01:02:03Z");
  CHECK(iso("2022-07-28T01:02:03.000Z") == "2022-07-28T01:02:03Z");
  CHECK(iso("2022-07-28T01:02:03+09:00") == "2022-07-28T01:02:03+09:00");
  CHECK(iso("2022-07-28 01:02 -05") == "2022-07-28T01:02:00-05:00");
  CHECK(iso("2022/07/28") == "2022-07-28");
  CHECK(iso("2022.7.28.") == "2022-07-28");
  CHECK(iso("2022-7-3 8:5") == "2022-07-03T08:05:00");
  CHECK(iso("2022년 7월 28일") == "2022-07-28");
  CHECK(iso(" 2022-07-28 10:00:00 KST ") == "2022-07-28T10:00:00+09:00");
}

TEST_CASE("What is no date") {
  for (const char* text : {"YYYY-MM-DD", "2022-13-01", "2023-02-29", "2022-07", "22-07-28", "",
                           "오늘", "20220728", "2022-07-281", "2022-07-28-1", "{{ .Date }}"}) {
    CAPTURE(text);
    CHECK(iso(text) == "none");
  }
  CHECK(iso("2022-07-28 21:10:65") == "2022-07-28 (time lost)");
  CHECK(iso("2022-07-28 25:00:00") == "2022-07-28 (time lost)");
  CHECK(iso("2022-07-28 10:00 모레") == "2022-07-28 (time lost)");
}

TEST_CASE("A date may be in the path") {
  CHECK(published("_posts/2018-02-07-제목.md") == "2018-02-07");
  CHECK(published("_posts/2018-2-7-제목.md") == "2018-02-07");
  CHECK(published("blog/2018-02-07-제목/index.md") == "2018-02-07");
  CHECK(published("blog/2018/02/07/제목.md") == "2018-02-07");
  CHECK(published("blog/2018-02-30-제목.md") == "none");
  CHECK(published("blog/2018/제목.md") == "none");
}

TEST_CASE("A date that is lost costs a warning with its line, never the post") {
  const Post post = test::with_front_matter("title: 글\ndate: YYYY-MM-DD");
  REQUIRE(post.warnings.size() == 1);
  CHECK(post.warnings[0].place.line == 3);
  CHECK(post.warnings[0].place.file == "/site/_posts/2020-01-02-name.md");
  CHECK(to_iso(*post.document.date) == "2020-01-02");
}

TEST_CASE("Lists of dates, other keys and updates") {
  CHECK(to_iso(*test::with_front_matter("date: [틀림, 2021-01-01]").document.date) == "2021-01-01");
  CHECK(to_iso(*test::with_front_matter("pubDate: 2021-01-03").document.date) == "2021-01-03");
  CHECK(to_iso(*test::with_front_matter("published: 2021-01-04").document.date) == "2021-01-04");
  CHECK(to_iso(*test::with_front_matter("last_modified_at: 2021-01-05").document.updated) ==
        "2021-01-05");
  CHECK(to_iso(*test::with_front_matter("updated : 2021-01-06 01:02:03").document.updated) ==
        "2021-01-06T01:02:03");
}

}  // namespace geul::indexer
