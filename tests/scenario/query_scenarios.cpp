// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <ctime>
#include <sstream>

#include "common/base/calendar.hpp"
#include "common/text/display.hpp"
#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

using Catch::Contains;
using Catch::StartsWith;
using Ids = std::vector<std::string>;

class SmallBlog : public Blog {
 public:
  SmallBlog() {
    post("engine.md", markdown("작은 검색 엔진", "2023-05-02", "검색, 파이썬",
                               "주말에 검색엔진을 만들었다. 색인이 먼저다."));
    post("cat.md", markdown("고양이 두부", "2024-07-28", "고양이",
                            "두부는 창가에서 잔다. 고양이에게는 볕이 있어야 한다."));
    post("soup.md", markdown("두부찌개", "2024-01-10", "요리",
                             "두부를 넣고 끓인다. node.js와는 상관이 없다."));
    post("old.md", "# 날짜 없는 글\n\n두부 이야기는 없다. C++ 이야기만 있다.\n");
    REQUIRE(build({"--quiet"}).status == 0);
  }
};

}  // namespace

TEST_CASE("query: exit status says found, nothing found, error") {
  const SmallBlog blog;
  CHECK(blog.query({"고양이"}).status == 0);
  CHECK(blog.query({"코끼리"}).status == 1);
  CHECK(geul_query({"--db", blog.folder() / "none", "고양이"}).status == 2);
  const RunResult wrong = blog.query({"--limmit", "3", "고양이"});
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.err, Contains("--limit"));
}

TEST_CASE("query: particles, spaces and compounds make no difference") {
  const SmallBlog blog;
  for (const char* const query : {"고양이", "고양이가", "고양이에게는", "고양이를"})
    CHECK(blog.ids({query}) == Ids{"cat.md"});
  for (const char* const query : {"검색엔진", "검색 엔진", "엔진"})
    CHECK(blog.ids({query}).front() == "engine.md");
  CHECK(blog.ids({"찌개"}) == Ids{"soup.md"});
}

TEST_CASE("query: posts with more of the words come first, those with fewer are listed") {
  const SmallBlog blog;
  CHECK(blog.ids({"창가", "두부"}).front() == "cat.md");
  CHECK(blog.ids({"두부 찌개 끓이는 법"}).front() == "soup.md");
  CHECK(blog.ids({"두부 색인"}).size() == 4);
}

TEST_CASE("query: operators, phrases and fields") {
  const SmallBlog blog;
  CHECK(blog.ids({"+두부 -찌개", "--sort", "oldest"}) == Ids{"cat.md", "old.md"});
  CHECK(blog.ids({"두부 AND 볕"}) == Ids{"cat.md"});
  CHECK(blog.ids({"(색인 OR 볕) NOT 검색"}) == Ids{"cat.md"});
  CHECK(blog.ids({"\"넣고 끓인다\""}) == Ids{"soup.md"});
  CHECK(blog.ids({"\"끓인다 넣고\""}).empty());
  CHECK(blog.ids({"title:두부", "--sort", "newest"}) == Ids{"cat.md", "soup.md"});
  CHECK(blog.ids({"tag:파이썬"}) == Ids{"engine.md"});
  CHECK(blog.ids({"date:2024-07"}) == Ids{"cat.md"});
  CHECK(blog.ids({"date:..2023"}) == Ids{"engine.md"});
  CHECK(blog.ids({"c++"}) == Ids{"old.md"});
  CHECK(blog.ids({"node.js"}) == Ids{"soup.md"});
  CHECK(blog.ids({"node"}) == Ids{"soup.md"});
  CHECK(blog.ids({"두부찌*"}) == Ids{"soup.md"});
  CHECK(blog.ids({"-두부", "--sort", "newest"}) == Ids{"engine.md"});
}

