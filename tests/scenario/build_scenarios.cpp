// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

using Catch::Contains;
using Catch::StartsWith;
using Ids = std::vector<std::string>;

void write_three_posts(const Blog& blog) {
  blog.post("soup.md", markdown("된장찌개", "2024-01-05", "요리", "두부를 넣고 끓인다."));
  blog.post("trip/busan.md", markdown("부산 여행", "2024-02-05", "여행", "기차를 타고 갔다."));
  blog.post("index.md", markdown("색인", "2024-03-05", "검색", "검색엔진의 색인을 만든다."));
}

}  // namespace

TEST_CASE("build: a folder is indexed, and a second build finds nothing to do") {
  const Blog blog;
  write_three_posts(blog);
  const RunResult first = blog.build();
  CHECK(first.status == 0);
  CHECK_THAT(first.out,
             StartsWith("3 indexed, 0 unchanged, 0 removed, 0 hidden, 0 skipped, 0 warnings"));
  CHECK(first.err.empty());
  CHECK_THAT(blog.build().out, StartsWith("0 indexed, 3 unchanged, 0 removed"));
}

TEST_CASE("build: only what is new, changed, renamed or gone is touched") {
  const Blog blog;
  write_three_posts(blog);
  REQUIRE(blog.build().status == 0);
  blog.post("new.md", markdown("새 글", "2024-04-01", "새것", "새롭다."));
  blog.post("soup.md", markdown("김치찌개", "2024-01-05", "요리", "김치를 넣고 끓인다."));
  blog.remove("index.md");
  CHECK_THAT(blog.build().out, StartsWith("2 indexed, 1 unchanged, 1 removed"));
  CHECK(blog.ids({"김치"}) == Ids{"soup.md"});
  CHECK(blog.ids({"두부"}).empty());
  CHECK(blog.ids({"색인"}).empty());
  std::filesystem::rename(blog.posts() / "new.md", blog.posts() / "old.md");
  CHECK_THAT(blog.build().out, StartsWith("1 indexed, 2 unchanged, 1 removed"));
  CHECK(blog.ids({"새롭다"}) == Ids{"old.md"});
}

TEST_CASE("build: a new time without new bytes is no change, the same time with new bytes is one") {
  const Blog blog;
  write_three_posts(blog);
  REQUIRE(blog.build().status == 0);
  const auto file = blog.posts() / "soup.md";
  const auto time = std::filesystem::last_write_time(file);
  std::filesystem::last_write_time(file, time + std::chrono::hours(1));
  CHECK_THAT(blog.build().out, StartsWith("0 indexed, 3 unchanged"));
  blog.post("soup.md", markdown("된장찌개", "2024-01-05", "요리", "호박을 넣고 끓인다."));
  std::filesystem::last_write_time(file, time);
  CHECK_THAT(blog.build().out, StartsWith("1 indexed, 2 unchanged"));
}

TEST_CASE("build: the answers do not depend on the number of threads") {
  const Blog one;
  const Blog many;
  for (const Blog* const blog : {&one, &many})
    for (int i = 0; i < 60; ++i)
      blog->post("p" + std::to_string(i) + ".md",
                 markdown("글 " + std::to_string(i), "2024-01-05", "가, 나",
                          "고양이가 산책한다. " + std::string(static_cast<std::size_t>(i), 'x')));
  REQUIRE(one.build({"--jobs", "1"}).status == 0);
  REQUIRE(many.build({"--jobs", "4"}).status == 0);
  CHECK(one.ids({"고양이", "--limit", "60"}) == many.ids({"고양이", "--limit", "60"}));
}

