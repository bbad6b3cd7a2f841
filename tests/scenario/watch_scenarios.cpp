// SPDX-License-Identifier: GPL-2.0-or-later
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <optional>

#include "common/base/format.hpp"
#include "common/index/folder.hpp"
#include "tests/scenario/watched_blog.hpp"

namespace geul::test {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;
using Catch::StartsWith;
using Ids = std::vector<std::string>;
using Stream = RunningProgram::Stream;

/// Longer than it takes until a change is an update.
constexpr std::chrono::milliseconds kLongQuiet{700};

bool can_unshare() {
  return run("/bin/sh", {"-c", "unshare -Urm true"}).status == 0;
}

}  // namespace

TEST_CASE("watch: posts that come, change, move and go") {
  // The database lies among the posts, by a name like any other.
  WatchedBlog watched("posts/index");
  const Blog& blog = watched.blog();
  // A warning that stands from update to update.
  blog.folder().write("outside.md", "x");
  fs::create_symlink("../outside.md", blog.posts() / "link.md");
  watched.start();
  CHECK_THAT(watched.update(), StartsWith("1 indexed, 0 unchanged"));
  watched.error_with("leads out of the source");
  CHECK_THAT(watched.error_with("watching"), Contains("Ctrl-C ends it"));
  // A new folder with folders in it.
  blog.post("a/b/deep.md", "# 깊은 곳\n");
  CHECK(watched.update() == "1 indexed, 0 removed");
  // As vim and IDEs save.
  blog.post("first.md~", "# 처음\n\n강아지\n");
  blog.post("image.png", "x");
  fs::rename(blog.posts() / "first.md~", blog.posts() / "first.md");
  CHECK(watched.update() == "1 indexed, 0 removed");
  fs::rename(blog.posts() / "a", blog.posts() / "c");
  CHECK(watched.update() == "1 indexed, 1 removed");
  blog.post("c/b/second.md", "# 둘째\n");
  CHECK(watched.update() == "1 indexed, 0 removed");
  fs::rename(blog.posts() / "c/b", watched / "out");
  CHECK(watched.update() == "0 indexed, 2 removed");
  fs::rename(watched / "out", blog.posts() / "in");
  CHECK(watched.update() == "2 indexed, 0 removed");
  // What the update itself wrote calls for none.
  CHECK(watched.program().lines_within(kLongQuiet) == "");
  CHECK(watched.program().lines_within({}, Stream::error) == "");
  CHECK(watched.end() == 0);
  const RunResult again = geul_index({"build", blog.posts(), "--db", blog.posts() / "index"});
  CHECK_THAT(again.out, StartsWith("0 indexed, 3 unchanged, 0 removed"));
}

TEST_CASE("watch: settings are read again when they change") {
  WatchedBlog watched;
  const Blog& blog = watched.blog();
  const auto ids = [&blog](const std::string& query) { return blog.ids({query}); };
  blog.post("en/second.md", "# second\n\n우아한형제들이 고양이\n");
  watched.start({"--verbose"});
  watched.update();
  watched.error_with("watching");
  // geul.yaml comes to be, above the source.
  watched.blog().folder().write("geul.yaml", "exclude: [en]\nsynonyms: words.txt\n");
  CHECK_THAT(watched.error_with("words.txt"), Contains("geul-index: "));
  blog.folder().write("words.txt", "");
  // The file that it names was not there to be watched; the pause after the failure ends.
  CHECK(watched.update() == "0 indexed, 1 removed");
  watched.error_with("remove en/second.md");
  CHECK(ids("야옹이").empty());
  blog.folder().write("words.txt", "야옹이 = 고양이\n");
  CHECK(watched.update() == "0 indexed, 0 removed");
  CHECK(ids("야옹이") == Ids{"first.md"});
  fs::remove(watched / "geul.yaml");
  CHECK(watched.update() == "1 indexed, 0 removed");
  // The site's own settings shape each post's address.
  blog.folder().write("_config.yml", "permalink: /글/:title/\n");
  CHECK(watched.update() == "2 indexed, 0 removed");
  CHECK(watched.end() == 0);
}

