// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/segments.hpp"

#include <xapian.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

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
  Segments segments(folder / "work", {1, batches * kPostBytes}, 4);
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

/// The documents of some numbers.
Segment segment_of(Segments& segments, const std::vector<int>& numbers) {
  Segment segment = segments.new_segment(2 * kPostBytes);
  for (const int number : numbers) REQUIRE(segment.add(test::prepare(numbered(number))));
  return segment;
}

TEST_CASE("documents come one by one or in segments of other threads") {
  const test::TemporaryFolder folder;
  Segments segments(folder / "work", {1, 3 * kPostBytes}, 4);
  build(segments, 5);
  // Written in another order than they are appended in, and not all of them closed.
  std::vector<Segment> later;
  for (int i = 5; i < 47; i += 3) later.push_back(segment_of(segments, {i, i + 1, i + 2}));
  REQUIRE(later.back().close());
  for (Segment& segment : later) REQUIRE(segments.append(std::move(segment)));
  REQUIRE(segments.append(segments.new_segment(1)));
  CHECK(segments.documents() == 47);
  const fs::path target = folder / "work/merged";
  REQUIRE(segments.merge_into(target, {}));
  CHECK(dump(Xapian::Database(target.string())) == expected(47));
  CHECK(std::distance(fs::directory_iterator(folder / "work"), {}) == 1);
}

TEST_CASE("segments are written by several threads at once") {
  const test::TemporaryFolder folder;
  Segments segments(folder / "work");
  std::vector<std::optional<Segment>> made(4);
  std::vector<std::thread> threads;
  std::atomic<int> failures = 0;
  for (int part = 0; part < 4; ++part)
    threads.emplace_back([&, part] {
      Segment& segment = made[static_cast<std::size_t>(part)].emplace(segments.new_segment(1));
      for (int i = 0; i < 10; ++i)
        if (!segment.add(test::prepare(numbered(part * 10 + i)))) ++failures;
      if (!segment.close()) ++failures;
    });
  for (std::thread& thread : threads) thread.join();
  REQUIRE(failures == 0);
  for (std::optional<Segment>& segment : made) REQUIRE(segments.append(std::move(*segment)));
  REQUIRE(segments.merge_into(folder / "work/merged", {}));
  CHECK(dump(Xapian::Database((folder / "work/merged").string())) == expected(40));
}

TEST_CASE("what is left of a segment is as if the others had never been added") {
  const bool is_closed = GENERATE(false, true);
  const test::TemporaryFolder folder;
  Segments segments(folder / "work");
  Segment segment = segment_of(segments, {90, 0, 1, 91, 2, 92});
  if (is_closed) REQUIRE(segment.close());
  REQUIRE(segment.remove(
      {key_of(DocumentId("91")), key_of(DocumentId("none")), key_of(DocumentId("90"))}));
  CHECK(segment.documents() == 4);
  REQUIRE(segment.remove({key_of(DocumentId("92"))}));
  REQUIRE(segment.remove({}));
  REQUIRE(segments.append(std::move(segment)));
  CHECK(segments.documents() == 3);
  REQUIRE(segments.merge_into(folder / "work/merged", {}));
  const Xapian::Database database((folder / "work/merged").string());
  CHECK(dump(database) == expected(3));
  CHECK(database.get_lastdocid() == 3);
  CHECK(std::distance(fs::directory_iterator(folder / "work"), {}) == 1);
}

TEST_CASE("a segment of which nothing is left is nothing") {
  const test::TemporaryFolder folder;
  Segments segments(folder / "work");
  Segment segment = segment_of(segments, {1, 2});
  REQUIRE(segment.remove({key_of(DocumentId("1")), key_of(DocumentId("2"))}));
  CHECK(segment.documents() == 0);
  REQUIRE(segments.append(std::move(segment)));
  REQUIRE(segments.append(segment_of(segments, {0})));
  REQUIRE(segments.merge_into(folder / "work/merged", {}));
  CHECK(dump(Xapian::Database((folder / "work/merged").string())) == expected(1));
}

TEST_CASE("a segment of nothing is nothing") {
  const test::TemporaryFolder folder;
  Segments segments(folder / "work");
  Segment segment = segments.new_segment(1);
  REQUIRE(segment.remove({key_of(DocumentId("1"))}));
  REQUIRE(segment.close());
  CHECK_FALSE(fs::exists(folder / "work"));
  REQUIRE(segments.append(std::move(segment)));
  CHECK(segments.documents() == 0);
}

TEST_CASE("a segment is full once it has the size") {
  const test::TemporaryFolder folder;
  Segments segments(folder / "work", {1, 2 * kPostBytes});
  Segment segment = segments.new_segment(1);
  int added = 0;
  for (; !segment.is_full(); ++added) REQUIRE(segment.add(test::prepare(numbered(added))));
  CHECK(added >= 2);
  CHECK(added <= 4);
}

TEST_CASE("segments know the keys they have") {
  const test::TemporaryFolder folder;
  Segments segments(folder.path());
  CHECK(segments.documents() == 0);
  REQUIRE(segments.add(test::prepare(numbered(1))));
  CHECK(segments.documents() == 1);
  CHECK_FALSE(segments.can_add(key_of(DocumentId("1"))));
  CHECK(segments.can_add(key_of(DocumentId("2"))));
  REQUIRE(segments.append(segment_of(segments, {3})));
  CHECK_FALSE(segments.can_add(key_of(DocumentId("2"))));
}

TEST_CASE("a segment that failed says so in every call") {
  const test::TemporaryFolder folder;
  folder.write("none", "a file");
  Segments segments(folder / "none");
  Segment segment = segments.new_segment(1);
  const Result<void> added = segment.add(test::prepare(numbered(1)));
  REQUIRE_FALSE(added);
  CHECK(added.error().code == ErrorCode::io);
  CHECK_THAT(added.error().message, Catch::Contains((folder / "none").string()));
  fs::remove(folder / "none");
  for (const Result<void>& done : {segment.add(test::prepare(numbered(1))), segment.close(),
                                   segments.append(std::move(segment))})
    CHECK(done.error().message == added.error().message);
}

TEST_CASE("a segment that cannot be written fails the build") {
  const test::TemporaryFolder folder;
  folder.write("none", "a file");
  Segments segments(folder / "none");
  Result<void> done;
  for (int i = 0; done && i < 10; ++i) done = segments.add(test::prepare(numbered(i)));
  if (done) done = segments.merge_into(folder / "merged", {});
  REQUIRE_FALSE(done);
  CHECK(done.error().code == ErrorCode::io);
}

}  // namespace
}  // namespace geul::index