TEST_CASE(
    "build: records piped in give the same database and say the same in any number of threads") {
  std::string records;
  for (int i = 0; i < 200; ++i) {
    // Every fifth has the id of one before it, every seventh is hidden, every ninth is none.
    const std::string id = std::to_string(i % 5 == 0 ? i / 2 : i);
    records += i % 9 == 0 ? "none" : R"({"id":")" + id + R"(","title":"글 )" + std::to_string(i);
    records += R"(","tags":["가"],"draft":)" + std::string(i % 7 == 0 ? "true" : "false");
    records +=
        R"(,"body":"고양이가 산책한다 )" + std::string(static_cast<std::size_t>(i), 'x') + "\"}\n";
  }
  const Blog one;
  const Blog many;
  const auto build = [&](const Blog& blog, const std::string& jobs) {
    return geul_index({"build", "-", "--db", blog.database(), "--jobs", jobs, "--verbose"},
                      {.input = records});
  };
  const RunResult first = build(one, "1");
  const RunResult second = build(many, "3");
  CHECK(first.status == 0);
  CHECK_THAT(first.err, Contains("same id") && Contains("hidden") && Contains("skipped"));
  CHECK(second.err == first.err);
  CHECK(second.out.substr(0, second.out.find(" seconds") - 4) ==
        first.out.substr(0, first.out.find(" seconds") - 4));
  for (const char* const query : {"고양이", "산책", "글 17", "tag:가"})
    CHECK(many.query({query, "--limit", "200", "--facets", "--format", "json"}).out ==
          one.query({query, "--limit", "200", "--facets", "--format", "json"}).out);
}

TEST_CASE("build: drafts and unpublished posts are left out, and counted, unless asked for") {
  const Blog blog;
  write_three_posts(blog);
  blog.post("_drafts/later.md", "# 나중에\n\n아직이다.\n");
  blog.post("secret.md", "---\ntitle: 비밀\npublic: false\n---\n말하지 않는다.\n");
  CHECK_THAT(blog.build().out, StartsWith("3 indexed, 0 unchanged, 0 removed, 2 hidden"));
  CHECK_THAT(blog.build({"--drafts"}).out,
             StartsWith("2 indexed, 3 unchanged, 0 removed, 0 hidden"));
  CHECK(blog.ids({"비밀"}) == Ids{"secret.md"});
  CHECK_THAT(blog.build({"--drafts"}).out, StartsWith("0 indexed, 5 unchanged"));
  CHECK_THAT(blog.build().out, StartsWith("0 indexed, 3 unchanged, 2 removed, 2 hidden"));
  CHECK(blog.ids({"비밀"}).empty());
}

TEST_CASE("build: a dry run says what would change and changes nothing") {
  const Blog blog;
  write_three_posts(blog);
  const RunResult dry = blog.build({"--dry-run"});
  CHECK_THAT(dry.out, StartsWith("3 indexed"));
  CHECK_THAT(dry.err, Contains("index soup.md\n"));
  CHECK_FALSE(std::filesystem::exists(blog.database()));
  REQUIRE(blog.build().status == 0);
  blog.remove("soup.md");
  const RunResult again = blog.build({"--dry-run"});
  CHECK_THAT(again.out, StartsWith("0 indexed, 2 unchanged, 1 removed"));
  CHECK_THAT(again.err, Contains("remove soup.md\n"));
  CHECK(blog.ids({"두부"}) == Ids{"soup.md"});
}

TEST_CASE("build: a broken value is a warning with file and line, and --strict fails on it") {
  const Blog blog;
  blog.post("a.md", "---\ntitle: 글\ndate: 2024-02-31\n---\n본문이다.\n");
  const RunResult result = blog.build();
  CHECK(result.status == 0);
  CHECK_THAT(result.err, Contains("a.md:3: warning: ") && Contains("2024-02-31"));
  CHECK_THAT(result.out, Contains("1 indexed") && Contains("1 warning,"));
  const RunResult strict = blog.build({"--strict"});
  CHECK(strict.status == 2);
  CHECK_THAT(strict.err, Contains("a.md:3: warning: ") && Contains("--strict"));
  CHECK(blog.ids({"본문"}) == Ids{"a.md"});
}

TEST_CASE("build: a post with nothing in it is skipped with a reason, the rest is indexed") {
  const Blog blog;
  write_three_posts(blog);
  blog.post("empty.md", "");
  const RunResult result = blog.build();
  CHECK(result.status == 0);
  CHECK_THAT(result.out, Contains("3 indexed") && Contains("1 skipped"));
  CHECK_THAT(result.err, Contains("empty.md") && Contains("skipped: "));
}

