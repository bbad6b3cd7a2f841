// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"

namespace geul::indexer::site {

/// Files that part an order of texts among them: what each begins with, and what it is called.
struct FileRange {
  std::vector<std::string> firsts;   ///< ascending; the first one is empty
  std::vector<std::uint32_t> names;  ///< 24 bits, as many
};

/// What is in which file.
struct Directory {
  FileRange terms;
  FileRange initials;
};

[[nodiscard]] std::string encode_directory(const Directory& directory);
/// Errors  malformed.
[[nodiscard]] Result<Directory> decode_directory(std::string_view payload);

}  // namespace geul::indexer::site