TEST_CASE("query: options narrow, sort and page") {
  const SmallBlog blog;
  CHECK(blog.ids({"두부", "--tag", "요리"}) == Ids{"soup.md"});
  CHECK(blog.ids({"두부", "--tag", "요리", "--tag", "고양이", "--sort", "newest"}) ==
        Ids{"cat.md", "soup.md"});
  CHECK(blog.ids({"--since", "2024", "--sort", "oldest"}) == Ids{"soup.md", "cat.md"});
  CHECK(blog.ids({"--until", "2024-01-10"}) == Ids{"soup.md", "engine.md"});
  CHECK(blog.ids({"--since", "1900", "--limit", "1", "--offset", "1"}) == Ids{"soup.md"});
  CHECK(blog.ids({"두부", "--sort", "oldest"}) == Ids{"soup.md", "cat.md", "old.md"});
  CHECK(blog.query({"두부", "--since", "yesterdayish"}).status == 2);
  CHECK(blog.query({"두부", "--since", "2024-02-31"}).status == 2);
}

TEST_CASE("query: dates as people type them, in the query and in options") {
  const SmallBlog blog;
  CHECK(blog.ids({"date:2024년 7월"}) == Ids{"cat.md"});
  CHECK(blog.ids({"두부", "date:2024년", "1월", "10일"}) == Ids{"soup.md"});
  CHECK(blog.ids({"date:2023년부터 2024년 1월까지"}) == Ids{"soup.md", "engine.md"});
  CHECK(blog.ids({"date:2023. 5. 2. 검색엔진"}) == Ids{"engine.md"});
  CHECK(blog.ids({"--since", "2023년 5월", "--until", "2024. 1. 10."}) ==
        Ids{"soup.md", "engine.md"});
  const RunResult none = blog.query({"두부 date:2024년 2월 30일", "--format", "paths"});
  CHECK_THAT(none.err, Contains("2024년 2월 30일"));
  CHECK(none.status == 0);
}

TEST_CASE("query: today is the day of the user's time zone") {
  const Blog blog;
  const auto day_at = [](int hours) {
    const std::time_t then = std::time(nullptr) + hours * 3600;
    std::tm utc = {};
    ::gmtime_r(&then, &utc);
    return to_iso(Day{utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday});
  };
  blog.post("east.md", markdown("동쪽", day_at(14), "글", "글이다."));
  blog.post("west.md", markdown("서쪽", day_at(-12), "글", "글이다."));
  REQUIRE(blog.build({"--quiet"}).status == 0);
  const auto today = [&blog](const char* zone, const std::vector<std::string>& arguments) {
    return blog.query(arguments, {.environment = {{"TZ", zone}}}).out;
  };
  for (const char* const query : {"date:오늘", "date:today", "date:1d"}) {
    CHECK_THAT(today("EAST-14", {query}), Contains("동쪽") && !Contains("서쪽"));
    CHECK_THAT(today("WEST+12", {query}), Contains("서쪽") && !Contains("동쪽"));
  }
  CHECK_THAT(today("EAST-14", {"--since", "오늘"}), Contains("동쪽") && !Contains("서쪽"));
  CHECK_THAT(today("WEST+12", {"--until", "오늘"}), Contains("서쪽") && !Contains("동쪽"));
}

TEST_CASE("query: a malformed query is read as words, with a note") {
  const SmallBlog blog;
  for (const char* const query : {"\"고양이", "(고양이", "고양이)", "AND 고양이", "고양이 OR",
                                  "weird:고양이", "고양이 \xFF"}) {
    CAPTURE(query);
    const RunResult result = blog.query({query, "--format", "paths"});
    CHECK(result.status == 0);
    CHECK_THAT(result.out, Contains("cat.md"));
    CHECK_FALSE(result.err.empty());
  }
}

TEST_CASE("query: the nearest .geul upward is searched") {
  const SmallBlog blog;
  std::filesystem::rename(blog.database(), blog.folder() / ".geul");
  CHECK_THAT(geul_query({"고양이"}, {.folder = blog.posts()}).out, Contains("고양이 두부"));
  const TemporaryFolder elsewhere;
  const RunResult none = geul_query({"고양이"}, {.folder = elsewhere.path()});
  CHECK(none.status == 2);
  CHECK_THAT(none.err, Contains("hint: "));
}

