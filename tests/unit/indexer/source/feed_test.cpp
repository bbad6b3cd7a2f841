// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/feed.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "common/base/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::indexer {

TEST_CASE("feed: files and records come in order, blank lines do not") {
  const test::TemporaryFolder folder;
  folder.write("r.jsonl", "{\"a\":1}\n\n  \r\n{\"b\":2}");
  const std::vector<SourceFile> files{
      {folder / "a.md", DocumentId("a.md")},
      {folder / "r.jsonl", DocumentId("r.jsonl"), SourceKind::json_lines},
      {folder / "b.md", DocumentId("b.md")}};
  Feed feed(files);
  CHECK(feed.next()->file->id.str() == "a.md");
  CHECK(feed.next()->record->text == "{\"a\":1}");
  const auto second = feed.next();
  CHECK(second->record->text == "{\"b\":2}");
  CHECK(second->record->line == 4);
  CHECK(feed.next()->file->id.str() == "b.md");
  CHECK_FALSE(feed.next());
}

TEST_CASE("feed: the first source without a record is known at the end") {
  const test::TemporaryFolder folder;
  folder.write("some.jsonl", "{}\n");
  folder.write("long.jsonl", std::string(RecordReader::kMaxRecordBytes + 1, 'x') + '\n');
  folder.write("blank.jsonl", "\n \n");
  folder.write("empty.jsonl", "");
  std::vector<SourceFile> files;
  for (const char* const name : {"some.jsonl", "long.jsonl", "blank.jsonl", "empty.jsonl"})
    files.push_back({folder / name, DocumentId(name), SourceKind::json_lines});
  Feed feed(files);
  while (feed.next()) {
  }
  CHECK(feed.without_records() == folder / "blank.jsonl");
}

TEST_CASE("feed: a record that is too long costs that record") {
  const test::TemporaryFolder folder;
  folder.write("r.jsonl", std::string(RecordReader::kMaxRecordBytes + 1, 'x') + "\n{}\n");
  const std::vector<SourceFile> files{
      {folder / "r.jsonl", DocumentId("r.jsonl"), SourceKind::json_lines}};
  Feed feed(files);
  CHECK(feed.next()->error->code == ErrorCode::limit);
  CHECK(feed.next()->record->line == 2);
  CHECK_FALSE(feed.next());
}

TEST_CASE("feed: a line is the same wherever the blocks of its file end") {
  const test::TemporaryFolder folder;
  for (const std::size_t length :
       {kReadBlockBytes - 2, kReadBlockBytes - 1, kReadBlockBytes, kReadBlockBytes + 1,
        2 * kReadBlockBytes - 1, 2 * kReadBlockBytes, 3 * kReadBlockBytes + 7}) {
    CAPTURE(length);
    const std::string first(length, 'x');
    folder.write("r.jsonl", first + "\n\n" + std::string("{\0}", 3) + "\r\n" + first);
    const std::vector<SourceFile> files{
        {folder / "r.jsonl", DocumentId("r.jsonl"), SourceKind::json_lines}};
    Feed feed(files);
    CHECK(feed.next()->record->text == first);
    const auto second = feed.next();
    CHECK(second->record->text == std::string("{\0}\r", 4));
    CHECK(second->record->line == 3);
    const auto last = feed.next();
    CHECK(last->record->text == first);
    CHECK(last->record->line == 4);
    CHECK_FALSE(feed.next());
  }
}

TEST_CASE("feed: a record as long as may be is one") {
  const test::TemporaryFolder folder;
  folder.write("r.jsonl", std::string(RecordReader::kMaxRecordBytes, 'x') + "\n");
  const std::vector<SourceFile> files{
      {folder / "r.jsonl", DocumentId("r.jsonl"), SourceKind::json_lines}};
  Feed feed(files);
  CHECK(feed.next()->record->text.size() == RecordReader::kMaxRecordBytes);
  CHECK_FALSE(feed.next());
}

TEST_CASE("feed: a file that cannot be read is an error, and the rest goes on") {
  const test::TemporaryFolder folder;
  std::filesystem::create_symlink("/proc/self/mem", folder / "mem.jsonl");  // not at 0
  folder.write("r.jsonl", "{}");
  const std::vector<SourceFile> files{
      {folder / "mem.jsonl", DocumentId("mem.jsonl"), SourceKind::json_lines},
      {folder / "r.jsonl", DocumentId("r.jsonl"), SourceKind::json_lines}};
  Feed feed(files);
  const auto lost = feed.next();
  REQUIRE(lost->error);
  CHECK(lost->file->id.str() == "mem.jsonl");
  CHECK(lost->error->code == ErrorCode::io);
  CHECK(lost->error->message ==
        "cannot read " + (folder / "mem.jsonl").string() + ": Input/output error");
  CHECK_FALSE(lost->error->hint.empty());
  CHECK(feed.next()->record->text == "{}");
  CHECK_FALSE(feed.next());
}

TEST_CASE("feed: a FIFO or device in the place of a file of records is refused, not waited for") {
  const test::TemporaryFolder folder;
  REQUIRE(::mkfifo((folder / "fifo.jsonl").c_str(), 0600) == 0);
  std::filesystem::create_symlink("/dev/zero", folder / "zero.jsonl");
  folder.write("r.jsonl", "{}");
  const std::vector<SourceFile> files{
      {folder / "fifo.jsonl", DocumentId("fifo.jsonl"), SourceKind::json_lines},
      {folder / "zero.jsonl", DocumentId("zero.jsonl"), SourceKind::json_lines},
      {folder / "r.jsonl", DocumentId("r.jsonl"), SourceKind::json_lines}};
  Feed feed(files);
  for (const char* const name : {"fifo.jsonl", "zero.jsonl"}) {
    const auto item = feed.next();
    REQUIRE(item->error);
    CHECK(item->file->id.str() == name);
    CHECK(item->error->code == ErrorCode::io);
    CHECK_FALSE(item->error->hint.empty());
  }
  CHECK(feed.next()->record->text == "{}");
}

TEST_CASE("feed: a file that is gone is an error, and the rest goes on") {
  const test::TemporaryFolder folder;
  folder.write("r.jsonl", "{}");
  const std::vector<SourceFile> files{
      {folder / "none.jsonl", DocumentId("none.jsonl"), SourceKind::json_lines},
      {folder / "r.jsonl", DocumentId("r.jsonl"), SourceKind::json_lines}};
  Feed feed(files);
  CHECK(feed.next()->error->code == ErrorCode::not_found);
  CHECK(feed.next()->record->text == "{}");
}

}  // namespace geul::indexer
