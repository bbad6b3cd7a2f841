// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/segments.hpp"

#include <xapian.h>

#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "common/analysis/analyzer.hpp"
#include "common/index/xapian/identity.hpp"
#include "common/index/xapian/prepared.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/index/index_fixture.hpp"

namespace geul::index {
namespace {

namespace fs = std::filesystem;

Document numbered(int number) {
  const std::string digits = std::to_string(number);
  Document document = test::dated(
      test::post(digits, "검색 " + digits, "학교에서는 검색엔진을 만들고 " + digits + "번 고쳤다"),
      "2022-07-28");
  document.tags = {"태그" + std::to_string(number % 7)};
  return document;
}

constexpr std::size_t kPostBytes = 9000;  ///< of numbered(), roughly

using Dump = std::map<std::string, std::string>;

/// All that is stored of a database's documents, by their numbers.
Dump dump(const Xapian::Database& database) {
  Dump all;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Xapian::Document document = database.get_document(*id);
    std::string& text = all[std::to_string(*id)];
    text = document.get_data();
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      text += "|" + std::to_string(value.get_valueno()) + "=" + *value;
  }
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    std::string& text = all["term " + *term];
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      text += std::to_string(*at) + "/" + std::to_string(at.get_wdf()) + ":";
      for (auto place = at.positionlist_begin(); place != at.positionlist_end(); ++place)
        text += std::to_string(*place) + ",";
    }
  }
  return all;
}

/// What Xapian alone makes of so many documents, added one by one.
Dump expected(int documents) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  analysis::Analyzer analyzer;
  for (int i = 0; i < documents; ++i)
    database.add_document(to_xapian(make_postings(numbered(i), test::hash_of("1"), analyzer)));
  return dump(database);
}

void build(Segments& segments, int documents) {
  for (int i = 0; i < documents; ++i) REQUIRE(segments.add(test::prepare(numbered(i))));
}

TEST_CASE("segments hold what one database would, for any number of batches and merges") {
  const int documents = GENERATE(0, 1, 2, 30, 65);
  const std::size_t batches = GENERATE(1U, 3U);  // a segment
  const test::TemporaryFolder folder;
  fs::create_directory(folder / "work");
  Segments segments(folder / "work", {1, batches * kPostBytes, 4});
  build(segments, documents);
  const fs::path target = folder / "work/merged";
  Settings settings;
  settings.facets = {"series"};
  REQUIRE(segments.merge_into(target, settings));
  const Xapian::Database database(target.string());
  CHECK(dump(database) == expected(documents));
  CHECK(check_identity(identity_of(database), "x"));
  CHECK(settings_of(database) == settings);
  CHECK(std::distance(fs::directory_iterator(folder / "work"), {}) == 1);
}

TEST_CASE("segments know the keys they have") {
  const test::TemporaryFolder folder;
  Segments segments(folder.path());
  CHECK(segments.documents() == 0);
  REQUIRE(segments.add(test::prepare(numbered(1))));
  CHECK(segments.documents() == 1);
  CHECK(segments.may_have(key_of(DocumentId("1"))));
  CHECK_FALSE(segments.may_have(key_of(DocumentId("2"))));
}

TEST_CASE("a segment that cannot be written fails the build") {
  const test::TemporaryFolder folder;
  Segments segments(folder / "none");
  Result<void> done;
  for (int i = 0; done && i < 10; ++i) done = segments.add(test::prepare(numbered(i)));
  if (done) done = segments.merge_into(folder / "merged", {});
  REQUIRE_FALSE(done);
  CHECK(done.error().code == ErrorCode::io);
}

}  // namespace
}  // namespace geul::index
