// SPDX-License-Identifier: GPL-2.0-or-later
// Standard streams that are empty, unreadable or full, and files of records that are so: what was
// indexed before stays, and what is lost is said.
#include <catch2/catch.hpp>

#include "tests/scenario/blog.hpp"
#include "tests/scenario/watched_blog.hpp"

namespace geul::test {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;
using Catch::StartsWith;

/// A database of two records, with both programs in a shell beside it.
class RecordedBlog {
 public:
  RecordedBlog() {
    blog_.folder().write("two.jsonl", kRecords);
    REQUIRE(shell("\"$INDEX\" build - --db db <two.jsonl").status == 0);
  }

  [[nodiscard]] RunResult shell(const std::string& script) const {
    return run("/bin/sh", {"-c", script},
               {.folder = blog_.folder().path(),
                .environment = {{"INDEX", GEUL_INDEX_PROGRAM}, {"QUERY", GEUL_QUERY_PROGRAM}}});
  }
  [[nodiscard]] const Blog& blog() const { return blog_; }
  [[nodiscard]] std::size_t posts() const { return blog_.ids({"고양이"}).size(); }

  static constexpr std::string_view kRecords =
      "{\"id\":\"a\",\"body\":\"고양이가 잔다.\"}\n{\"id\":\"b\",\"body\":\"고양이가 먹는다.\"}\n";

 private:
  Blog blog_;
};

}  // namespace

TEST_CASE_METHOD(RecordedBlog,
                 "streams: records that cannot be read end the build, with the reason") {
  fs::create_symlink("/proc/self/mem", blog().folder() / "mem.jsonl");  // readable, but not at 0
  struct Case {
    const char* sources;
    const char* said;
  };
  for (const auto& [sources, said] :
       {Case{"- </tmp", "cannot read the standard input: Is a directory"},
        Case{"- <&-", "cannot read the standard input: Bad file descriptor"},
        Case{"- <mem.jsonl", "cannot read the standard input: Input/output error"},
        Case{"mem.jsonl", "cannot read mem.jsonl: Input/output error"},
        Case{"two.jsonl mem.jsonl", "cannot read mem.jsonl: Input/output error"},
        Case{"--jobs 1 mem.jsonl", "cannot read mem.jsonl: Input/output error"}}) {
    CAPTURE(sources);
    for (const char* const database : {"db", "new"}) {
      const RunResult built =
          shell(std::string("\"$INDEX\" build --db ") + database + " " + sources);
      CHECK(built.status == 2);
      CHECK(built.out.empty());
      CHECK_THAT(built.err, Contains(said) && Contains("\n  hint: "));
    }
    CHECK(posts() == 2);
  }
}

TEST_CASE_METHOD(RecordedBlog, "streams: the standard input may be of any kind") {
  for (const char* const command : {"cat two.jsonl | \"$INDEX\" build --db new -",
                                    "(head -c 20 two.jsonl; sleep 0.1; tail -c +21 two.jsonl) | "
                                    "\"$INDEX\" build --db new -",
                                    "mkfifo pipe && (cat two.jsonl >pipe &) && "
                                    "\"$INDEX\" build --db new - <pipe"}) {
    CAPTURE(command);
    const RunResult built = shell(command);
    CHECK(built.status == 0);
    CHECK_THAT(built.out, StartsWith("2 indexed"));
    fs::remove_all(blog().folder() / "new");
  }
}

}  // namespace geul::test
