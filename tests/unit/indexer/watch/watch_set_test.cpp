// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/watch_set.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "common/base/format.hpp"
#include "indexer/source/scan.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::indexer {
namespace {

namespace fs = std::filesystem;

bool has_more(const WatchSet& set) {
  pollfd what{set.descriptor(), POLLIN, 0};
  return ::poll(&what, 1, 0) == 1;
}

/// A folder of posts, watched as by a watch.
class Watched {
 public:
  explicit Watched(std::string_view database = "db") : set_(*WatchSet::open(folder_ / database)) {
    fs::create_directory(posts());
    look();
  }

  /// One round: names what there is.
  void look() {
    set_.begin();
    set_.watch_path(posts());
    set_.watch_path(folder_ / "geul.yaml");
    const auto scanned = scan(
        {posts().string()}, [](std::size_t, std::string_view) { return false; },
        [this](const fs::path& folder) { set_.watch_posts(folder); });
    set_.end(scanned ? WatchSet::Round::whole : WatchSet::Round::cut_short);
  }

  /// Whether something that counts has happened since the last question.
  [[nodiscard]] bool changed() {
    bool changed = false;
    while (has_more(set_)) changed = set_.take_changes() || changed;
    return changed;
  }

  /// Writes below the folder of posts.
  void post(std::string_view name) const { folder_.write("posts/" + std::string(name), "x"); }
  [[nodiscard]] fs::path posts() const { return folder_ / "posts"; }
  [[nodiscard]] const test::TemporaryFolder& folder() const { return folder_; }
  [[nodiscard]] WatchSet& set() { return set_; }

 private:
  test::TemporaryFolder folder_;
  WatchSet set_;
};

}  // namespace

TEST_CASE("watch set: posts that come, change and go") {
  Watched watched;
  CHECK_FALSE(watched.changed());
  watched.post("a.md");
  CHECK(watched.changed());
  CHECK_FALSE(watched.changed());
  watched.post("a.md");
  CHECK(watched.changed());
  fs::rename(watched.posts() / "a.md", watched.posts() / "b.md");
  CHECK(watched.changed());
  fs::rename(watched.posts() / "b.md", watched.folder() / "b.md");
  CHECK(watched.changed());
  fs::rename(watched.folder() / "b.md", watched.posts() / "b.md");
  CHECK(watched.changed());
  fs::permissions(watched.posts() / "b.md", fs::perms::none);
  CHECK(watched.changed());
  fs::remove(watched.posts() / "b.md");
  CHECK(watched.changed());
}

TEST_CASE("watch set: an editor that writes beside and renames") {
  Watched watched;
  watched.post("a.md");
  REQUIRE(watched.changed());
  watched.post(".a.md.swp");
  watched.post("4913");
  watched.post("a.md~");
  watched.post(".#a.md");
  CHECK_FALSE(watched.changed());
  fs::rename(watched.posts() / "a.md~", watched.posts() / "a.md");
  CHECK(watched.changed());
}

TEST_CASE("watch set: a file that is never closed") {
  Watched watched;
  const int file = ::open((watched.posts() / "a.md").c_str(), O_WRONLY | O_CREAT, 0600);
  REQUIRE(file >= 0);
  REQUIRE(watched.changed());
  REQUIRE(::write(file, "x", 1) == 1);
  CHECK(watched.changed());
  ::close(file);
}

TEST_CASE("watch set: what is no post does not count") {
  Watched watched;
  for (const char* const name : {"image.png", "a.txt", "a.md.bak", "._a.md"}) watched.post(name);
  for (const char* const name : {".git", "node_modules", "_site", "public", "vendor", ".obsidian"})
    fs::create_directory(watched.posts() / name);
  CHECK_FALSE(watched.changed());
  watched.look();
  const std::size_t before = watched.set().size();
  watched.post(".git/a.md");
  watched.post("node_modules/x/README.md");
  CHECK_FALSE(watched.changed());
  watched.look();
  CHECK(watched.set().size() == before);
}

TEST_CASE("watch set: a new folder is watched at once, with those in it") {
  Watched watched;
  fs::create_directories(watched.posts() / "a/b/c");
  CHECK(watched.changed());
  watched.post("a/b/c/post.md");
  CHECK(watched.changed());
  // Made and filled elsewhere, then moved in.
  fs::create_directories(watched.folder() / "new/deep");
  fs::rename(watched.folder() / "new", watched.posts() / "new");
  CHECK(watched.changed());
  watched.post("new/deep/post.md");
  CHECK(watched.changed());
}

TEST_CASE("watch set: folders made deeper and deeper before their events are read") {
  Watched watched;
  std::string name = "0";
  for (int depth = 1; depth < 200; ++depth) name += geul::format("/{}", depth % 10);
  fs::create_directories(watched.posts() / name);
  CHECK(watched.changed());
  watched.post(name + "/a.md");
  CHECK(watched.changed());
}

TEST_CASE("watch set: a folder that is renamed, moved out, or deleted") {
  Watched watched;
  fs::create_directories(watched.posts() / "a/b");
  watched.look();
  REQUIRE(watched.changed());
  const std::size_t with_folders = watched.set().size();
  fs::rename(watched.posts() / "a", watched.posts() / "c");
  CHECK(watched.changed());
  watched.look();
  CHECK(watched.set().size() == with_folders);
  watched.post("c/b/post.md");
  CHECK(watched.changed());
  fs::create_directory(watched.posts() / "c/b/new");
  CHECK(watched.changed());
  watched.post("c/b/new/post.md");
  CHECK(watched.changed());
  fs::rename(watched.posts() / "c", watched.folder() / "out");
  CHECK(watched.changed());
  watched.look();
  CHECK(watched.set().size() == with_folders - 2);
  watched.folder().write("out/b/post.md", "y");
  CHECK_FALSE(watched.changed());
  fs::create_directory(watched.posts() / "d");
  REQUIRE(watched.changed());
  watched.look();
  fs::remove(watched.posts() / "d");
  CHECK(watched.changed());
  watched.look();
  CHECK(watched.set().size() == with_folders - 2);
}

