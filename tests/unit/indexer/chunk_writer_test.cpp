// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/chunk_writer.hpp"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <iterator>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/format.hpp"
#include "common/index/xapian/segments.hpp"
#include "indexer/generator/generator.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::indexer {
namespace {

namespace fs = std::filesystem;
using Kind = PostOutcome::Kind;

std::ptrdiff_t count_open_files() {
  return std::distance(fs::directory_iterator("/proc/self/fd"), {});
}

/// A writer into segments that are full with so many bytes.
class Fixture {
 public:
  explicit Fixture(std::size_t segment_bytes)
      : segments(folder_ / "work", {1, segment_bytes}),
        writer(
            preparer(), [this] { return make_segment(); }, changes, done_) {}

  /// Writes records of these ids.
  ChunkOutcome write(const std::vector<std::string>& ids) {
    auto next = ids.begin();
    return writer.write([&]() -> std::optional<FeedItem> {
      if (next == ids.end()) return std::nullopt;
      const std::string text = format(R"({{"id":"{}","title":"글","body":"고양이"}})", *next++);
      return FeedItem{&file_, RecordReader::Record{text, 1}};
    });
  }

 private:
  PostPreparer preparer() {
    std::vector<Warning> warnings;
    generators_.push_back(recognize(folder_.path().string(), warnings));
    return {options_, settings_, generators_, changes, {}, large_pages_};
  }

  index::Segment make_segment() {
    most_open_files = std::max(most_open_files, count_open_files());
    return segments.new_segment(1);
  }

  test::TemporaryFolder folder_;
  SourceFile file_{"r.jsonl", DocumentId("r.jsonl"), SourceKind::json_lines};
  BuildOptions options_;
  index::Settings settings_;
  PostPreparer::Generators generators_;
  std::mutex large_pages_;
  std::atomic<std::size_t> done_ = 0;

 public:
  ChangeSet changes{index::Contents()};
  index::Segments segments;
  ChunkWriter writer;
  std::ptrdiff_t most_open_files = 0;  ///< when a segment was begun
};

std::vector<Kind> kinds_of(const ChunkOutcome& outcome) {
  std::vector<Kind> kinds;
  for (const PostOutcome& post : outcome.posts) kinds.push_back(post.kind);
  return kinds;
}

}  // namespace

TEST_CASE("chunk writer: of posts that were taken already, nothing is written") {
  Fixture fixture(1 << 20);
  REQUIRE(fixture.changes.mark_present(index::key_of(DocumentId("b"))));
  const ChunkOutcome outcome = fixture.write({"a", "b", "c", "a"});
  CHECK(kinds_of(outcome) ==
        std::vector{Kind::prepared, Kind::repeated, Kind::prepared, Kind::repeated});
  REQUIRE(outcome.segments.size() == 1);
  CHECK(outcome.segments.front().documents() == 2);
}

TEST_CASE("chunk writer: full segments are closed while others are written") {
  Fixture fixture(1);
  const std::ptrdiff_t before = count_open_files();
  ChunkOutcome outcome = fixture.write({"a", "b", "c", "d", "e"});
  CHECK(outcome.segments.size() == 5);
  CHECK(fixture.most_open_files == before);
  for (index::Segment& segment : outcome.segments)
    REQUIRE(fixture.segments.append(std::move(segment)));
  CHECK(fixture.segments.documents() == 5);
}

}  // namespace geul::indexer