TEST_CASE("build: wrong sources are errors with a next step, and lose nothing") {
  const Blog blog;
  write_three_posts(blog);
  REQUIRE(blog.build().status == 0);
  const RunResult missing =
      geul_index({"build", blog.folder() / "nowhere", "--db", blog.database()});
  CHECK(missing.status == 2);
  CHECK_THAT(missing.err, Contains("no such source") && Contains("hint: "));
  std::filesystem::create_directory(blog.folder() / "empty");
  const RunResult empty = geul_index({"build", blog.folder() / "empty", "--db", blog.database()});
  CHECK(empty.status == 2);
  CHECK_THAT(empty.err, Contains("found no posts") && Contains("--rebuild"));
  CHECK(blog.ids({"두부"}) == Ids{"soup.md"});
  CHECK(
      geul_index({"build", blog.folder() / "empty", "--db", blog.database(), "--rebuild"}).status ==
      0);
  CHECK(blog.query({"두부"}).status == 1);
}

TEST_CASE("build: an empty folder makes an empty database, and says so") {
  const Blog blog;
  std::filesystem::create_directory(blog.posts());
  const RunResult result = blog.build();
  CHECK(result.status == 0);
  CHECK_THAT(result.out, StartsWith("0 indexed"));
  CHECK_THAT(result.err, Contains("no posts"));
  CHECK(blog.query({"아무것"}).status == 1);
}

TEST_CASE("build: a folder that is not a database is left alone") {
  const Blog blog;
  write_three_posts(blog);
  blog.folder().write("db/thesis.txt", "mine");
  for (const char* const flag : {"--quiet", "--rebuild"}) {
    const RunResult result = blog.build({flag});
    CHECK(result.status == 2);
    CHECK_THAT(result.err, Contains("no geul database"));
  }
  CHECK(std::filesystem::exists(blog.folder() / "db/thesis.txt"));
}

TEST_CASE("build: JSON Lines from a file and from the standard input") {
  const Blog blog;
  const std::string records =
      "{\"id\":\"a\",\"title\":\"첫 "
      "글\",\"tags\":[\"가\"],\"date\":\"2024-01-01\",\"body\":\"고양이가 잔다.\"}\n"
      "\n"
      "{\"_id\":\"b\",\"title\":\"둘째 글\",\"text\":\"고양이가 먹는다.\"}\n"
      "not json\n"
      "{\"id\":\"a\",\"body\":\"같은 이름\"}\n";
  const RunResult piped = geul_index({"build", "-", "--db", blog.database()}, {.input = records});
  CHECK(piped.status == 0);
  CHECK_THAT(piped.out, StartsWith("2 indexed") && Contains("2 skipped"));
  CHECK_THAT(piped.err, Contains("-:4: ") && Contains("same id"));
  CHECK(blog.ids({"고양이", "tag:가"}) == Ids{"a"});
  blog.folder().write("posts.jsonl", records);
  const Blog other;
  CHECK(geul_index({"build", blog.folder() / "posts.jsonl", "--db", other.database()}).status == 0);
  CHECK(other.ids({"먹는다"}) == Ids{"b"});
}

namespace {

RunResult build_records(const Blog& blog, const std::string& records) {
  blog.folder().write("posts.jsonl", records);
  return geul_index({"build", blog.folder() / "posts.jsonl", "--db", blog.database()});
}

}  // namespace

TEST_CASE("build: an unchanged record is known by its bytes, wherever it stands") {
  const Blog blog;
  const std::string a = "{\"id\":\"a\",\"title\":\"첫 글\",\"body\":\"고양이가 잔다.\"}\n";
  const std::string b = "{\"id\":\"b\",\"title\":\"둘째 글\",\"body\":\"고양이가 먹는다.\"}\n";
  REQUIRE_THAT(build_records(blog, a + b).out, StartsWith("2 indexed"));
  const RunResult again = build_records(blog, "\n" + b + a + a);
  CHECK_THAT(again.out, StartsWith("0 indexed, 2 unchanged, 0 removed") && Contains("1 skipped"));
  CHECK_THAT(again.err, Contains("posts.jsonl:4") && Contains("same id"));
  CHECK(blog.ids({"고양이"}).size() == 2);
}

