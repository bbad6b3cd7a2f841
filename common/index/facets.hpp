// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/facet.hpp"

namespace geul::index {

/// How many matching documents carry a value.
struct FacetCount {
  std::string value;  ///< as most of the matching documents spell it; "2022", "2022-07"
  std::size_t count = 0;
  bool selected = false;             ///< the search filters by it
  std::vector<FacetCount> children;  ///< of a tree: a year's months, a month's days
};

/// The values of one facet.
struct FacetCounts {
  Facet facet;
  std::vector<FacetCount> values;
  bool exact = true;         ///< false: each count is at least that
  std::size_t left_out = 0;  ///< values that are not among them, for brevity
};

/// How values are sorted. Dates: by count, newest first; by name, oldest first.
enum class FacetOrder : std::uint8_t {
  count,  ///< the most frequent first, equal ones by name
  name,   ///< as a Korean dictionary has them (text::Collator)
};

/// A name as the index keeps it: NFC, at most kMaxNameBytes long (cut on a code point border).
/// Names that agree so far are one name.
[[nodiscard]] std::string kept_name(std::string_view name);
inline constexpr std::size_t kMaxNameBytes = 255;

/// The names of a document as the index keeps them: kept_name() of each, without those that are
/// empty or compare equal (text::fold_name) to one before them, which would be counted twice, and
/// without those that do not fit into kMaxPackedBytes any more.
[[nodiscard]] std::vector<std::string> kept_names(const std::vector<std::string>& names);
inline constexpr std::size_t kMaxPackedBytes = 65'535;

/// Puts several names into one value: each as its length in bytes (1 byte) and its bytes.
/// Expects kept_names(); others are left out where they do not fit.
[[nodiscard]] std::string pack_names(const std::vector<std::string>& names);
/// The names again; stops at the first length that does not fit (a damaged value). They are views
/// into `packed`.
[[nodiscard]] std::vector<std::string_view> unpack_names(std::string_view packed);
std::vector<std::string_view> unpack_names(std::string&&) = delete;

/// Values of a facet's slot, and how many matching documents carry each.
using ValueCounts = std::vector<std::pair<std::string, std::size_t>>;

/// Makes a facet's values of its slot's. Names that fold alike are one, under the spelling that
/// counts most (the first in bytes among equals); values that are none of the facet's are left
/// out. `selected` marks names that fold like one of `selected`, and dates that equal one.
/// Cost  linear in the values, each spelling folded once; then sorting.
[[nodiscard]] std::vector<FacetCount> count_facet(const Facet& facet, const ValueCounts& values,
                                                  const std::vector<std::string>& selected,
                                                  FacetOrder order = FacetOrder::count);

}  // namespace geul::index