TEST_CASE("query: several databases answer as one") {
  const SmallBlog one;
  const Blog two;
  two.post("more.md", markdown("고양이 둘", "2025-01-01", "고양이", "고양이가 또 있다."));
  REQUIRE(two.build({"--quiet"}).status == 0);
  const RunResult both = geul_query({"--db", one.database(), "--db", two.database(), "고양이",
                                     "--format", "json", "--sort", "newest"});
  CHECK(hit_strings(json_of(both), "id") == Ids{"more.md", "cat.md"});
}

TEST_CASE("query: every format") {
  const SmallBlog blog;
  CHECK(blog.query({"고양이", "--format", "paths"}).out ==
        (blog.posts() / "cat.md").string() + "\n");
  const std::string line = blog.query({"두부", "--format", "jsonl"}).out;
  CHECK(parse_json(line.substr(0, line.find('\n')))->contains("excerpt"));
  const RunResult trec = blog.query({"--batch", "-", "--format", "trec"},
                                    {.input = "q1\t고양이\nq2\t코끼리\nq3\t검색\n"});
  CHECK(trec.status == 0);
  CHECK_THAT(trec.out, StartsWith("q1 Q0 cat.md 1 ") && Contains("\nq3 Q0 engine.md 1 ") &&
                           Contains(" geul\n"));
  const RunResult broken =
      blog.query({"--batch", "-", "--format", "trec"}, {.input = "q1\t고양이\nno tab\n"});
  CHECK_THAT(broken.err, Contains("2"));
  CHECK_THAT(broken.out, Contains("q1 Q0 cat.md"));
  CHECK_THAT(blog.query({"고양이", "--analyze"}).out, Contains("고양"));
  CHECK_THAT(blog.query({"고양이", "--explain"}).out, Contains("고양이"));
}

TEST_CASE("query: colours and links are for terminals") {
  const SmallBlog blog;
  CHECK_THAT(blog.query({"고양이"}).out, !Contains("\x1B"));
  CHECK_THAT(blog.query({"고양이"}, {.environment = {{"TERM", "xterm"}}, .terminal = true}).out,
             Contains("\x1B["));
  CHECK_THAT(blog.query({"고양이"},
                        {.environment = {{"TERM", "xterm"}, {"NO_COLOR", "1"}}, .terminal = true})
                 .out,
             !Contains("\x1B["));
  CHECK_THAT(blog.query({"고양이", "--color", "always"}).out, Contains("\x1B["));
  CHECK_THAT(blog.query({"고양이", "--color", "never"},
                        {.environment = {{"TERM", "xterm"}}, .terminal = true})
                 .out,
             !Contains("\x1B["));
}

TEST_CASE("query: nothing in a post controls the terminal or breaks the output") {
  const Blog blog;
  blog.post("evil.md",
            "---\ntitle: \"\\e[2J화면\"\ntags: [\"\\e]8;;http://x\\a나쁨\"]\n---\n고양이 "
            "\x1B[31m빨강 \u202E거꾸로 <script>alert(1)</script>\n");
  REQUIRE(blog.build({"--quiet"}).status == 0);
  for (const char* const form : {"text", "paths", "trec", "jsonl", "json"}) {
    const RunResult result = blog.query({"고양이", "--format", form, "--facets"});
    CAPTURE(form);
    CHECK(result.status == 0);
    CHECK_THAT(result.out, !Contains("\x1B"));
    CHECK_THAT(result.out, !Contains("\a"));
  }
  CHECK_THAT(blog.query({"고양이"}).out, !Contains("\u202E"));
}

TEST_CASE("query: excerpts show the passage, whole eojeols marked") {
  const SmallBlog blog;
  const Json answer = json_of(blog.query({"볕", "--format", "json"}));
  const Json& excerpt = answer["hits"][0]["excerpt"];
  const std::string text = excerpt["text"];
  const Json& span = excerpt["highlights"][0];
  CHECK(text.substr(span[0], span[1].get<std::size_t>() - span[0].get<std::size_t>()) == "볕이");
}