TEST_CASE("build: the line of a record without an id is its id") {
  const Blog blog;
  const std::string a = "{\"title\":\"첫 글\",\"body\":\"고양이가 잔다.\"}\n";
  const std::string b = "{\"title\":\"둘째 글\",\"body\":\"두부를 먹는다.\"}\n";
  REQUIRE_THAT(build_records(blog, a + b).out, StartsWith("2 indexed"));
  CHECK_THAT(build_records(blog, a + b).out, StartsWith("0 indexed, 2 unchanged"));
  CHECK_THAT(build_records(blog, b + a + b).out, StartsWith("3 indexed, 0 unchanged, 0 removed"));
  CHECK(blog.ids({"고양이"}) == Ids{"posts.jsonl:2"});
  CHECK(blog.ids({"두부"}) == Ids{"posts.jsonl:1", "posts.jsonl:3"});
}

TEST_CASE("build: without positions a phrase finds its words anywhere, and says so") {
  const Blog blog;
  write_three_posts(blog);
  REQUIRE(blog.build({"--no-positions"}).status == 0);
  const RunResult found = blog.query({"\"색인의 검색엔진\"", "--format", "jsonl"});
  CHECK_THAT(found.out, Contains("index.md"));
  CHECK_THAT(found.err, Contains("no positions"));
  CHECK(blog.query({"색인의 검색엔진"}).err.empty());
  blog.post("new.md", markdown("새 글", "2024-04-01", "새것", "색인이 새롭다."));
  CHECK_THAT(blog.build().out, StartsWith("1 indexed, 3 unchanged"));
  CHECK_THAT(blog.query({"\"새 글\""}).err, Contains("no positions"));
  REQUIRE(blog.build({"--rebuild"}).status == 0);
  CHECK(blog.query({"\"색인의 검색엔진\""}).status == 1);
  const RunResult refused = blog.build({"--no-positions"});
  CHECK(refused.status == 2);
  CHECK_THAT(refused.err, Contains("--rebuild"));
}

TEST_CASE("build: geul.yaml leaves files out, and its faults are errors") {
  const Blog blog;
  write_three_posts(blog);
  blog.folder().write("geul.yaml", "exclude: [trip, '*.en.md']\n");
  CHECK_THAT(blog.build().out, StartsWith("2 indexed"));
  blog.folder().write("other.yaml", "exclude: soup.md\n");
  CHECK_THAT(blog.build({"--config", blog.folder() / "other.yaml"}).out,
             StartsWith("1 indexed, 1 unchanged, 1 removed"));
  blog.folder().write("geul.yaml", "exlude: []\n");
  const RunResult wrong = blog.build();
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.err, Contains("geul.yaml:1: unknown key exlude") && Contains("exclude"));
}

TEST_CASE("build: a post that cannot be read keeps its indexed version") {
  const Blog blog;
  write_three_posts(blog);
  REQUIRE(blog.build({"--quiet"}).status == 0);
  namespace fs = std::filesystem;
  const auto forbid = [](const fs::path& path) { fs::permissions(path, fs::perms::none); };
  for (const fs::path& path : {blog.folder().path(), blog.posts(), blog.database()})
    fs::permissions(path, fs::perms::all);
  for (const auto& entry : fs::directory_iterator(blog.database()))
    fs::permissions(entry.path(), fs::perms::all);
  forbid(blog.posts() / "soup.md");
  const RunResult file = blog.build({}, {.unprivileged = true});
  CHECK(file.status == 0);
  CHECK_THAT(file.err, Contains("soup.md") && Contains("Permission denied"));
  CHECK(blog.ids({"두부"}) == Ids{"soup.md"});
  forbid(blog.posts() / "trip");
  const RunResult folder = blog.build({}, {.unprivileged = true});
  CHECK_THAT(folder.out, Contains("0 removed"));
  CHECK(blog.ids({"기차"}) == Ids{"trip/busan.md"});
  fs::permissions(blog.posts() / "trip", fs::perms::all);
}

