// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "common/index/reader.hpp"
#include "common/index/writer.hpp"
#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

using Catch::Contains;
using Catch::StartsWith;
using Ids = std::vector<std::string>;

/// Writes geul.yaml with a dictionary of some lines beside the posts.
void set_dictionary(const Blog& blog, std::string_view lines) {
  blog.folder().write("words.txt", lines);
  blog.folder().write("geul.yaml", "dictionary: words.txt\n");
}

/// Four ways of writing 우아한, and two posts that only hold its syllables.
void write_posts(const Blog& blog) {
  blog.post("plain.md", markdown("회사", "2024-01-01", "회사", "우아한 배달을 한다."));
  blog.post("marked.md", markdown("회사", "2024-01-02", "회사", "우아**한** 배달을 한다."));
  blog.post("entity.md", markdown("회사", "2024-01-03", "회사", "&#50864;아한 배달을 한다."));
  blog.post("apart.md",
            markdown("회사", "2024-01-04", "회사", "\u110b\u116e\u110b\u1161\u1112\u1161\u11ab."));
  blog.post("longer.md", markdown("형제", "2024-01-05", "회사", "우아한형제들은 배달을 한다."));
  blog.post("inside.md", markdown("태도", "2024-01-06", "말", "새우아한 낱말이 아니다."));
}

/// The posts that have a word as a key.
std::size_t posts_with(const Blog& blog, const std::string& word) {
  return index::Reader::open({blog.database()})->frequency(word).value();
}

std::string answers(const Blog& blog) {
  return blog.query({"--format", "json", "우아한"}).out +
         blog.query({"--format", "json", "우아한형제들의 배달"}).out + blog.query({"태도"}).out;
}

}  // namespace

TEST_CASE("dictionary: a word that comes or goes touches the posts that it is a key in") {
  const Blog blog;
  write_posts(blog);
  REQUIRE(blog.build().status == 0);
  CHECK(posts_with(blog, "우아한") == 0);
  const std::string before = answers(blog);

  set_dictionary(blog, "우아한  # a name\n");
  CHECK_THAT(blog.build({"--dry-run"}).out, StartsWith("4 indexed, 2 unchanged"));
  const RunResult added = blog.build({"--verbose"});
  CHECK_THAT(added.out, StartsWith("4 indexed, 2 unchanged, 0 removed"));
  for (const char* const id : {"plain.md", "marked.md", "entity.md", "apart.md"})
    CHECK_THAT(added.err, Contains(std::string("index ") + id));
  const std::string after = answers(blog);
  CHECK(after != before);
  CHECK_THAT(blog.query({"--explain", "우아한"}).out, Contains("우아한 as word, pair (우아한 "));
  CHECK(posts_with(blog, "우아한") == 4);

  set_dictionary(blog, "# nothing changes\n\n없는낱말\n우아한\n우아한\n");
  CHECK_THAT(blog.build().out, StartsWith("0 indexed, 6 unchanged"));
  CHECK(answers(blog) == after);

  set_dictionary(blog, "우아한\n우아한형제들\n");
  CHECK_THAT(blog.build().out, StartsWith("1 indexed, 5 unchanged"));

  std::filesystem::remove(blog.folder() / "geul.yaml");
  CHECK_THAT(blog.build().out, StartsWith("5 indexed, 1 unchanged"));
  CHECK(answers(blog) == before);
  CHECK_THAT(blog.build().out, StartsWith("0 indexed, 6 unchanged"));
}

TEST_CASE("dictionary: a build from scratch gives what many small ones gave") {
  const Blog step;
  write_posts(step);
  REQUIRE(step.build().status == 0);
  set_dictionary(step, "우아한형제들\n");
  REQUIRE(step.build().status == 0);
  set_dictionary(step, "우아한\n배달\n");
  REQUIRE(step.build().status == 0);
  const std::string stepwise = answers(step);
  REQUIRE(step.build({"--rebuild"}).status == 0);
  CHECK(answers(step) == stepwise);
}

