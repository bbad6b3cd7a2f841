// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "common/base/files.hpp"
#include "common/index/maintenance.hpp"
#include "common/index/xapian/identity.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/index/index_fixture.hpp"

// Databases that geul's own writer does not make: those of other programs and other versions.
namespace geul::index {
namespace {

using test::post;
using test::word_of;

void write_identity(const std::string& database, const Identity& identity) {
  Xapian::WritableDatabase writable(database, Xapian::DB_CREATE_OR_OPEN);
  set_identity(writable, identity);
  writable.commit();
}

TEST_CASE("a database of another program is left alone") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  {
    Xapian::WritableDatabase writable(database, Xapian::DB_CREATE);
    Xapian::Document document;
    document.add_term("theirs");
    writable.add_document(document);
    writable.commit();
  }
  for (const OpenMode mode : {OpenMode::update, OpenMode::replace}) {
    const auto writer = Writer::open(database, mode);
    REQUIRE_FALSE(writer);
    CHECK(writer.error().code == ErrorCode::conflict);
  }
  const auto reader = Reader::open({database});
  REQUIRE_FALSE(reader);
  CHECK(reader.error().code == ErrorCode::conflict);
  CHECK(Xapian::Database(database).get_doccount() == 1);
}

TEST_CASE("another schema, analysis or Unicode is refused, and replaced on demand") {
  Identity other = own_identity();
  SECTION("schema") {
    other.schema = "999";
  }
  SECTION("analysis") {
    other.fingerprint = "other";
  }
  SECTION("Unicode") {
    other.unicode = "1.0";
  }
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("old.md", "zebra", "")});
  write_identity(database, other);
  const auto writer = Writer::open(database, OpenMode::update);
  REQUIRE_FALSE(writer);
  CHECK(writer.error().code == ErrorCode::incompatible);
  CHECK(writer.error().hint.find("--rebuild") != std::string::npos);
  const auto reader = Reader::open({database});
  REQUIRE_FALSE(reader);
  CHECK(reader.error().code == ErrorCode::incompatible);
  CHECK(reader.error().message.find(database) != std::string::npos);
  CHECK(check(database)->findings.size() == 1);
  test::build(database, {post("new.md", "zebra", "")}, OpenMode::replace);
  CHECK(test::ids_with(database, word_of("zebra")) == std::vector<std::string>{"new.md"});
}

TEST_CASE("one shard of another analysis is refused among others") {
  const test::TemporaryFolder folder;
  const std::string good = (folder / "good").string();
  const std::string bad = (folder / "bad").string();
  test::build(good, {post("1", "zebra", "")});
  test::build(bad, {post("2", "zebra", "")});
  Identity other = own_identity();
  other.fingerprint = "other";
  write_identity(bad, other);
  const auto reader = Reader::open({good, bad});
  REQUIRE_FALSE(reader);
  CHECK(reader.error().message.find(bad) != std::string::npos);
}

TEST_CASE("two builds of the same posts differ in the UUID alone") {
  const test::TemporaryFolder folder;
  for (const char* const name : {"a", "b"})
    test::build((folder / name).string(), {post("1", "zebra", "말"), post("2", "horse", "글")});
  for (const auto& entry : std::filesystem::directory_iterator(folder / "a")) {
    const std::string name = entry.path().filename().string();
    const auto bytes = [&](const char* database) {
      return read_file(folder / database / name, 1 << 24).value();
    };
    INFO(name);
    if (name != "iamglass") CHECK(bytes("a") == bytes("b"));
  }
}

TEST_CASE("a document stored twice or without its key is found") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("1", "zebra", ""), post("2", "zebra", "")});
  {
    Xapian::WritableDatabase writable(database, Xapian::DB_OPEN);
    Xapian::Document document = writable.get_document(1);
    SECTION("twice") {
      writable.add_document(document);
    }
    SECTION("without its key") {
      document.remove_term(key_of(DocumentId("1")).str());
      writable.replace_document(1, document);
    }
    SECTION("with the key of another") {
      document.remove_term(key_of(DocumentId("1")).str());
      document.add_boolean_term(key_of(DocumentId("3")).str());
      writable.replace_document(1, document);
    }
    SECTION("without a content hash") {
      document.remove_value(static_cast<Xapian::valueno>(Slot::hash));
      writable.replace_document(1, document);
    }
    SECTION("with a record of nothing") {
      document.set_data("");
      writable.replace_document(1, document);
    }
    writable.commit();
  }
  CHECK_FALSE(check(database)->findings.empty());
}

}  // namespace
}  // namespace geul::index
