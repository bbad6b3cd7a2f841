// SPDX-License-Identifier: GPL-2.0-or-later
// indexer/source/record_reader.hpp: any bytes are a stream of records, each a post or a reason.
#include <string>
#include <vector>

#include "common/base/format.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/post/post.hpp"
#include "indexer/source/record_reader.hpp"
#include "tests/fuzz/document_laws.hpp"
#include "tests/fuzz/scratch_folder.hpp"

namespace geul::fuzz {

namespace {

using indexer::RecordReader;

struct Line {
  std::string text;
  std::size_t number;
};

/// The lines that say something, found in the plainest way.
std::vector<Line> lines_of(std::string_view bytes) {
  std::vector<Line> lines;
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    if (line.find_first_not_of(" \t\r") != line.npos) lines.push_back({std::string(line), number});
  }
  return lines;
}

void expect_post(const RecordReader::Record& record, const indexer::Generator& site) {
  const std::string path = "posts.jsonl";
  const indexer::PostSource source{DocumentId(format("{}:{}", path, record.line)), path, ""};
  const auto post = indexer::read_json_post(record.text, record.line, source, site);
  if (post) {
    expect_lawful(post->document, 0, true);
    for (const Warning& warning : post->warnings)
      expect(!warning.message.empty() && warning.place.line == record.line, "warnings' lines");
  } else {
    expect(!post.error().message.empty() && !post.error().hint.empty(), "a reason and a hint");
    expect(post.error().place.line == record.line, "a reason with its line");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ScratchFolder folder;
  static const auto site = indexer::make_path_site(indexer::PathSite::plain, "/s", {});
  folder.write("posts.jsonl", text_of(data, size));
  auto reader = RecordReader::open(folder / "posts.jsonl");
  expect(reader.has_value(), "the stream can be opened");
  for (const Line& line : lines_of(text_of(data, size))) {
    const auto record = reader->next();
    expect(record && *record, "a record for each line");
    expect((*record)->text == line.text && (*record)->line == line.number, "and it is the line");
    expect_post(**record, *site);
  }
  const auto end = reader->next();
  expect(end && !*end, "and then the end");
  return 0;
}

}  // namespace geul::fuzz