TEST_CASE("query: a hit leads to its section, and shows the others that match") {
  const Blog blog;
  blog.post(
      "visit.md",
      "---\ntitle: 방문기\nurl: https://a.kr/visit/\n---\n\n앞말이다.\n\n"
      "## 첫날 아침\n\n고양이를 만났다.\n\n## 고양이와 두부\n\n"
      "고양이와 두부를 보았다. 👨‍👩‍👧\n\n## 마지막\n\n돌아왔다.\n");
  REQUIRE(blog.build({"--quiet"}).status == 0);
  const Json hit = json_of(blog.query({"고양이 두부", "--format", "json"}))["hits"][0];
  const std::string post_url = hit["post_url"];
  CHECK(hit["url"] == post_url + "#고양이와-두부");
  REQUIRE(hit["sections"].size() == 2);
  CHECK(hit["sections"][0]["url"] == hit["url"]);
  CHECK(hit["sections"][0]["excerpt"]["text"] == hit["excerpt"]["text"]);
  CHECK(hit["sections"][1]["anchor"] == "첫날-아침");
  CHECK(hit["sections"][1]["excerpt"]["text"] == "고양이를 만났다.");
  for (const char* const query : {"방문기", "앞말", "path:visit"}) {
    const Json other = json_of(blog.query({query, "--format", "json"}))["hits"][0];
    CHECK(other["url"] == post_url);
  }
  const std::string text = blog.query({"고양이 두부"}).out;
  CHECK_THAT(text, Contains("    § 고양이와 두부\n    고양이와 두부를 보았다.") &&
                       Contains("\n    § 첫날 아침\n") && !Contains("마지막"));
}

namespace {

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("    ") && line.find('/') == std::string::npos)
      widest = std::max(widest, text::display_width(line));
  return widest;
}

}  // namespace

TEST_CASE("query: excerpts have the width that was asked for, or the terminal's") {
  const Blog blog;
  std::string body;
  for (int i = 0; i < 40; ++i) body += "고양이는 볕이 드는 창가에서 오래 잔다. ";
  blog.post("cat.md", markdown("고양이", "2024-07-28", "글", body));
  REQUIRE(blog.build({"--quiet"}).status == 0);
  CHECK(widest_line(blog.query({"창가"}).out) > 200);
  for (const std::size_t width : {40U, 80U}) {
    const std::string number = std::to_string(width);
    const std::size_t widest = widest_line(blog.query({"창가", "--width", number}).out);
    CHECK(widest <= width);
    CHECK(widest > width / 2);
    const Json json = json_of(blog.query({"창가", "--width", number, "--format", "json"}));
    const std::string excerpt = json["hits"][0]["excerpt"]["text"];
    CHECK(text::display_width(excerpt) <= width);
    CHECK(text::display_width(excerpt) > width / 2);
  }
  std::string screen = blog.query({"창가", "--color", "never"},
                                  {.environment = {{"TERM", "xterm"}}, .terminal = true})
                           .out;
  std::erase(screen, '\r');
  CHECK(widest_line(screen) <= 100);
  CHECK(widest_line(screen) > 70);
  CHECK(std::count(screen.begin(), screen.end(), '\n') > 6);
  for (const char* const width : {"0", "1000000000", "wide"}) {
    const RunResult wrong = blog.query({"창가", "--width", width});
    CHECK(wrong.status == 2);
    CHECK_THAT(wrong.err, Contains("columns"));
  }
}

TEST_CASE("query: an output that cannot be written is an error") {
  const SmallBlog blog;
  const RunResult full =
      run("/bin/sh", {"-c", std::string(GEUL_QUERY_PROGRAM) + " --db " + blog.database().string() +
                                " 고양이 >/dev/full"});
  CHECK(full.status == 2);
  CHECK_THAT(full.err, Contains("No space left"));
}

}  // namespace geul::test