TEST_CASE("dictionary: a build that was stopped, or could not read a post, is made up for") {
  const Blog blog;
  write_posts(blog);
  set_dictionary(blog, "배달\n");
  REQUIRE(blog.build().status == 0);
  const auto settings = [&] { return index::Reader::open({blog.database()})->settings(); };
  CHECK_FALSE(settings().unsettled);

  // What a build leaves that is stopped behind its first batch.
  index::Settings stopped = settings();
  stopped.words = {"우아한"};
  stopped.unsettled = true;
  {
    auto writer = index::Writer::open(blog.database(), index::OpenMode::update);
    REQUIRE(writer);
    REQUIRE(writer->set_settings(stopped));
    REQUIRE(writer->commit());
  }
  set_dictionary(blog, "우아한\n");
  CHECK_THAT(blog.build({"--dry-run"}).out, !StartsWith("0 indexed"));
  CHECK_THAT(blog.build().out, !StartsWith("0 indexed"));
  CHECK(posts_with(blog, "우아한") == 4);
  CHECK_FALSE(settings().unsettled);
  CHECK_THAT(blog.build().out, StartsWith("0 indexed, 6 unchanged"));

  std::filesystem::permissions(blog.posts() / "plain.md", std::filesystem::perms::none);
  for (const char* const name : {"", "posts", "db"})
    std::filesystem::permissions(blog.folder() / name, std::filesystem::perms::all);
  for (const auto& file : std::filesystem::directory_iterator(blog.database()))
    std::filesystem::permissions(file.path(), std::filesystem::perms::all);
  set_dictionary(blog, "배달\n");
  CHECK_THAT(blog.build({}, {.unprivileged = true}).out, Contains("1 skipped"));
  CHECK(settings().unsettled);
  std::filesystem::permissions(blog.posts() / "plain.md", std::filesystem::perms::owner_all);
  CHECK_THAT(blog.build().out, StartsWith("1 indexed, 5 unchanged"));
  CHECK_FALSE(settings().unsettled);
  CHECK(posts_with(blog, "우아한") == 0);
}

TEST_CASE("dictionary: records are read again where a word is written in escapes") {
  const Blog blog;
  const RunOptions records{
      .input =
          "{\"id\":\"a\",\"title\":\"\\uc6b0\\uc544\\ud55c\"}\n{\"id\":\"b\",\"title\":\"말\"}\n"};
  const auto build = [&] {
    return geul_index(
        {"build", "-", "--db", blog.database(), "--config", (blog.folder() / "geul.yaml").string()},
        records);
  };
  set_dictionary(blog, "없는낱말\n");
  CHECK_THAT(build().out, StartsWith("2 indexed"));
  set_dictionary(blog, "우아한\n");
  CHECK_THAT(build().out, StartsWith("1 indexed, 1 unchanged"));
  CHECK_THAT(build().out, StartsWith("0 indexed, 2 unchanged"));
}

TEST_CASE("dictionary: databases of different words are not searched as one") {
  const Blog first;
  const Blog second;
  write_posts(first);
  write_posts(second);
  set_dictionary(first, "우아한\n카카오\n");
  set_dictionary(second, "카카오\n우아한\n");
  REQUIRE(first.build().status == 0);
  REQUIRE(second.build().status == 0);
  const auto both = [&] {
    return geul_query({"--db", first.database(), "--db", second.database(), "우아한"});
  };
  CHECK(both().status == 0);
  set_dictionary(second, "우아한\n");
  REQUIRE(second.build().status == 0);
  const RunResult refused = both();
  CHECK(refused.status == 2);
  CHECK_THAT(refused.err, Contains(second.database().string() + " was built with another user"));
  CHECK_THAT(refused.err, Contains("geul-index build"));
}

TEST_CASE("dictionary: what is no word is a warning with its line, a missing file an error") {
  const Blog blog;
  write_posts(blog);
  set_dictionary(blog, "우아한\n물\n");
  const RunResult built = blog.build();
  CHECK(built.status == 0);
  CHECK_THAT(built.err, Contains("words.txt:2: warning: a word of one syllable"));
  CHECK(blog.build({"--strict"}).status == 2);
  std::filesystem::remove(blog.folder() / "words.txt");
  const RunResult refused = blog.build();
  CHECK(refused.status == 2);
  CHECK_THAT(refused.err, Contains("geul.yaml:1: dictionary: cannot open"));
}

