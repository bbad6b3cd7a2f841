// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace geul::index {

/// How many matching documents carry a value.
struct FacetCount {
  std::string value;      ///< as its first document in the index spells it; "2022", "2022-07"
  std::size_t count = 0;
  bool selected = false;  ///< the search filters by it
};

/// Puts several names into one value: each as its length in bytes (1 byte) and its bytes. Names
/// over 255 bytes are cut on a code point border.
[[nodiscard]] std::string pack_names(const std::vector<std::string>& names);
/// The names again; stops at the first length that does not fit (a damaged value).
[[nodiscard]] std::vector<std::string_view> unpack_names(std::string_view packed);

}  // namespace geul::index