TEST_CASE("watch set: a source that vanishes and comes back") {
  Watched watched;
  watched.post("a.md");
  REQUIRE(watched.changed());
  fs::rename(watched.posts(), watched.folder() / "away");
  CHECK(watched.changed());
  watched.look();
  fs::rename(watched.folder() / "away", watched.posts());
  CHECK(watched.changed());
  watched.look();
  watched.post("b.md");
  CHECK(watched.changed());
  fs::remove_all(watched.posts());
  CHECK(watched.changed());
  watched.look();
  fs::create_directory(watched.posts());
  CHECK(watched.changed());
}

TEST_CASE("watch set: the folders above a source, and links on the way") {
  const test::TemporaryFolder folder;
  fs::create_directories(folder / "one/release/posts");
  fs::create_directories(folder / "two");
  fs::create_directory_symlink("one/release", folder / "current");
  WatchSet set = *WatchSet::open(folder / "db");
  set.begin();
  set.watch_path(folder / "current/posts/");
  set.end(WatchSet::Round::whole);
  folder.write("other.md", "x");
  CHECK_FALSE(set.take_changes());
  fs::rename(folder / "one", folder / "gone");
  CHECK(set.take_changes());
  fs::create_directory_symlink("two", folder / "next");
  CHECK_FALSE(set.take_changes());
  fs::rename(folder / "next", folder / "current");
  CHECK(set.take_changes());
}

TEST_CASE("watch set: a single file, whoever replaces it") {
  Watched watched;
  watched.folder().write("geul.yaml", "exclude: []\n");
  CHECK(watched.changed());
  watched.folder().write("geul.yaml.new", "exclude: []\n");
  watched.folder().write("other.yaml", "x");
  CHECK_FALSE(watched.changed());
  fs::rename(watched.folder() / "geul.yaml.new", watched.folder() / "geul.yaml");
  CHECK(watched.changed());
  fs::remove(watched.folder() / "geul.yaml");
  CHECK(watched.changed());
}

TEST_CASE("watch set: a generator's settings") {
  const test::TemporaryFolder folder;
  fs::create_directories(folder / "config/_default");
  WatchSet set = *WatchSet::open(folder / "db");
  set.begin();
  set.watch_settings(folder.path());
  set.watch_settings(folder / "config/_default");
  set.watch_settings(folder / "none");
  set.end(WatchSet::Round::whole);
  CHECK(set.size() == 2);
  folder.write("image.png", "x");
  CHECK_FALSE(set.take_changes());
  for (const char* const name :
       {"_config.yml", "config/_default/hugo.toml", "astro.config.mjs", "book.toml"}) {
    CAPTURE(name);
    folder.write(name, "x");
    CHECK(set.take_changes());
  }
}

TEST_CASE("watch set: the database is not watched, wherever it lies") {
  Watched watched("posts/index");
  fs::create_directories(watched.posts() / "index/0");
  fs::create_directories(watched.posts() / "index.new-123");
  watched.look();
  const std::size_t before = watched.set().size();
  watched.post("index/postlist.glass");
  watched.post("index/0/post.md");
  watched.post("index.new-123/post.md");
  fs::remove_all(watched.posts() / "index");
  fs::rename(watched.posts() / "index.new-123", watched.posts() / "index");
  CHECK_FALSE(watched.changed());
  // The same name elsewhere is a folder of posts.
  watched.post("notes/index/post.md");
  CHECK(watched.changed());
  watched.look();
  CHECK(watched.set().size() == before + 2);
}

TEST_CASE("watch set: a link to a post that lies where none are looked for") {
  Watched watched;
  watched.post(".hidden/a.md");
  fs::create_symlink(".hidden/a.md", watched.posts() / "shown.md");
  watched.look();
  REQUIRE(watched.changed());
  watched.post(".hidden/a.md");
  CHECK(watched.changed());
}

TEST_CASE("watch set: a round that was cut short forgets nothing") {
  Watched watched;
  fs::create_directory(watched.posts() / "a");
  watched.look();
  REQUIRE(watched.changed());
  watched.set().begin();
  watched.set().watch_path(watched.posts() / "a");
  watched.set().end(WatchSet::Round::cut_short);
  watched.post("a/post.md");
  CHECK(watched.changed());
  watched.post("post.md");
  CHECK(watched.changed());
}

TEST_CASE("watch set: more events than the system keeps count as a change") {
  Watched watched;
  // Of two files in turn: the same event twice in a row is one.
  watched.post("a.png");
  watched.post("b.png");
  for (int i = 0; i < 20'000; ++i)
    REQUIRE(::chmod((watched.posts() / (i % 2 == 0 ? "a.png" : "b.png")).c_str(), 0600) == 0);
  CHECK(watched.changed());
  CHECK_FALSE(watched.changed());
}

TEST_CASE("watch set: thousands of rounds keep nothing") {
  Watched watched;
  for (int i = 0; i < 300; ++i) {
    const std::string name = geul::format("folder{}", i);
    watched.post(name + "/a.md");
    CHECK(watched.changed());
    watched.look();
    fs::remove_all(watched.posts() / name);
    CHECK(watched.changed());
    watched.look();
  }
  fs::remove_all(watched.posts());
  watched.look();
  Watched fresh;
  CHECK(watched.set().size() <= fresh.set().size());
}

}  // namespace geul::indexer
