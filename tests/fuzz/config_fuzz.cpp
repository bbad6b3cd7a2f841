// SPDX-License-Identifier: GPL-2.0-or-later
// indexer/config.hpp: any bytes are a geul.yaml or refused with the line, and databases keep what
// was read.
#include "indexer/config.hpp"

#include <algorithm>

#include "common/index/facet_key.hpp"
#include "common/index/fields.hpp"
#include "common/text/utf8.hpp"
#include "tests/fuzz/expect.hpp"
#include "tests/fuzz/scratch_folder.hpp"

namespace geul::fuzz {

namespace {

void expect_config(const indexer::Config& config) {
  const index::Settings& settings = config.settings;
  expect(settings.pinned.size() == config.pin_lines.size(), "a line for each pin");
  for (const index::Pin& pin : settings.pinned)
    expect(!pin.query.empty() && !pin.posts.empty(), "pins have a query and posts");
  expect(index::keys_of(settings.facets).size() == settings.facets.size() &&
             settings.facets.size() <= index::kMaxFacetKeys,
         "facets are keys");
  expect(std::ranges::adjacent_find(settings.words, std::ranges::greater_equal()) ==
             settings.words.end(),
         "words ascend");
  const auto kept = index::decode_settings(index::encode_settings(settings));
  expect(kept && *kept == settings, "a database keeps the settings");
  for (const index::FieldInfo& field : index::kFields) {
    const int weight = settings.weights.*field.weight_in;
    expect(weight == field.weight() ||
               (weight >= index::kLeastFieldWeight && weight <= index::kMostFieldWeight),
           "weights are in their range");
  }
  expect(!config.site || config.site->base.empty() || config.site->base.front() == '/',
         "a site's path begins with /");
  for (const std::string& source : config.sources)
    expect(source.starts_with('/'), "sources are absolute");
  for (const Warning& warning : config.warnings)
    expect(!warning.message.empty() && !warning.place.file.empty(), "warnings name their file");
  for (const char* const path : {"a", "notes/private/가.md", "_posts/2024-01-02-글.en.md"})
    expect(!config.excludes(path) || !config.exclude.empty(), "what is excluded was said to be");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ScratchFolder folder;
  static const bool written = [] {
    folder.write("words.txt", "배달의민족\n우아한 # 이름\n나쁜 줄\n");
    folder.write("synonyms.txt", "쿠버네티스 = k8s\n왕 => 임금\n나쁜 줄\n");
    return true;
  }();
  expect(written, "the files it may name");
  folder.write("geul.yaml", text_of(data, size));
  const auto config = indexer::load_config(folder / "geul.yaml");
  if (config) {
    expect_config(*config);
  } else {
    expect(!config.error().message.empty(), "a reason");
    expect(!config.error().place.file.empty(), "a reason with its file");
  }
  return 0;
}

}  // namespace geul::fuzz