TEST_CASE("build: quiet prints nothing, verbose names posts, a terminal shows progress") {
  const Blog blog;
  write_three_posts(blog);
  const RunResult quiet = blog.build({"--quiet"});
  CHECK(quiet.out.empty());
  CHECK(quiet.err.empty());
  CHECK_THAT(blog.build({"--rebuild", "--verbose"}).err, Contains("index trip/busan.md\n"));
  CHECK_THAT(blog.build({"--rebuild", "--progress", "always"}).err, Contains("/3"));
  CHECK_THAT(blog.build({"--rebuild", "--progress", "never"}, {.terminal = true}).out,
             !Contains("\x1B["));
}

TEST_CASE("build: help, versions and wrong flags") {
  CHECK_THAT(geul_index({"--help"}).out,
             Contains("build") && Contains("check") && Contains("stats"));
  const RunResult help = geul_index({"build", "--help"});
  CHECK(help.status == 0);
  for (const char* const flag : {"--db", "--config", "--drafts", "--jobs", "--rebuild", "--dry-run",
                                 "--strict", "--quiet", "--verbose", "--progress"})
    CHECK_THAT(help.out, Contains(flag));
  const RunResult wrong = geul_index({"build", "x", "--job", "2"});
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.err, Contains("unknown option --job") && Contains("--jobs"));
  CHECK(geul_index({}).status == 2);
  CHECK_THAT(geul_index({"--version"}).out, Contains("schema ") && Contains("site format ") &&
                                                Contains("analyser ") && Contains("ICU ") &&
                                                Contains("Xapian 1.") && Contains("cmark 0."));
  CHECK_THAT(geul_query({"--version"}).out, Contains("JSON format "));
}

TEST_CASE("build: the first database may have any name, and .geul is the default") {
  const Blog blog;
  write_three_posts(blog);
  const RunOptions here{.folder = blog.folder().path()};
  CHECK(geul_index({"build", "posts"}, here).status == 0);
  CHECK(geul_index({"build", "posts", "--db", "bare"}, here).status == 0);
  CHECK(geul_index({"build", "posts", "--db", "deep/er/db"}, here).status == 0);
  CHECK(geul_index({"build", "posts", "--db", ""}, here).status == 2);
  CHECK_THAT(geul_query({"두부", "--format", "paths"}, here).out, Catch::Equals("posts/soup.md\n"));
  CHECK_THAT(geul_query({"두부", "--format", "paths"}, {.folder = blog.posts()}).out,
             Catch::Equals("soup.md\n"));
}

TEST_CASE("build: a site that is reached through a link is the same site") {
  const Blog blog;
  blog.folder().write("site/_config.yml", "permalink: /:title/\n");
  blog.folder().write("site/_posts/2024-01-02-soup.md", "두부를 넣고 끓인다.\n");
  std::filesystem::create_directory_symlink("site", blog.folder() / "link");
  REQUIRE(geul_index({"build", blog.folder() / "link", "--db", blog.database()}).status == 0);
  const Json answer = json_of(blog.query({"두부", "--format", "json"}));
  CHECK(hit_strings(answer, "url") == std::vector<std::string>{"/soup/"});
}

TEST_CASE("build: the spelling of a source makes no post new") {
  const Blog blog;
  write_three_posts(blog);
  const RunOptions here{.folder = blog.folder().path()};
  REQUIRE(geul_index({"build", "posts"}, here).status == 0);
  CHECK_THAT(geul_index({"build", "./posts/"}, here).out, StartsWith("0 indexed, 3 unchanged"));
  CHECK_THAT(geul_index({"build", blog.posts()}, here).out, StartsWith("0 indexed, 3 unchanged"));
}

TEST_CASE("build: a number of threads beyond all sense is refused") {
  const Blog blog;
  write_three_posts(blog);
  for (const char* const jobs : {"-1", "99999", "many"})
    CHECK(blog.build({"--jobs", jobs}).status == 2);
  CHECK(blog.build({"--jobs", "0"}).status == 0);
}

}  // namespace geul::test
