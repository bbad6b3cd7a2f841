// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/facets.hpp"
#include "common/index/query.hpp"

namespace geul::query {

/// Which facets to count.
struct FacetChoice {
  enum class Set : std::uint8_t {
    named,
    all,         ///< every facet of the database
    dates_once,  ///< the same without year, month and day, which `date` has too
  };
  Set set = Set::named;
  std::vector<std::string> names;  ///< as typed

  friend bool operator==(const FacetChoice&, const FacetChoice&) = default;
};

/// One `--where KEY=VALUE`, as typed.
struct Selection {
  std::string facet;
  std::string value;

  friend bool operator==(const Selection&, const Selection&) = default;
};

/// The selections of one facet, of which any will do.
struct FacetSelection {
  index::Facet facet;
  std::vector<std::string> values;
};

/// Parts "series=이직 이야기" at the first '='.
/// Errors  usage: no '=', or nothing before or behind it.
[[nodiscard]] Result<Selection> read_selection(std::string_view typed);

/// The facets to count, each once, in the order of the names.
/// Errors  usage: a name that is no facet of a database with these configured keys.
[[nodiscard]] Result<std::vector<index::Facet>> choose_facets(
    const FacetChoice& choice, const std::vector<index::FacetKey>& keys);

/// Selections by facet, in the order in which the facets come first.
/// Errors  as choose_facets().
[[nodiscard]] Result<std::vector<FacetSelection>> by_facet(
    const std::vector<Selection>& selections, const std::vector<index::FacetKey>& keys);

/// The days of a selected year, month, day or, with the facet `date`, of any range of dates.
/// `value` becomes what the facet's own value would be: "2022-07" of "2022.7".
/// Errors  usage: no such date, or not what the facet counts.
[[nodiscard]] Result<index::DayRange> read_period(const index::Facet& facet, std::string& value,
                                                  const Day& today);

/// Leaves at most `limit` values (0: all) and those that are selected. Of a tree as many levels are
/// left as fit within it together, and what leads to a selected date and lies right below it;
/// FacetCounts::left_out says how many are not.
void limit_values(index::FacetCounts& counts, std::size_t limit);

}  // namespace geul::query
