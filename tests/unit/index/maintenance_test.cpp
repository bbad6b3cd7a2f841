// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/maintenance.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/support/patience.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/index/index_fixture.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;
using Ids = std::vector<std::string>;
using test::post;
using test::word_of;

std::vector<Document> posts(int count) {
  std::vector<Document> documents;
  for (int i = 0; i < count; ++i) {
    documents.push_back(post(std::to_string(i), "zebra", "본문 " + std::to_string(i)));
    documents.back().tags = {"이직", "Java", "java"};
  }
  return documents;
}

std::string content_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Overwrites bytes of a file where a text stands in it.
bool damage(const fs::path& file, const std::string& text) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const std::size_t at = bytes.find(text);
  if (at == std::string::npos) return false;
  stream.seekp(static_cast<std::streamoff>(at));
  stream << std::string(text.size(), '#');
  return true;
}

TEST_CASE("a sound database has no findings") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, posts(50));
  const auto report = check(database);
  REQUIRE(report);
  CHECK(report->documents == 50);
  for (const Finding& finding : report->findings) FAIL_CHECK(finding.message);
}

TEST_CASE("a damaged record is found") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, posts(3));
  REQUIRE(damage(fs::path(database) / "docdata.glass", "zebra"));
  const auto report = check(database);
  REQUIRE(report);
  REQUIRE_FALSE(report->findings.empty());
  CHECK_FALSE(report->findings[0].hint.empty());
  auto reader = Reader::open({database});
  REQUIRE(reader);
  const auto result = reader->search(test::ask(Query::everything()));
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::corrupt);
}

TEST_CASE("a damaged value is found") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  Document document = post("1", "", "");
  document.categories = {"대외활동"};
  document.sections.clear();
  test::build(database, {document});
  REQUIRE(damage(fs::path(database) / "postlist.glass", "\x0c대외활동"));
  CHECK_FALSE(check(database)->findings.empty());
}

TEST_CASE("a cut file is a finding or an error, not a crash") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  for (const char* const name : {"iamglass", "postlist.glass", "docdata.glass", "termlist.glass"}) {
    test::build(database, posts(5), OpenMode::replace);
    fs::resize_file(fs::path(database) / name, 10);
    const auto report = check(database);
    if (report) CHECK_FALSE(report->findings.empty());
    fs::remove_all(database);
  }
}

TEST_CASE("settings that were not written so are found, and not searched by") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  {
    auto writer = Writer::open(database, OpenMode::update);
    REQUIRE(writer);
    Settings settings;
    settings.synonyms = "/home/kim/synonyms.txt";
    REQUIRE(writer->set_settings(settings));
    REQUIRE(writer->commit());
  }
  REQUIRE(check(database)->findings.empty());
  REQUIRE(damage(fs::path(database) / "postlist.glass", "kim"));
  CHECK(check(database)->findings.size() == 1);
  const auto reader = Reader::open({database});
  REQUIRE_FALSE(reader);
  CHECK_FALSE(reader.error().hint.empty());
}

TEST_CASE("damage names its table, in short") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  for (const char* const name :
       {"postlist.glass", "position.glass", "docdata.glass", "termlist.glass"}) {
    test::build(database, posts(300));
    const fs::path file = fs::path(database) / name;
    INFO(name);
    std::string bytes = content_of(file);
    std::fill(bytes.begin() + 8192 + 4000, bytes.begin() + 8192 + 4100, '\xFF');
    folder.write(std::string("db/") + name, bytes);
    const auto report = check(database);
    REQUIRE(report);
    const auto named = std::ranges::count_if(report->findings, [name](const Finding& finding) {
      return finding.message.find(name) != std::string::npos;
    });
    CHECK_FALSE(report->findings.empty());
    // Under AddressSanitizer Xapian's own check is left out (table_check.hpp), which knows the
    // name.
    CHECK((named >= 1 || test::kPatience > 1));
    for (const Finding& finding : report->findings) CHECK(finding.message.size() < 300);
    fs::remove_all(database);
  }
}

TEST_CASE("a missing table is found, and no search answers without it") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  for (const char* const name :
       {"iamglass", "postlist.glass", "position.glass", "docdata.glass", "termlist.glass"}) {
    INFO(name);
    test::build(database, posts(5));
    fs::remove(fs::path(database) / name);
    const auto report = check(database);
    if (report) REQUIRE_FALSE(report->findings.empty());
    CHECK_FALSE((report ? report->findings.front().hint : report.error().hint).empty());
    auto reader = Reader::open({database});
    const auto result = reader ? reader->search(test::ask(Query::everything()))
                               : Result<SearchResult>(fail(reader.error()));
    const auto terms = reader
                           ? reader->terms_of(DocumentId("1"))
                           : Result<std::optional<std::vector<DocumentTerm>>>(fail(reader.error()));
    CHECK((!result || !terms));
    if (!result) CHECK_FALSE(result.error().hint.empty());
    if (!terms) CHECK_FALSE(terms.error().hint.empty());
    fs::remove_all(database);
  }
}

TEST_CASE("documents without a word have no positions to lose") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, {post("-", "!", "")});
  CHECK(check(database)->findings.empty());
  CHECK(Reader::open({database}));
}

TEST_CASE("no bit of the version file ends the process when it is flipped") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, posts(5));
  const fs::path file = fs::path(database) / "iamglass";
  const std::string sound = content_of(file);
  for (std::size_t bit = 0; bit < sound.size() * 8; ++bit) {
    std::string damaged = sound;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ static_cast<char>(1U << bit % 8));
    folder.write("db/iamglass", damaged);
    INFO("bit " << bit);
    auto reader = Reader::open({database});
    if (reader) static_cast<void>(reader->search(test::ask(Query::everything())));
    const auto writer = Writer::open(database, OpenMode::replace);
    CHECK(check(database));
  }
}

TEST_CASE("there is nothing to check where there is no database") {
  const test::TemporaryFolder folder;
  const auto report = check((folder / "none").string());
  REQUIRE_FALSE(report);
  CHECK(report.error().code == ErrorCode::not_found);
}

TEST_CASE("a compacted copy answers as its original and can be updated") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  const std::string copy = (folder / "new/copy").string();
  test::build(database, posts(200));
  REQUIRE(compact(database, copy));
  CHECK(test::ids_with(copy, word_of("zebra")) == test::ids_with(database, word_of("zebra")));
  CHECK(check(copy)->findings.empty());
  test::build(copy, {post("new", "horse", "")});
  CHECK(test::ids_with(copy, word_of("horse")) == Ids{"new"});
  CHECK(std::distance(fs::directory_iterator(folder / "new"), {}) == 1);
}

TEST_CASE("a compaction writes over nothing") {
  const test::TemporaryFolder folder;
  const std::string database = (folder / "db").string();
  test::build(database, posts(1));
  for (const std::string& target : {database, folder.path().string()}) {
    const auto done = compact(database, target);
    REQUIRE_FALSE(done);
    CHECK(done.error().code == ErrorCode::conflict);
  }
  CHECK_FALSE(compact((folder / "none").string(), (folder / "copy").string()));
  CHECK_FALSE(fs::exists(folder / "copy"));
}

}  // namespace
}  // namespace geul::index
