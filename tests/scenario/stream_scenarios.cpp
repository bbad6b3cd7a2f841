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

TEST_CASE_METHOD(RecordedBlog, "streams: without any record, a database is not emptied") {
  blog().folder().write("empty.jsonl", "");
  blog().folder().write("blank.jsonl", "\n  \r\n\n");
  fs::create_directory(blog().posts());
  for (const char* const sources :
       {"- </dev/null", "empty.jsonl", "blank.jsonl", "posts empty.jsonl", "--dry-run - </dev/null",
        "--jobs 1 - </dev/null", "- --shards 1 <blank.jsonl"}) {
    CAPTURE(sources);
    const RunResult built = shell(std::string("\"$INDEX\" build --db db ") + sources);
    CHECK(built.status == 2);
    CHECK(built.out.empty());
    CHECK_THAT(built.err, Contains("found no posts in the sources, but the database holds 2") &&
                              Contains("hint: ") && Contains("--rebuild"));
    CHECK(posts() == 2);
  }
  CHECK(shell("\"$INDEX\" build --db db - <two.jsonl").out.starts_with("0 indexed, 2 unchanged"));
  CHECK(shell("\"$INDEX\" build --db db - --rebuild </dev/null").status == 0);
  CHECK(posts() == 0);
  // Of what holds nothing, nothing can be lost.
  const RunResult again = shell("\"$INDEX\" build --db db - </dev/null");
  CHECK(again.status == 0);
  CHECK_THAT(again.err, Contains("no posts found"));
}

TEST_CASE_METHOD(RecordedBlog, "streams: beside posts, a source without records removes none") {
  blog().post("cat.md", "# 고양이 셋\n");
  blog().folder().write("empty.jsonl", "\n");
  REQUIRE(shell("\"$INDEX\" build --db db posts two.jsonl").status == 0);
  for (const auto& [sources, name] :
       {std::pair("posts - </dev/null", "the standard input"),
        std::pair("posts empty.jsonl", "empty.jsonl"),
        std::pair("--dry-run posts - </dev/null", "the standard input")}) {
    CAPTURE(sources);
    const RunResult built = shell(std::string("\"$INDEX\" build --db db ") + sources);
    CHECK(built.status == 2);
    CHECK_THAT(built.err,
               Contains(std::string(name) + " holds no record, and 2 that") && Contains("hint: "));
    CHECK(posts() == 3);
  }
  // Where nothing would be lost, it may be empty; and what is left out is removed.
  CHECK(shell("\"$INDEX\" build --db db posts two.jsonl empty.jsonl").status == 0);
  CHECK_THAT(shell("\"$INDEX\" build --db db posts").out, Contains("2 removed"));
  // It hinders no removal of posts that are no records.
  blog().remove("cat.md");
  blog().post("dog.md", "# 강아지\n");
  CHECK_THAT(shell("\"$INDEX\" build --db db posts empty.jsonl").out, Contains("1 removed"));
}

TEST_CASE_METHOD(RecordedBlog, "streams: a database of several shards is not emptied either") {
  REQUIRE(shell("\"$INDEX\" build --db many --shards 3 - <two.jsonl").status == 0);
  CHECK(shell("\"$INDEX\" build --db many - </dev/null").status == 2);
  CHECK_THAT(shell("\"$INDEX\" stats --db many").out, Contains("documents       2\n"));
}

TEST_CASE_METHOD(RecordedBlog, "streams: records that are there and not shown count as found") {
  blog().folder().write("draft.jsonl", "{\"id\":\"a\",\"draft\":true,\"body\":\"고양이\"}\n");
  const RunResult hidden = shell("\"$INDEX\" build --db db draft.jsonl");
  CHECK(hidden.status == 0);
  CHECK_THAT(hidden.out, StartsWith("0 indexed, 0 unchanged, 2 removed, 1 hidden"));
  REQUIRE(shell("\"$INDEX\" build --db db two.jsonl").status == 0);
  blog().folder().write("broken.jsonl", "no record\n");
  const RunResult skipped = shell("\"$INDEX\" build --db db broken.jsonl");
  CHECK(skipped.status == 0);
  CHECK_THAT(skipped.out, Contains("2 removed, 0 hidden, 1 skipped"));
}

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

TEST_CASE_METHOD(RecordedBlog, "streams: an output that geul-index cannot write is an error") {
  for (const char* const command :
       {"--help", "build --help", "--version", "build two.jsonl --db db",
        "build two.jsonl --db db --strict", "stats --db db", "check --db db", "related --db db"}) {
    CAPTURE(command);
    const RunResult full = shell(std::string("\"$INDEX\" ") + command + " >/dev/full");
    CHECK(full.status == 2);
    CHECK_THAT(full.err, Contains("cannot write the output: No space left"));
  }
  CHECK(shell("\"$INDEX\" build two.jsonl --db db --quiet >/dev/full").status == 0);
}

TEST_CASE("streams: a watch says that its output is lost, once, and goes on") {
  WatchedBlog watched;
  watched.start({}, "exec \"$@\" >/dev/full");
  CHECK_THAT(watched.error_with("cannot write"), Contains("No space left"));
  watched.error_with("watching");
  watched.blog().post("second.md", "# 고양이 둘\n");
  while (watched.blog().ids({"고양이"}).size() != 2) {
  }
  CHECK(watched.end() == 0);
  CHECK(watched.program().lines_within({}, WatchedBlog::Stream::error) == "");
}

TEST_CASE_METHOD(RecordedBlog, "streams: a batch that cannot be read is no empty batch") {
  blog().folder().write("batch.tsv", "q1\t고양이\n");
  fs::resize_file(blog().folder() / "batch.tsv", (std::uintmax_t{256} << 20U) + 1);
  struct Case {
    const char* batch;
    const char* said;
  };
  for (const auto& [batch, said] :
       {Case{"- </tmp", "cannot read the standard input: Is a directory"},
        Case{"- <batch.tsv", "the standard input is larger than 256 MiB"},
        Case{"batch.tsv", "batch.tsv is larger than 256 MiB"}}) {
    CAPTURE(batch);
    const RunResult asked = shell(std::string("\"$QUERY\" --db db --batch ") + batch);
    CHECK(asked.status == 2);
    CHECK(asked.out.empty());
    CHECK_THAT(asked.err, Contains(said));
  }
  CHECK(shell("\"$QUERY\" --db db --batch - </dev/null").status == 1);
  CHECK(shell("printf 'q1\\t고양이\\n' | \"$QUERY\" --db db --batch - --format trec").status == 0);
}

TEST_CASE("streams: a closed one takes no file's number", "[streams]") {
  const Blog blog;
  blog.post("a.md", markdown("검색 엔진", "2024-01-02", "검색", "낱말을 찾는다."));
  for (const char* const closed : {"<&-", ">&-", "2>&-", "<&- >&- 2>&-"}) {
    INFO(closed);
    RunOptions options;
    options.through = {"/bin/sh", "-c", std::string("exec \"$0\" \"$@\" ") + closed};
    CHECK(blog.build({"--rebuild", "--verbose"}, options).status == 0);
    CHECK(geul_index({"check", "--db", blog.database()}).status == 0);
    CHECK(blog.query({"검색"}, options).status == 0);
    const bool has_input = std::string_view(closed).find('<') == std::string_view::npos;
    CHECK(blog.query({"--batch", "-"}, options).status == (has_input ? 1 : 2));
    CHECK(geul_index({"check", "--db", blog.database()}).status == 0);
  }
}

}  // namespace geul::test
