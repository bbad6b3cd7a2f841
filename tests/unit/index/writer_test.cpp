// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/writer.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "common/base/files.hpp"
#include "tests/support/file_size_limit.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/index/index_fixture.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;
using Ids = std::vector<std::string>;
using test::FileSizeLimit;
using test::post;
using test::prepare;
using test::word_of;

std::string version_file(const std::string& database) {
  return read_file(fs::path(database) / "iamglass", 1 << 20).value();
}

TEST_CASE("a writer makes the database and the folders above it") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "a/b/db").string();
  test::build(database, {post("1.md", "zebra", "")});
  CHECK(test::ids_with(database, word_of("zebra")) == Ids{"1.md"});
  CHECK(fs::exists(fs::path(database) / "iamglass"));
  CHECK(std::distance(fs::directory_iterator(folder / "a/b"), {}) == 1);
}

TEST_CASE("an empty folder becomes a database") {
  const test::TemporaryFolder folder;
  test::build(folder.path().string(), {post("1.md", "zebra", "")});
  CHECK(test::ids_with(folder.path().string(), word_of("zebra")) == Ids{"1.md"});
}

TEST_CASE("a document is replaced by the next of its id, and removed by its key") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("1.md", "zebra", ""), post("2.md", "zebra", "")});
  test::build(database, {post("1.md", "horse", "")});
  CHECK(test::ids_with(database, word_of("zebra")) == Ids{"2.md"});
  CHECK(test::ids_with(database, word_of("horse")) == Ids{"1.md"});
  auto writer = Writer::open(database, OpenMode::update);
  REQUIRE(writer);
  REQUIRE(writer->remove(key_of(DocumentId("2.md"))));
  REQUIRE(writer->remove(key_of(DocumentId("3.md"))));
  REQUIRE(writer->commit());
  CHECK(test::ids_with(database, word_of("zebra")).empty());
}

TEST_CASE("a writer knows what is indexed") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  auto writer = Writer::open(database, OpenMode::update);
  REQUIRE(writer);
  CHECK(writer->contents().value().empty());
  REQUIRE(writer->put(prepare(post("1.md", "a", ""), "v1")));
  REQUIRE(writer->put(prepare(post("2.md", "b", ""), "v2")));
  REQUIRE(writer->put(prepare(post("1.md", "a", ""), "v3")));
  REQUIRE(writer->commit());
  const auto contents = writer->contents();
  REQUIRE(contents);
  CHECK(contents->size() == 2);
  CHECK(contents->at(key_of(DocumentId("1.md"))) == test::hash_of("v3"));
  CHECK(contents->at(key_of(DocumentId("2.md"))) == test::hash_of("v2"));
}

TEST_CASE("a writer knows each document's hash, in whatever order they were written") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  auto writer = Writer::open(database, OpenMode::update);
  REQUIRE(writer);
  const auto id = [](int number) { return std::to_string(number) + ".md"; };
  for (int i = 0; i < 300; ++i) REQUIRE(writer->put(prepare(post(id(i), "a", ""), "old " + id(i))));
  REQUIRE(writer->commit());
  for (int i = 0; i < 300; i += 3) REQUIRE(writer->remove(key_of(DocumentId(id(i)))));
  for (int i = 298; i >= 0; i -= 3)
    REQUIRE(writer->put(prepare(post(id(i), "a", ""), "new " + id(i))));
  REQUIRE(writer->put(prepare(post(id(0), "a", ""), "new " + id(0))));
  REQUIRE(writer->commit());
  Contents expected;
  for (int i = 0; i < 300; ++i)
    if (i == 0 || i % 3 != 0)
      expected.emplace(key_of(DocumentId(id(i))),
                       test::hash_of((i % 3 == 2 ? "old " : "new ") + id(i)));
  CHECK(writer->contents().value() == expected);
  CHECK(read_contents(database).value() == expected);
}

