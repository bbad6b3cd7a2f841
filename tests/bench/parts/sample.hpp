// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "common/index/document.hpp"
#include "indexer/generator/generator.hpp"
#include "indexer/source/scan.hpp"

namespace geul::bench {

/// What the parts are measured on: at most kSampled posts of a folder, evenly spread over it.
struct Sample {
  static constexpr std::size_t kSampled = 200;

  std::string folder;
  std::unique_ptr<const indexer::Generator> generator;
  std::vector<indexer::SourceFile> files;
  std::vector<std::string> bytes;          ///< of `files`, those without text left out
  std::vector<index::Document> documents;  ///< in the same order
  std::size_t total_bytes = 0;             ///< of `bytes`
};

/// Errors  those of indexer::scan(); not_found: no post in it could be read.
[[nodiscard]] Result<Sample> read_sample(const std::string& folder);

}  // namespace geul::bench
