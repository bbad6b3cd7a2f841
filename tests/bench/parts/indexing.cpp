// SPDX-License-Identifier: GPL-2.0-or-later
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/index/postings.hpp"
#include "common/index/record.hpp"
#include "common/text/words.hpp"
#include "indexer/post/front_matter.hpp"
#include "indexer/post/post.hpp"
#include "indexer/source/changes.hpp"
#include "tests/bench/parts/parts.hpp"

namespace geul::bench {
namespace {

using benchmark::State;

/// Registers `pass`, which goes over the sample once.
template <class Pass>
void add(const char* name, const Sample& sample, Pass pass) {
  benchmark::RegisterBenchmark(name, [&sample, pass](State& state) {
    for (auto iteration : state) pass();
    const std::int64_t passes = state.iterations();
    state.SetBytesProcessed(passes * static_cast<std::int64_t>(sample.total_bytes));
    state.SetItemsProcessed(passes * static_cast<std::int64_t>(sample.bytes.size()));
  })->Unit(benchmark::kMillisecond);
}

/// The whole folder, of which the sample is a part: only its time tells.
void scan_folder(const Sample& sample) {
  benchmark::DoNotOptimize(
      indexer::scan({sample.folder}, [](std::size_t, std::string_view) { return false; }));
}

void hash_posts(const Sample& sample) {
  for (const std::string& bytes : sample.bytes)
    benchmark::DoNotOptimize(indexer::hash_of_post(bytes, "settings"));
}

void read_front_matters(const Sample& sample) {
  for (const std::string& bytes : sample.bytes)
    benchmark::DoNotOptimize(indexer::read_front_matter(bytes, "post.md"));
}

void read_posts(const Sample& sample) {
  for (std::size_t at = 0; at < sample.bytes.size(); ++at) {
    const indexer::SourceFile& file = sample.files[at];
    const indexer::PostSource source{file.id, file.path.string(), file.id.str(), {}};
    benchmark::DoNotOptimize(
        indexer::read_markdown_post(sample.bytes[at], source, *sample.generator));
  }
}

void break_words(const Sample& sample) {
  text::WordBreaker breaker;
  for (const index::Document& document : sample.documents)
    index::visit_pieces(document, [&](index::Field, std::string_view piece) {
      text::Word word;
      for (breaker.reset(piece); breaker.next(word);) benchmark::DoNotOptimize(word);
    });
}

void analyze(const Sample& sample) {
  analysis::Analyzer analyzer;
  for (const index::Document& document : sample.documents)
    index::visit_pieces(document, [&](index::Field, std::string_view piece) {
      analyzer.analyze(piece,
                       [](const analysis::Token& token) { benchmark::DoNotOptimize(token); });
    });
}

void make_postings(const Sample& sample) {
  analysis::Analyzer analyzer;
  for (const index::Document& document : sample.documents)
    benchmark::DoNotOptimize(index::make_postings(document, ContentHash{}, analyzer));
}

void encode_records(const Sample& sample) {
  for (const index::Document& document : sample.documents)
    benchmark::DoNotOptimize(index::encode_record(document));
}

std::vector<std::string> records_of(const Sample& sample) {
  std::vector<std::string> records;
  for (const index::Document& document : sample.documents)
    records.push_back(index::encode_record(document));
  return records;
}

void decode_records(const std::vector<std::string>& records) {
  for (const std::string& record : records) benchmark::DoNotOptimize(index::decode_record(record));
}

}  // namespace

void register_indexing(const Sample& sample) {
  add("scan (all of the folder)", sample, [&sample] { scan_folder(sample); });
  add("hash", sample, [&sample] { hash_posts(sample); });
  add("front matter", sample, [&sample] { read_front_matters(sample); });
  add("front matter and Markdown", sample, [&sample] { read_posts(sample); });
  add("ICU word breaks", sample, [&sample] { break_words(sample); });
  add("analysis", sample, [&sample] { analyze(sample); });
  add("postings (with analysis and record)", sample, [&sample] { make_postings(sample); });
  add("record, encoded", sample, [&sample] { encode_records(sample); });
  add("record, decoded", sample, [records = records_of(sample)] { decode_records(records); });
}

}  // namespace geul::bench
