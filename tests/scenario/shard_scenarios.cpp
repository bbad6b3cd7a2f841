// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "common/base/format.hpp"
#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;

/// Indexes posts in so many shards.
void fill(const Blog& blog, std::size_t posts, const std::string& shards) {
  for (std::size_t i = 0; i < posts; ++i)
    blog.post(geul::format("{}.md", i), geul::format("# 글 {}\n\n고양이가 산책한다.\n", i));
  REQUIRE(blog.build({"--shards", shards}).status == 0);
}

std::size_t found(const Blog& blog) {
  return json_of(blog.query({"고양이", "--format", "json", "--limit", "0"}))["total"]["count"];
}

std::size_t documents_in(const fs::path& database) {
  return json_of(geul_index({"stats", "--db", database, "--format", "json"}))["documents"];
}

}  // namespace

TEST_CASE("shards: posts are dealt out one by one, and an update keeps the number of shards") {
  const Blog blog;
  fill(blog, 8, "3");
  CHECK(documents_in(blog.database() / "0") == 3);
  CHECK(documents_in(blog.database() / "1") == 3);
  CHECK(documents_in(blog.database() / "2") == 2);
  blog.remove("0.md");
  blog.post("new.md", "# 새 글\n\n고양이가 산책한다.\n");
  blog.post("1.md", "# 글 1\n\n고양이가 다르게 산책한다.\n");
  CHECK_THAT(blog.build().out, Contains("2 indexed, 6 unchanged, 1 removed"));
  CHECK(blog.build({"--shards", "3"}).status == 0);
  CHECK(found(blog) == 8);
  CHECK(documents_in(blog.database()) == 8);
  CHECK(documents_in(blog.database() / "2") == 3);
}

TEST_CASE("shards: another number is refused, and had with a rebuild") {
  const Blog blog;
  fill(blog, 5, "2");
  const RunResult refused = blog.build({"--shards", "4"});
  CHECK(refused.status == 2);
  CHECK_THAT(refused.err, Contains("2 shards, not 4") && Contains("--rebuild"));
  CHECK(blog.build({"--shards", "257"}).status == 2);
  REQUIRE(blog.build({"--rebuild"}).status == 0);
  CHECK(fs::exists(blog.database() / "1"));
  CHECK_FALSE(fs::exists(blog.database() / "2"));
  REQUIRE(blog.build({"--rebuild", "--shards", "4"}).status == 0);
  CHECK(fs::exists(blog.database() / "3"));
  CHECK(found(blog) == 5);
  REQUIRE(blog.build({"--rebuild", "--shards", "1"}).status == 0);
  CHECK(fs::exists(blog.database() / "iamglass"));
  CHECK(found(blog) == 5);
  CHECK(blog.build({"--shards", "2"}).status == 2);
  REQUIRE(blog.build({"--rebuild", "--shards", "2"}).status == 0);
  CHECK(found(blog) == 5);
  CHECK(std::distance(fs::directory_iterator(blog.folder().path()), {}) == 2);
}

TEST_CASE("shards: commands for a database are for all its shards") {
  const Blog blog;
  fill(blog, 7, "3");
  CHECK_THAT(geul_index({"check", "--db", blog.database()}).out,
             Contains("7 documents, nothing wrong"));
  CHECK_THAT(geul_index({"related", "--db", blog.database()}).out, Contains("6.md"));
  CHECK(geul_index({"site", "--db", blog.database(), "--out", blog.folder() / "site"}).status == 0);
  const fs::path copy = blog.folder() / "copy";
  REQUIRE(geul_index({"compact", "--db", blog.database(), "--out", copy}).status == 0);
  const auto ask = [](const fs::path& database) {
    return geul_query({"--db", database, "고양이", "--format", "json"}).out;
  };
  CHECK(ask(copy) == ask(blog.database()));
  blog.post("later.md", "# 글 8\n\n고양이가 산책한다.\n");
  REQUIRE(blog.build().status == 0);
  REQUIRE(geul_index({"build", blog.posts(), "--db", copy}).status == 0);
  CHECK(ask(copy) == ask(blog.database()));
}

TEST_CASE("shards: what is damaged is named, and what is not geul's is left alone") {
  const Blog blog;
  fill(blog, 4, "2");
  fs::resize_file(blog.database() / "1/postlist.glass", 100);
  const RunResult check = geul_index({"check", "--db", blog.database()});
  CHECK(check.status == 2);
  CHECK_THAT(check.err, Contains("shard 1: ") && !Contains("shard 0: "));
  fs::remove_all(blog.database() / "1");
  for (const char* const command : {"check", "stats"})
    CHECK(geul_index({command, "--db", blog.database()}).status == 2);
  const RunResult build = blog.build({"--rebuild"});
  CHECK(build.status == 2);
  CHECK_THAT(build.err, Contains("XAPIANDB"));
  blog.folder().write("foreign/XAPIANDB", "auto elsewhere\n");
  CHECK(
      geul_index({"build", blog.posts(), "--db", blog.folder() / "foreign", "--rebuild"}).status ==
      2);
  CHECK(fs::exists(blog.folder() / "foreign/XAPIANDB"));
}

TEST_CASE("shards: while one build runs another is refused, in a rebuild as well") {
  const Blog blog;
  fill(blog, 4, "2");
  for (const std::string more : {"", "--rebuild"}) {
    std::thread slow([&] {
      static_cast<void>(
          run("/bin/sh", {"-c", geul::format("sleep 1 | {} build - --db {} {}", GEUL_INDEX_PROGRAM,
                                             blog.database().string(), more)}));
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(400));
    const RunResult second = blog.build();
    slow.join();
    CHECK(second.status == 2);
    CHECK_THAT(second.err, Contains("another") && Contains("hint: "));
    REQUIRE(blog.build({"--rebuild"}).status == 0);
    CHECK(found(blog) == 4);
  }
}

TEST_CASE("shards: a build that is killed leaves shards that open, and the next one completes it") {
  const Blog blog;
  std::string lines;
  for (int i = 0; i < 3000; ++i)
    lines += geul::format(
        "{{\"id\":\"{0}\",\"title\":\"글 {0}\",\"body\":\"고양이가 {0}번 산책한다.\"}}\n", i);
  blog.folder().write("few.jsonl", lines.substr(0, lines.find("\"id\":\"40\"") - 1));
  blog.folder().write("many.jsonl", lines);
  const std::string database = blog.database();
  REQUIRE(geul_index({"build", blog.folder() / "few.jsonl", "--db", database, "--shards", "4"})
              .status == 0);
  for (const char* const seconds : {"0.1", "0.4"}) {
    static_cast<void>(run(
        "/bin/sh",
        {"-c", geul::format("timeout -s KILL {} {} build {} --db {}", seconds, GEUL_INDEX_PROGRAM,
                            (blog.folder() / "many.jsonl").string(), database)}));
    CAPTURE(seconds);
    CHECK(found(blog) >= 40);
  }
  CHECK(geul_index({"build", blog.folder() / "many.jsonl", "--db", database}).status == 0);
  CHECK(found(blog) == 3000);
  CHECK(geul_index({"check", "--db", database}).status == 0);
}

}  // namespace geul::test
