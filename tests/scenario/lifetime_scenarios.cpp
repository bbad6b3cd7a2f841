// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "common/base/format.hpp"
#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

using Catch::Contains;
using Catch::StartsWith;

RunResult shell(const std::string& line) {
  return run("/bin/sh", {"-c", line});
}

std::string records(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i)
    lines += geul::format(
        "{{\"id\":\"{0}\",\"title\":\"글 {0}\",\"body\":\"고양이가 {0}번 산책한다.\"}}\n", i);
  return lines;
}

/// Posts of many different words, with values for three facets.
std::string long_records(std::size_t count) {
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) {
    std::string words;
    for (std::size_t word = 0; word < 100; ++word) words += geul::format("w{}x{} ", i, word);
    lines += geul::format(
        "{{\"id\":\"{}\",\"old\":\"가\",\"new\":2,\"both\":true,\"body\":\"{}\"}}\n", i, words);
  }
  return lines;
}

}  // namespace

TEST_CASE("lifetime: while one build runs another is refused, and queries go on") {
  const Blog blog;
  blog.post("a.md", "# 고양이\n\n잔다.\n");
  REQUIRE(blog.build().status == 0);
  std::thread slow([&] {
    static_cast<void>(shell(geul::format("sleep 2 | {} build - --db {} --rebuild >/dev/null 2>&1",
                                         GEUL_INDEX_PROGRAM, blog.database().string())));
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(700));
  const RunResult second = blog.build();
  const auto found = blog.ids({"고양이"});
  slow.join();
  CHECK(second.status == 2);
  CHECK_THAT(second.err, Contains("another") && Contains("hint: "));
  CHECK(found == std::vector<std::string>{"a.md"});
}

TEST_CASE("lifetime: a killed build leaves the last commit, and the next one completes it") {
  const Blog blog;
  blog.folder().write("few.jsonl", records(20));
  blog.folder().write("many.jsonl", records(20'000));
  const std::string database = blog.database();
  REQUIRE(geul_index({"build", blog.folder() / "few.jsonl", "--db", database}).status == 0);
  for (const char* const seconds : {"0.05", "0.3", "0.6"}) {
    const RunResult killed =
        shell(geul::format("timeout -s KILL {} {} build {} --db {}", seconds, GEUL_INDEX_PROGRAM,
                           (blog.folder() / "many.jsonl").string(), database));
    CAPTURE(seconds, killed.out);
    const Json answer =
        json_of(blog.query({"고양이", "--format", "json", "--limit", "0", "--facets"}));
    CHECK(answer["total"]["count"] >= 20);
    CHECK(geul_index({"stats", "--db", database}).status == 0);
  }
  blog.folder().write("some.jsonl", records(50));
  CHECK_THAT(geul_index({"build", blog.folder() / "some.jsonl", "--db", database}).out,
             Contains(" 0 skipped"));
  CHECK(json_of(blog.query(
            {"고양이", "--format", "json", "--limit", "0", "--facets"}))["total"]["count"] == 50);
}

TEST_CASE("lifetime: a facet that is offered is complete when a change of them was killed") {
  constexpr std::size_t kPosts = 6'000;  // two batches and more
  const Blog blog;
  blog.folder().write("many.jsonl", long_records(kPosts));
  const std::string database = blog.database();
  const std::string build = geul::format("{} build {} --db {} --config {}", GEUL_INDEX_PROGRAM,
                                         (blog.folder() / "many.jsonl").string(), database,
                                         (blog.folder() / "geul.yaml").string());
  const auto facets = [&blog] {
    return json_of(blog.query({"--facets", "--format", "json"})).at("facets");
  };
  blog.folder().write("geul.yaml", "facets: [old, both]\n");
  REQUIRE(shell(build).status == 0);
  blog.folder().write("geul.yaml", "facets: [both, new]\n");
  // Killed as soon as the first batch is there.
  static_cast<void>(shell(geul::format(
      "{0} & before=$(cksum <{1}/iamglass); while kill -0 $! && [ \"$(cksum <{1}/iamglass)\" = "
      "\"$before\" ]; do sleep 0.01; done; kill -9 $!",
      build, database)));
  Json offered = facets();
  CHECK_FALSE(offered.contains("old"));
  CHECK_FALSE(offered.contains("new"));
  CHECK(offered.at("both").at(0).at("count") == kPosts);
  const RunResult again = shell(build);
  CHECK_THAT(again.out, !Contains(" 0 unchanged") && !StartsWith("0 indexed"));
  offered = facets();
  CHECK_FALSE(offered.contains("old"));
  CHECK(offered.at("both").at(0).at("count") == kPosts);
  CHECK(offered.at("new").at(0).at("count") == kPosts);
}

TEST_CASE("lifetime: databases are described, verified and compacted") {
  const Blog blog;
  blog.folder().write("posts.jsonl", records(200));
  REQUIRE(geul_index({"build", blog.folder() / "posts.jsonl", "--db", blog.database()}).status ==
          0);
  const RunResult stats = geul_index({"stats", "--db", blog.database(), "--format", "json"});
  CHECK(json_of(stats)["documents"] == 200);
  CHECK_THAT(geul_index({"stats", "--db", blog.database()}).out, StartsWith("documents"));
  const RunResult check = geul_index({"check", "--db", blog.database()});
  CHECK(check.status == 0);
  CHECK_THAT(check.out, Contains("200 documents, nothing wrong"));
  const std::string copy = blog.folder() / "copy";
  CHECK(geul_index({"compact", "--db", blog.database(), "--out", copy}).status == 0);
  CHECK(geul_query({"--db", copy, "고양이", "--format", "paths"}).status == 0);
  CHECK(geul_index({"compact", "--db", blog.database(), "--out", copy}).status == 2);
  CHECK(geul_index({"compact", "--db", blog.database()}).status == 2);
}

TEST_CASE("lifetime: a damaged database is named, with what to do") {
  const Blog blog;
  blog.post("a.md", "# 고양이\n\n잔다.\n");
  REQUIRE(blog.build().status == 0);
  std::filesystem::resize_file(blog.database() / "postlist.glass", 100);
  const RunResult check = geul_index({"check", "--db", blog.database()});
  CHECK(check.status == 2);
  CHECK_THAT(check.err, Contains("hint: "));
  const RunResult query = blog.query({"고양이"});
  CHECK(query.status == 2);
  CHECK_THAT(query.err, Contains("hint: "));
  // Nothing says any more that it is geul's, so it is not overwritten.
  const RunResult refused = blog.build({"--rebuild"});
  CHECK(refused.status == 2);
  CHECK_THAT(refused.err, Contains("hint: ") && Contains("move it away or delete it"));
  std::filesystem::remove_all(blog.database());
  CHECK(blog.build().status == 0);
  CHECK(blog.query({"고양이"}).status == 0);
}

}  // namespace geul::test