TEST_CASE("what was not committed is gone with the writer") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("1.md", "zebra", "")});
  {
    auto writer = Writer::open(database, OpenMode::update);
    REQUIRE(writer);
    REQUIRE(writer->put(prepare(post("2.md", "zebra", ""))));
    REQUIRE(writer->remove(key_of(DocumentId("1.md"))));
  }
  CHECK(test::ids_with(database, word_of("zebra")) == Ids{"1.md"});
}

TEST_CASE("a writer that moves keeps its batch and its lock") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  auto first = Writer::open(database, OpenMode::update);
  REQUIRE(first);
  REQUIRE(first->put(prepare(post("1.md", "zebra", ""))));
  Writer moved = std::move(*first);
  CHECK_FALSE(Writer::open(database, OpenMode::update));
  REQUIRE(moved.commit());
  CHECK(test::ids_with(database, word_of("zebra")) == Ids{"1.md"});
}

TEST_CASE("an update of nothing writes nothing") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("1.md", "zebra", "")});
  const std::string before = version_file(database);
  auto writer = Writer::open(database, OpenMode::update);
  REQUIRE(writer);
  REQUIRE(writer->contents());
  REQUIRE(writer->remove(key_of(DocumentId("none.md"))));
  REQUIRE(writer->commit());
  REQUIRE(writer->commit());
  CHECK(version_file(database) == before);
}

TEST_CASE("an update of nothing writes nothing to an empty database either") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {});
  const std::string before = version_file(database);
  test::build(database, {});
  CHECK(version_file(database) == before);
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

Segment segment_of(Writer& writer, const std::vector<Document>& documents) {
  Segment segment = writer.new_segment(1);
  for (const Document& document : documents) REQUIRE(segment.add(prepare(document)));
  REQUIRE(segment.close());
  return segment;
}

TEST_CASE("a new database takes segments, one that holds something does not") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  const OpenMode mode = GENERATE(OpenMode::update, OpenMode::replace);
  if (mode == OpenMode::replace) test::build(database, {post("old.md", "zebra", "")});
  auto writer = Writer::open(database, mode);
  REQUIRE(writer);
  CHECK(writer->takes_segments());
  Settings settings;
  settings.facets = {"series"};
  REQUIRE(writer->set_settings(settings));
  Segment last = segment_of(*writer, {post("3.md", "zebra", ""), post("4.md", "zebra", "")});
  Segment first = segment_of(*writer, {post("2.md", "zebra", "")});
  REQUIRE(writer->append(std::move(first)));
  REQUIRE(writer->append(std::move(last)));
  CHECK(writer->takes_segments());
  CHECK(writer->settings() == settings);
  REQUIRE(writer->commit());
  CHECK_FALSE(writer->takes_segments());
  CHECK(test::ids_with(database, word_of("zebra")) == Ids{"2.md", "3.md", "4.md"});
  CHECK(writer->settings() == settings);
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("behind segments a writer goes on as behind a commit") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  auto writer = Writer::open(database, OpenMode::update);
  REQUIRE(writer);
  REQUIRE(writer->put(prepare(post("1.md", "zebra", ""))));
  REQUIRE(
      writer->append(segment_of(*writer, {post("2.md", "zebra", ""), post("3.md", "zebra", "")})));
  const auto go_on = GENERATE(0, 1, 2, 3);
  if (go_on == 0) REQUIRE(writer->put(prepare(post("2.md", "zebra", ""), "v2")));
  if (go_on == 1) REQUIRE(writer->remove(key_of(DocumentId("2.md"))));
  if (go_on == 2) CHECK(writer->last_number().value() == 3);
  if (go_on == 3) CHECK(writer->contents().value().size() == 3);
  REQUIRE(writer->put(prepare(post("4.md", "zebra", ""))));
  CHECK_FALSE(writer->takes_segments());
  REQUIRE(writer->commit());
  const Ids all = go_on == 1 ? Ids{"1.md", "3.md", "4.md"} : Ids{"1.md", "2.md", "3.md", "4.md"};
  CHECK(test::ids_with(database, word_of("zebra")) == all);
}

