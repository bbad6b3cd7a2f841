// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"

namespace geul::indexer::site {

enum class PartKind : std::uint8_t { prose, code, summary };

/// A section of a page, or a part of one.
struct FragmentPart {
  std::uint32_t level = 0;
  std::string heading;
  std::string anchor;
  PartKind kind = PartKind::prose;
  std::string content;

  friend bool operator==(const FragmentPart&, const FragmentPart&) = default;
};

/// A unit of a page: what the page is called, and some of its text.
struct Fragment {
  std::string title;
  std::string url;
  std::string date;  ///< ISO 8601; empty without
  std::vector<std::string> tags;
  std::vector<std::string> categories;
  std::vector<std::string> authors;
  std::uint32_t units = 1;  ///< of the page
  std::vector<FragmentPart> parts;

  friend bool operator==(const Fragment&, const Fragment&) = default;
};

[[nodiscard]] std::string encode_fragment(const Fragment& fragment);

/// Errors  malformed.
[[nodiscard]] Result<Fragment> decode_fragment(std::string_view payload);

}  // namespace geul::indexer::site
