// SPDX-License-Identifier: GPL-2.0-or-later
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <optional>
#include <utility>

#include "common/index/sharded_writer.hpp"
#include "common/index/writer.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/index/index_fixture.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;
using Ids = std::vector<std::string>;
using test::post;
using test::prepare;
using test::word_of;

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

Result<void> put(Writer& writer) {
  return writer.put(prepare(post("new.md", "zebra", "")));
}

Result<void> append(Writer& writer) {
  Segment segment = writer.new_segment(1);
  Result<void> done = segment.add(prepare(post("new.md", "zebra", "")));
  return done ? writer.append(std::move(segment)) : done;
}

/// Leaves a segment open that is not appended.
Result<void> write_segment(Writer& writer) {
  static std::optional<Segment> segment;
  segment.emplace(writer.new_segment(1));
  return segment->add(prepare(post("new.md", "zebra", "")));
}

/// Begins a build in another process and kills that process in the middle.
void die_writing(const std::string& database, OpenMode mode, Result<void> (*write)(Writer&)) {
  int ready[2] = {};
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    auto writer = Writer::open(database, mode);
    const char signal = writer && write(*writer) ? '1' : '0';
    static_cast<void>(::write(ready[1], &signal, 1) == 1);
    for (;;) ::pause();
  }
  REQUIRE(child > 0);
  char signal = 0;
  REQUIRE(::read(ready[0], &signal, 1) == 1);
  CHECK(signal == '1');
  REQUIRE(::kill(child, SIGKILL) == 0);
  REQUIRE(::waitpid(child, nullptr, 0) == child);
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST_CASE("a rebuild is invisible until its commit") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  const std::string word = word_of("zebra");
  test::build(database, {post("old.md", "zebra", "")});
  auto old_reader = Reader::open({database});
  REQUIRE(old_reader);
  auto writer = Writer::open(database, OpenMode::replace);
  REQUIRE(writer);
  CHECK(writer->contents().value().empty());
  REQUIRE(writer->put(prepare(post("new.md", "zebra", ""))));
  CHECK(test::ids_with(database, word) == Ids{"old.md"});
  REQUIRE(writer->commit());
  CHECK(test::ids_with(database, word) == Ids{"new.md"});
  CHECK(test::ids(*old_reader, test::ask(Query::term(word))) == Ids{"old.md"});
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("after a rebuild the writer goes on") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("old.md", "zebra", "")});
  auto writer = Writer::open(database, OpenMode::replace);
  REQUIRE(writer);
  REQUIRE(writer->put(prepare(post("1.md", "zebra", ""))));
  REQUIRE(writer->commit());
  REQUIRE(writer->put(prepare(post("2.md", "zebra", ""))));
  REQUIRE(writer->commit());
  CHECK(writer->contents().value().size() == 2);
  CHECK(test::ids_with(database, word_of("zebra")) == Ids{"1.md", "2.md"});
  CHECK_FALSE(Writer::open(database, OpenMode::update));
}

TEST_CASE("a rebuild to nothing leaves an empty database") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("old.md", "zebra", "")});
  test::build(database, {}, OpenMode::replace);
  CHECK(test::ids_with(database, word_of("zebra")).empty());
}

TEST_CASE("a rebuild without a commit changes nothing") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("old.md", "zebra", "")});
  {
    auto writer = Writer::open(database, OpenMode::replace);
    REQUIRE(writer);
    REQUIRE(writer->put(prepare(post("new.md", "zebra", ""))));
    for (const OpenMode mode : {OpenMode::update, OpenMode::replace})
      CHECK_FALSE(Writer::open(database, mode));
  }
  CHECK(test::ids_with(database, word_of("zebra")) == Ids{"old.md"});
  CHECK(entries(folder.path()) == 1);
  test::build(database, {post("2.md", "zebra", "")});
}

TEST_CASE("a rebuild that is killed leaves the old database, and no traces for long") {
  const auto write = GENERATE(put, append, write_segment);
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("old.md", "zebra", "")});
  die_writing(database, OpenMode::replace, write);
  CHECK(test::ids_with(database, word_of("zebra")) == Ids{"old.md"});
  CHECK(entries(folder.path()) == 2);
  test::build(database, {post("new.md", "zebra", "")}, OpenMode::replace);
  CHECK(test::ids_with(database, word_of("zebra")) == Ids{"new.md"});
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("a first build that is killed leaves an empty database, and no traces for long") {
  const auto write = GENERATE(put, append, write_segment);
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  die_writing(database, OpenMode::update, write);
  CHECK(test::ids_with(database, word_of("zebra")).empty());
  CHECK(entries(folder.path()) == 2);
  test::build(database, {post("1.md", "zebra", "")});
  CHECK(test::ids_with(database, word_of("zebra")) == Ids{"1.md"});
  CHECK(entries(folder.path()) == 1);
}

/// Where a dead process with this one's number was building.
fs::path beside_of(const std::string& database) {
  return database + ".new-" + std::to_string(::getpid());
}

TEST_CASE("a dead process that had this one's number is no hindrance") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("old.md", "zebra", "")});
  const OpenMode mode = GENERATE(OpenMode::update, OpenMode::replace);
  test::build((beside_of(database) / "segment-0").string(), {post("dead.md", "zebra", "")});
  test::build(database, {post("new.md", "zebra", "")}, mode);
  CHECK(test::ids_with(database, word_of("zebra")) ==
        (mode == OpenMode::update ? Ids{"old.md", "new.md"} : Ids{"new.md"}));
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("the posts of a dead process that had this one's number are not taken into shards") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  for (const OpenMode mode : {OpenMode::update, OpenMode::replace}) {
    test::build((beside_of(database) / "0").string(), {post("dead.md", "zebra", "")});
    auto writer = ShardedWriter::open(database, mode, 2);
    REQUIRE(writer);
    CHECK(writer->contents().value().empty());
    REQUIRE(writer->put(prepare(post("new.md", "zebra", ""))));
    REQUIRE(writer->commit());
    CHECK(test::ids_with(database, word_of("zebra")) == Ids{"new.md"});
  }
}

TEST_CASE("a rebuild of what is not there builds it") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("1.md", "zebra", "")}, OpenMode::replace);
  CHECK(test::ids_with(database, word_of("zebra")) == Ids{"1.md"});
}

TEST_CASE("a database behind a symbolic link is replaced where it lies") {
  const test::TemporaryFolder folder;
  const std::string real = (folder / "real/db").string();
  test::build(real, {post("old.md", "zebra", "")});
  fs::create_directory_symlink(real, folder / "link");
  test::build((folder / "link").string(), {post("new.md", "zebra", "")}, OpenMode::replace);
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(test::ids_with(real, word_of("zebra")) == Ids{"new.md"});
}

}  // namespace
}  // namespace geul::index