TEST_CASE("watch: thousands of files are one update") {
  WatchedBlog watched;
  watched.start();
  watched.update();
  watched.error_with("watching");
  for (int i = 0; i < 1'000; ++i)
    watched.blog().post(geul::format("{}/{}.md", i % 50, i), geul::format("# 글 {}\n", i));
  CHECK(watched.update() == "1000 indexed, 0 removed");
  fs::remove_all(watched.blog().posts() / "7");
  CHECK(watched.update() == "0 indexed, 20 removed");
  CHECK(watched.end() == 0);
}

TEST_CASE("watch: more events than the system keeps lose nothing") {
  WatchedBlog watched;
  const Blog& blog = watched.blog();
  blog.post("second.md", "# 둘째\n");
  watched.start();
  watched.update();
  watched.error_with("watching");
  watched.program().send(SIGSTOP);
  for (int i = 0; i < 20'000; ++i)
    REQUIRE(::chmod((blog.posts() / (i % 2 == 0 ? "first.md" : "second.md")).c_str(), 0600) == 0);
  blog.post("new/third.md", "# 셋째\n");
  watched.program().send(SIGCONT);
  CHECK(watched.update() == "1 indexed, 0 removed");
  blog.post("new/fourth.md", "# 넷째\n");
  CHECK(watched.update() == "1 indexed, 0 removed");
  CHECK(watched.end() == 0);
}

TEST_CASE("watch: an update that fails is tried again, and said once") {
  WatchedBlog watched;
  watched.start({"--quiet"});
  // Quiet: only the database tells when it is there.
  while (watched.blog().query({"고양이"}).status != 0) {
  }
  std::optional<index::FolderLock> other = *index::FolderLock::take(watched.blog().database());
  watched.blog().post("second.md", "# 고양이 둘\n");
  CHECK_THAT(watched.error_with("geul-index: "), Contains("another process is writing"));
  watched.error_with("hint: ");
  CHECK(watched.program().lines_within(std::chrono::milliseconds(1'500), Stream::error) == "");
  other.reset();
  watched.blog().post("third.md", "# 셋째\n");
  while (watched.blog().ids({"고양이"}).size() != 2) {
  }
  CHECK(watched.end() == 0);
  CHECK(watched.program().lines_within({}) == "");
}

TEST_CASE("watch: a full disk ends nothing") {
  if (!can_unshare()) return;
  WatchedBlog watched("disk/db");
  fs::create_directory(watched / "disk");
  watched.start({},
                "exec unshare -Urm sh -c 'mount -t tmpfs -o size=2m tmpfs disk && exec \"$@\"' sh "
                "\"$@\"");
  watched.update();
  watched.error_with("watching");
  const fs::path disk =
      geul::format("/proc/{}/root{}", watched.program().id(), (watched / "disk").string());
  static_cast<void>(run("/bin/sh", {"-c", "cat /dev/zero >" + (disk / "filler").string()}));
  std::string words;
  for (int i = 0; i < 20'000; ++i) words += geul::format("낱말{} ", i);
  watched.blog().post("second.md", words);
  CHECK_THAT(watched.error_with("geul-index: "), Contains("No space left"));
  CHECK_THAT(geul_query({"--db", disk / "db", "고양이", "--format", "paths"}).out,
             Contains("/first.md"));
  fs::remove(disk / "filler");
  CHECK(watched.update() == "1 indexed, 0 removed");
  CHECK(watched.end() == 0);
}

TEST_CASE("watch: a source that vanishes and comes back") {
  WatchedBlog watched;
  const Blog& blog = watched.blog();
  blog.post("draft.md", "---\ndraft: true\ndate: 2023-02-30\n---\n\n초안\n");
  REQUIRE(blog.build().status == 0);
  // What is asked for anew is asked for once, and warnings end nothing.
  watched.start({"--rebuild", "--drafts", "--strict"});
  CHECK_THAT(watched.update(), StartsWith("2 indexed, 0 unchanged"));
  watched.error_with("warning: ");
  watched.error_with("watching");
  fs::rename(blog.posts(), watched / "away");
  CHECK_THAT(watched.error_with("geul-index: "), Contains("no such source"));
  CHECK(blog.ids({"고양이"}) == Ids{"first.md"});
  fs::rename(watched / "away", blog.posts());
  CHECK(watched.update() == "0 indexed, 0 removed");
  blog.post("second.md", "# 고양이 둘\n");
  CHECK(watched.update() == "1 indexed, 0 removed");
  CHECK(watched.end() == 0);
}

TEST_CASE("watch: a file of records that grows, and one that comes back") {
  const Blog blog;
  blog.folder().write("posts.jsonl", "{\"id\":\"1\",\"body\":\"고양이\"}\n");
  RunningProgram program(GEUL_INDEX_PROGRAM, {"watch", "posts.jsonl", "--db", "db"},
                         blog.folder().path());
  program.line_with("1 indexed");
  program.line_with("watching", Stream::error);
  blog.folder().write("posts.jsonl",
                      "{\"id\":\"1\",\"body\":\"고양이\"}\n{\"id\":\"2\",\"body\":\"강아지\"}\n");
  program.line_with("1 indexed, 0 removed");
  fs::remove(blog.folder() / "posts.jsonl");
  program.line_with("no such source", Stream::error);
  blog.folder().write("posts.jsonl", "{\"id\":\"2\",\"body\":\"강아지\"}\n");
  program.line_with("0 indexed, 1 removed");
  CHECK(blog.ids({"강아지"}) == Ids{"2"});
  program.send(SIGTERM);
  CHECK(program.wait() == 0);
}

TEST_CASE("watch: the system's limit is named, and the posts are polled") {
  if (!can_unshare()) return;
  WatchedBlog watched;
  for (int i = 0; i < 20; ++i) watched.blog().post(geul::format("{}/a.md", i), "# 글\n");
  watched.start({},
                "exec unshare -Ur sh -c 'echo 15 >/proc/sys/user/max_inotify_watches && "
                "exec \"$@\"' sh \"$@\"");
  CHECK_THAT(watched.update(), StartsWith("21 indexed"));
  watched.error_with("watches no more folders");
  CHECK_THAT(watched.error_with("hint: "), Contains("fs.inotify.max_user_watches"));
  watched.error_with("every 10 seconds");
  CHECK(watched.end() == 0);
}

TEST_CASE("watch: told to leave in the middle of a build, it leaves the last commit and no lock") {
  const Blog blog;
  std::string lines;
  for (int i = 0; i < 20'000; ++i)
    lines += geul::format("{{\"id\":\"{0}\",\"body\":\"고양이가 {0}번 산책한다.\"}}\n", i);
  blog.folder().write("posts.jsonl", lines);
  RunningProgram program(GEUL_INDEX_PROGRAM, {"watch", "posts.jsonl", "--db", "db"},
                         blog.folder().path());
  while (!fs::exists(blog.database() / "iamglass")) {
  }
  program.send(GENERATE(SIGTERM, SIGHUP));
  CHECK(program.wait() == 0);
  CHECK(program.lines_within({}) == "");
  CHECK(geul_index({"check", "--db", blog.database()}).status == 0);
  CHECK(index::FolderLock::take(blog.database()));
}

TEST_CASE("watch: what cannot be watched is refused") {
  const Blog blog;
  const std::string database = blog.database();
  const RunResult input = geul_index({"watch", "-", "--db", database}, {"{}"});
  CHECK(input.status == 2);
  CHECK_THAT(input.err, Contains("standard input") && Contains("hint: "));
  const RunResult missing = geul_index({"watch", blog.folder() / "none", "--db", database});
  CHECK(missing.status == 2);
  CHECK_THAT(missing.err, Contains("no such source"));
  CHECK(geul_index({"watch", "--db", database}).status == 2);
  CHECK_FALSE(fs::exists(database));
}

TEST_CASE("watch: without a SOURCE, the sources of geul.yaml are watched as it names them") {
  const TemporaryFolder folder;
  folder.write("geul.yaml", "sources: [a]\n");
  folder.write("a/first.md", "# 처음\n");
  folder.write("b/second.md", "# 둘째\n");
  RunningProgram program(GEUL_INDEX_PROGRAM, {"watch"}, folder.path());
  CHECK_THAT(program.line_with(" removed, "), StartsWith("1 indexed"));
  (void)program.line_with("watching", Stream::error);
  folder.write("geul.yaml", "sources: [a, b]\n");
  CHECK_THAT(program.line_with(" removed, "), StartsWith("1 indexed"));
  folder.write("b/third.md", "# 셋째\n");
  CHECK_THAT(program.line_with(" removed, "), StartsWith("1 indexed"));
  folder.write("geul.yaml", "sources: [b]\n");
  CHECK_THAT(program.line_with(" removed, "), StartsWith("0 indexed, 1 removed"));
  program.send(SIGINT);
  CHECK(program.wait() == 0);
  CHECK(geul_query({"셋째", "--db", folder / ".geul", "--format", "trec"}).status == 0);
}

}  // namespace geul::test
