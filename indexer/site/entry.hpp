// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"

namespace geul::indexer::site {

/// Raised whenever the meaning of a byte changes (FORMAT.md).
inline constexpr std::uint32_t kSiteFormat = 1;

/// Pages whose fragments are named by one hash.
inline constexpr std::size_t kGroupPages = 8;
[[nodiscard]] constexpr std::size_t groups_of(std::size_t pages) noexcept {
  return (pages + kGroupPages - 1) / kGroupPages;
}

/// What geul.bin holds, in its order.
struct Entry {
  std::uint32_t build = 0;  ///< encode_entry() finds it
  std::string analysis;
  std::string settings;  ///< JSON
  std::uint64_t total_length = 0;
  std::vector<std::uint8_t> lengths;  ///< quantised; one a page
  std::size_t undated = 0;
  std::vector<std::uint32_t> days;    ///< since 0001-01-01, ascending; one a dated page
  std::vector<std::uint32_t> hashes;  ///< 24 bits; one a group of pages
  std::uint32_t directory = 0;        ///< names in x/; 0 for none
  std::uint32_t facets = 0;
  std::uint32_t titles = 0;
  std::uint32_t synonyms = 0;

  [[nodiscard]] std::size_t pages() const noexcept { return lengths.size(); }
};

/// The payload of geul.bin. Expects members that agree with each other.
[[nodiscard]] std::string encode_entry(const Entry& entry);

/// Errors  malformed: damaged; incompatible: of another format.
[[nodiscard]] Result<Entry> decode_entry(std::string_view payload);

}  // namespace geul::indexer::site