TEST_CASE("settings: the database keeps what geul.yaml says, and follows it") {
  const Blog blog;
  write_posts(blog);
  blog.folder().write("words.txt", "카카오\n바로고\n카카오\n");
  blog.folder().write("same.txt", "배달 = 배송\n");
  blog.folder().write("geul.yaml",
                      "dictionary: words.txt\nsynonyms: ./same.txt\n"
                      "pinned: [{query: 배달, posts: [plain.md]}]\n");
  REQUIRE(blog.build().status == 0);
  const auto path = [&](std::string_view name) { return (blog.folder() / name).string(); };
  const auto settings = [&] { return index::Reader::open({blog.database()})->settings(); };
  const index::Settings expected{{},
                                 {"바로고", "카카오"},
                                 path("same.txt"),
                                 {{"배달", {DocumentId("plain.md")}}},
                                 path("words.txt"),
                                 path("geul.yaml")};
  CHECK(settings() == expected);
  REQUIRE(blog.build({"--dry-run", "--rebuild"}).status == 0);
  CHECK(settings() == expected);
  std::filesystem::remove(blog.folder() / "geul.yaml");
  CHECK_THAT(blog.build().out, StartsWith("0 indexed"));
  CHECK(settings() == index::Settings{});
}

TEST_CASE("check: names the lines of the settings that have no effect, and leaves with 0") {
  const Blog blog;
  blog.post("a.md",
            markdown("쿠버네티스", "2024-01-01", "일", "우아한 배포와 검색엔진, 기계 학습."));
  blog.post("b.md", markdown("임금", "2024-01-02", "일", "검색과 카카오."));
  blog.folder().write("words.txt", "# ours\n우아한\n없는낱말\n검색\n우아한\n");
  blog.folder().write("same.txt",
                      "쿠버네티스 = k8s\n"
                      "도커 = docker\n"
                      "검색은 = 검색이\n"
                      "왕\n"
                      "왕 => 임금\n"
                      "임금 => 왕\n"
                      "머신 러닝 = 기계 학습\n"
                      "학습 기계 = 배움 틀\n"
                      "엔진 = 기관\n");
  blog.folder().write(
      "geul.yaml",
      "dictionary: words.txt\nsynonyms: same.txt\npinned:\n"
      "  - {query: 채용, posts: [a.md, 없음.md]}\n  - {query: 일, posts: [b.md]}\n");
  REQUIRE(blog.build().status == 0);
  const RunResult checked = geul_index({"check", "--db", blog.database()});
  CHECK(checked.status == 0);
  CHECK_THAT(checked.out, StartsWith("2 documents, nothing wrong"));
  const auto at = [&](std::string_view place) { return (blog.folder() / place).string(); };
  const std::string expected[] = {
      at("words.txt:5: note: 우아한 is on line 2 already\n"),
      at("words.txt:3: note: no post has 없는낱말\n"),
      at("words.txt:4: note: 검색 is never cut anyway\n"),
      at("same.txt:4: note: no '=' in the line"),
      at("same.txt:2: note: no post has 도커 or the words beside it\n"),
      at("same.txt:3: note: 검색은 and 검색이 are found by each other anyway\n"),
      at("same.txt:6: note: no post has what 임금 is to find besides\n"),
      at("same.txt:8: note: no post has 학습 기계 or the words beside it\n"),
      at("geul.yaml:4: note: 없음.md, pinned for 채용, is not in the database\n"),
  };
  for (const std::string& line : expected) CHECK_THAT(checked.err, Contains(line));
  CHECK(std::count(checked.err.begin(), checked.err.end(), '\n') == std::ssize(expected));
}

TEST_CASE("check: says where the files have changed or gone") {
  const Blog blog;
  blog.post("a.md", markdown("우아한", "2024-01-01", "일", "글"));
  blog.folder().write("same.txt", "글 = 글월\n");
  blog.folder().write("words.txt", "우아한\n");
  blog.folder().write("geul.yaml",
                      "dictionary: words.txt\nsynonyms: same.txt\n"
                      "pinned: [{query: 글, posts: [b.md]}]\n");
  REQUIRE(blog.build().status == 0);
  const auto check = [&] { return geul_index({"check", "--db", blog.database()}); };
  blog.folder().write("words.txt", "우아한\n카카오\n");
  CHECK_THAT(check().err, Contains("words.txt: note: changed since the database was built"));
  for (const char* const name : {"words.txt", "same.txt", "geul.yaml"})
    std::filesystem::remove(blog.folder() / name);
  const RunResult checked = check();
  CHECK(checked.status == 0);
  CHECK_THAT(checked.err,
             Contains("words.txt: No such file") && Contains("same.txt: No such file"));
  CHECK_THAT(checked.err, Contains("geul.yaml: note: b.md, pinned for 글,"));
}

}  // namespace geul::test