TEST_CASE("segments of nothing write nothing") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {});
  const std::string before = version_file(database);
  {
    auto writer = Writer::open(database, OpenMode::update);
    REQUIRE(writer);
    REQUIRE(writer->append(writer->new_segment(1)));
    REQUIRE(writer->commit());
    const Segment never_appended = segment_of(*writer, {post("1.md", "zebra", "")});
  }
  CHECK(version_file(database) == before);
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a segment that failed fails its writer") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("old.md", "zebra", "")});
  {
    auto writer = Writer::open(database, OpenMode::replace);
    REQUIRE(writer);
    Segment segment = writer->new_segment(1);
    {
      const FileSizeLimit limit(4 << 10);
      CHECK_FALSE(segment.add(prepare(post("1.md", "zebra", ""))));
    }
    const Result<void> appended = writer->append(std::move(segment));
    REQUIRE_FALSE(appended);
    CHECK(appended.error().code == ErrorCode::io);
    CHECK(appended.error().message.find(database) != std::string::npos);
    CHECK_FALSE(writer->takes_segments());
    CHECK_FALSE(writer->append(segment_of(*writer, {post("2.md", "zebra", "")})));
    CHECK_FALSE(writer->put(prepare(post("2.md", "zebra", ""))));
    CHECK_FALSE(writer->commit());
  }
  CHECK(test::ids_with(database, word_of("zebra")) == Ids{"old.md"});
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a second writer is refused, and told what to do") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  auto first = Writer::open(database, OpenMode::update);
  REQUIRE(first);
  for (const OpenMode mode : {OpenMode::update, OpenMode::replace}) {
    const auto second = Writer::open(database, mode);
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::conflict);
    CHECK(second.error().message.find(database) != std::string::npos);
    CHECK_FALSE(second.error().hint.empty());
  }
  REQUIRE(first->put(prepare(post("1.md", "zebra", ""))));
  REQUIRE(first->commit());
}

TEST_CASE("a folder of other things is left alone") {
  const test::TemporaryFolder folder;
  folder.write("posts/a.md", "text");
  for (const OpenMode mode : {OpenMode::update, OpenMode::replace}) {
    const auto writer = Writer::open((folder / "posts").string(), mode);
    REQUIRE_FALSE(writer);
    CHECK(writer.error().code == ErrorCode::conflict);
    CHECK_FALSE(Writer::open((folder / "posts/a.md").string(), mode));
  }
  CHECK(read_file(folder / "posts/a.md", 100) == "text");
  CHECK(std::distance(fs::directory_iterator(folder / "posts"), {}) == 1);
}

TEST_CASE("batches commit on their own once they are large") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("first", "horse", "")});
  auto writer = Writer::open(database, OpenMode::update);
  REQUIRE(writer);
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += std::to_string(i * 7919) + " ";
  std::size_t bytes = 0;
  for (int i = 0; bytes < (std::size_t{64} << 20U); ++i) {
    auto prepared = prepare(post(std::to_string(i), "zebra", text));
    bytes += prepared.bytes();
    REQUIRE(writer->put(std::move(prepared)));
  }
  CHECK_FALSE(test::ids_with(database, word_of("zebra")).empty());
}

TEST_CASE("after a failure nothing of the batch is kept") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("1.md", "zebra", "")});
  {
    auto writer = Writer::open(database, OpenMode::update);
    REQUIRE(writer);
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += std::to_string(i * 7919) + " ";
    auto large = prepare(post("2.md", "zebra", text));
    Result<void> done;
    {
      const FileSizeLimit limit(64 << 10);
      done = writer->put(std::move(large));
      if (done) done = writer->commit();
    }
    REQUIRE_FALSE(done);
    CHECK(done.error().code == ErrorCode::io);
    const auto after = writer->put(prepare(post("3.md", "zebra", "")));
    REQUIRE_FALSE(after);
    CHECK_FALSE(after.error().hint.empty());
    CHECK_FALSE(writer->commit());
  }
  CHECK(test::ids_with(database, word_of("zebra")) == Ids{"1.md"});
  test::build(database, {post("3.md", "zebra", "")});
  CHECK(test::ids_with(database, word_of("zebra")) == Ids{"1.md", "3.md"});
}

}  // namespace
}  // namespace geul::index
