// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/chunk_reader.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "common/base/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::indexer {
namespace {

using Sizes = std::vector<std::size_t>;

Sizes chunks_of(const std::vector<SourceFile>& files, const ChunkLimits& limits) {
  Feed feed(files);
  ChunkReader reader(feed, limits);
  Sizes sizes;
  for (auto chunk = reader.next(); !chunk.empty(); chunk = reader.next())
    sizes.push_back(chunk.size());
  return sizes;
}

std::string lines(std::size_t number, const std::string& line) {
  std::string all;
  for (std::size_t i = 0; i < number; ++i) all += line + "\n";
  return all;
}

/// While it lives, the standard input is a text.
class Input {
 public:
  explicit Input(const std::string& text) : before_(::dup(STDIN_FILENO)) {
    folder_.write("in", text);
    const auto file = open_to_read(folder_ / "in");
    REQUIRE(file);
    REQUIRE(::dup2(file->get(), STDIN_FILENO) == STDIN_FILENO);
  }
  ~Input() { ::dup2(before_.get(), STDIN_FILENO); }
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;
  Input(Input&&) = delete;
  Input& operator=(Input&&) = delete;

 private:
  test::TemporaryFolder folder_;
  FileDescriptor before_;
};

}  // namespace

TEST_CASE("chunk reader: chunks hold as many posts as they may") {
  const std::vector<SourceFile> files(10, {"a.md", DocumentId("a.md")});
  CHECK(chunks_of(files, {4}) == Sizes{4, 4, 2});
  CHECK(chunks_of(files, {5}) == Sizes{5, 5});
  CHECK(chunks_of(files, {}) == Sizes{10});
  CHECK(chunks_of({}, {}).empty());
}

TEST_CASE("chunk reader: a chunk of records ends behind so many bytes") {
  const test::TemporaryFolder folder;
  folder.write("r.jsonl", lines(5, std::string(100, 'x')));
  const std::vector<SourceFile> files{
      {folder / "r.jsonl", DocumentId("r.jsonl"), SourceKind::json_lines}};
  CHECK(chunks_of(files, {10, 150}) == Sizes{2, 2, 1});
  CHECK(chunks_of(files, {10, 1}) == Sizes{1, 1, 1, 1, 1});
}

TEST_CASE("chunk reader: no limit keeps posts out") {
  const std::vector<SourceFile> files(3, {"a.md", DocumentId("a.md")});
  CHECK(chunks_of(files, {0, 1000, 4}) == Sizes{1, 1, 1});
  CHECK(chunks_of(files, {2, 0, 4}) == Sizes{1, 1, 1});
  const Input input(lines(5, "{}"));
  CHECK(chunks_of({{"-", DocumentId("-"), SourceKind::json_lines}}, {10, 1000, 0}) ==
        Sizes{1, 1, 2, 1});
}

TEST_CASE("chunk reader: chunks of the standard input grow with what has come") {
  const Input input(lines(50, "{}"));
  const std::vector<SourceFile> files{{"-", DocumentId("-"), SourceKind::json_lines},
                                      {"a.md", DocumentId("a.md")},
                                      {"b.md", DocumentId("b.md")}};
  CHECK(chunks_of(files, {20, 1000, 4}) == Sizes{4, 4, 8, 16, 20});
}

}  // namespace geul::indexer
