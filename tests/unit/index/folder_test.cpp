// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/folder.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "common/index/places.hpp"
#include "common/index/shards.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;

/// The id of a process that has ended.
pid_t dead_process() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  REQUIRE(child > 0);
  REQUIRE(::waitpid(child, nullptr, 0) == child);
  return child;
}

TEST_CASE("what is at a place is told from names") {
  const test::TemporaryFolder folder;
  fs::create_directory(folder / "empty");
  folder.write("db/iamglass", "x");
  folder.write("locked/flintlock", "");
  folder.write("other/a.md", "x");
  CHECK(inspect_folder(folder / "none") == FolderKind::absent);
  CHECK(inspect_folder(folder / "empty") == FolderKind::empty);
  CHECK(inspect_folder(folder / "locked") == FolderKind::empty);
  CHECK(inspect_folder(folder / "db") == FolderKind::database);
  CHECK(inspect_folder(folder / "other") == FolderKind::foreign);
  CHECK(inspect_folder(folder / "other/a.md") == FolderKind::foreign);
}

TEST_CASE("a name is resolved to the folder itself") {
  const test::TemporaryFolder folder;
  fs::create_directory(folder / "real");
  fs::create_symlink(folder / "real", folder / "link");
  const fs::path real = fs::canonical(folder / "real");
  CHECK(resolve_folder((folder / "link").string()) == real);
  CHECK(resolve_folder((folder / "real/").string()) == real);
  CHECK(resolve_folder((folder / "real/../real/.").string()) == real);
}

TEST_CASE("a folder's lock is had once") {
  const test::TemporaryFolder folder;
  {
    const auto first = FolderLock::take(folder.path());
    REQUIRE(first);
    const auto second = FolderLock::take(folder.path());
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::conflict);
    CHECK_FALSE(second.error().hint.empty());
  }
  CHECK(FolderLock::take(folder.path()));
}

TEST_CASE("a folder takes the place of another, or of none") {
  const test::TemporaryFolder folder;
  folder.write("new/iamglass", "new");
  REQUIRE(replace_folder(folder / "new", folder / "db"));
  CHECK(fs::exists(folder / "db/iamglass"));
  folder.write("newer/iamglass", "newer");
  folder.write("newer/docdata.glass", "x");
  REQUIRE(replace_folder(folder / "newer", folder / "db"));
  CHECK(fs::exists(folder / "db/docdata.glass"));
  CHECK_FALSE(fs::exists(folder / "newer"));
  CHECK_FALSE(replace_folder(folder / "gone", folder / "db"));
  CHECK(fs::exists(folder / "db/docdata.glass"));
}

TEST_CASE("a new database is put where none is, and gives way to one that is there") {
  const test::TemporaryFolder folder;
  fs::create_directory(folder / "empty");
  folder.write("locked/flintlock", "");
  for (const char* const name : {"absent", "empty", "locked"}) {
    INFO(name);
    folder.write("new/iamglass", "new");
    CHECK(put_new_database(folder / "new", folder / name));
    CHECK(inspect_folder(folder / name) == FolderKind::database);
    CHECK_FALSE(fs::exists(folder / "new"));
  }
  folder.write("theirs/iamglass", "theirs");
  folder.write("new/iamglass", "new");
  CHECK(put_new_database(folder / "new", folder / "theirs"));
  CHECK(fs::file_size(folder / "theirs/iamglass") == 6);
  CHECK_FALSE(fs::exists(folder / "new"));
}

TEST_CASE("what is in the way beside a folder is no place to write to, unless a writer left it") {
  const test::TemporaryFolder folder;
  const fs::path side = beside(folder / "db");
  CHECK(clear_beside(folder / "db"));
  folder.write(side.filename().string() + "/iamglass", "x");
  CHECK(clear_beside(folder / "db"));
  CHECK_FALSE(fs::exists(side));
  fs::create_directory(folder / "elsewhere");
  fs::create_directory_symlink(folder / "elsewhere", side);
  const auto linked = clear_beside(folder / "db");
  REQUIRE_FALSE(linked);
  CHECK(linked.error().code == ErrorCode::conflict);
  CHECK(fs::is_symlink(side));
  fs::remove(side);
  folder.write(side.filename().string() + "/letter.md", "x");
  CHECK_FALSE(clear_beside(folder / "db"));
  CHECK(fs::exists(side / "letter.md"));
}

TEST_CASE("only what dead processes left is removed, and only databases") {
  const test::TemporaryFolder folder;
  const std::string dead = std::to_string(dead_process());
  const std::string alive = std::to_string(::getpid());
  folder.write("db.new-" + dead + "/iamglass", "x");
  folder.write("db.new-" + alive + "/iamglass", "x");
  folder.write("db.new-" + dead + "0x/iamglass", "x");
  folder.write("other.new-" + dead + "/iamglass", "x");
  remove_leftover_databases(folder / "db");
  CHECK_FALSE(fs::exists(folder / ("db.new-" + dead)));
  CHECK(fs::exists(folder / ("db.new-" + alive)));
  CHECK(fs::exists(folder / ("db.new-" + dead + "0x")));
  CHECK(fs::exists(folder / ("other.new-" + dead)));
  folder.write("db.new-" + dead + "/letter.md", "x");
  remove_leftover_databases(folder / "db");
  CHECK(fs::exists(folder / ("db.new-" + dead + "/letter.md")));
}

TEST_CASE("the nearest database upward is found") {
  const test::TemporaryFolder folder;
  fs::create_directories(folder / "a/b/c");
  fs::create_directories(folder / "a/.geul");
  CHECK(nearest_database(folder / "a/b/c") == (folder / "a/.geul").string());
  CHECK(nearest_database(folder / "a") == (folder / "a/.geul").string());
}

}  // namespace
}  // namespace geul::index
