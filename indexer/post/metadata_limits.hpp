// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "common/base/format.hpp"
#include "common/base/result.hpp"

namespace geul::indexer {

/// What front matter and settings may hold. The largest of 16,603 real files had 4 kB, 90 values
/// and 4 levels; a file beyond these limits is an attack or a mistake.
inline constexpr std::size_t kMaxMetadataBytes = std::size_t{1} << 20;
inline constexpr std::size_t kMaxMetadataValues = 20'000;
inline constexpr std::size_t kMaxMetadataDepth = 32;

/// The failure of a parser at a line of the file.
[[nodiscard]] inline auto metadata_failure(ErrorCode code, std::string message, std::size_t line) {
  return fail(code, std::move(message), {}, Place{{}, line});
}

}  // namespace geul::indexer
