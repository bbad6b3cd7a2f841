// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/parts/sample.hpp"

#include <utility>

#include "common/base/files.hpp"
#include "indexer/post/post.hpp"

namespace geul::bench {
namespace {

constexpr std::size_t kMaxPostBytes = std::size_t{1} << 20U;

void add(Sample& sample, const indexer::SourceFile& file) {
  auto bytes = read_file(file.path, kMaxPostBytes);
  if (!bytes) return;
  const indexer::PostSource source{file.id, file.path.string(), file.id.str(), {}};
  auto post = indexer::read_markdown_post(*bytes, source, *sample.generator);
  if (!post) return;
  sample.files.push_back(file);
  sample.total_bytes += bytes->size();
  sample.bytes.push_back(*std::move(bytes));
  sample.documents.push_back(std::move(post->document));
}

}  // namespace

Result<Sample> read_sample(const std::string& folder) {
  auto found = indexer::scan({folder}, [](std::size_t, std::string_view) { return false; });
  if (!found) return fail(found.error());
  Sample sample;
  sample.folder = folder;
  std::vector<Warning> warnings;
  sample.generator = indexer::recognize(folder, warnings);
  const std::size_t step = (found->files.size() + Sample::kSampled - 1) / Sample::kSampled;
  for (std::size_t at = 0; at < found->files.size(); at += step) add(sample, found->files[at]);
  if (sample.documents.empty())
    return fail(ErrorCode::not_found, folder + " holds no post that can be read");
  return sample;
}

}  // namespace geul::bench
