// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "common/index/facet_key.hpp"
#include "common/index/fields.hpp"

namespace geul::index {

/// The facets that every database has.
enum class BuiltinFacet : std::uint8_t { tag, category, author, date, year, month, day };

/// What a facet's values are.
enum class FacetShape : std::uint8_t {
  names,    ///< packed names (pack_names), of which a post may have several
  periods,  ///< years, months or days
  tree,     ///< years, months below them, days below these
};

struct BuiltinFacetInfo {
  BuiltinFacet facet;
  std::string_view name;  ///< as typed in options, and in JSON
  FacetShape shape;
  Slot slot;                   ///< whose values it counts
  std::size_t width;           ///< of dates: the characters of YYYY-MM-DD that tell one
  std::optional<Field> field;  ///< of names: whose whole values they are
};

/// The one table of built-in facets.
inline constexpr std::array kBuiltinFacets{
    BuiltinFacetInfo{BuiltinFacet::tag, "tag", FacetShape::names, Slot::tags, 0, Field::tag},
    BuiltinFacetInfo{BuiltinFacet::category, "category", FacetShape::names, Slot::categories, 0,
                     Field::category},
    BuiltinFacetInfo{BuiltinFacet::author, "author", FacetShape::names, Slot::authors, 0,
                     Field::author},
    BuiltinFacetInfo{BuiltinFacet::date, "date", FacetShape::tree, Slot::day, 10, {}},
    BuiltinFacetInfo{BuiltinFacet::year, "year", FacetShape::periods, Slot::day, 4, {}},
    BuiltinFacetInfo{BuiltinFacet::month, "month", FacetShape::periods, Slot::day, 7, {}},
    BuiltinFacetInfo{BuiltinFacet::day, "day", FacetShape::periods, Slot::day, 10, {}},
};

[[nodiscard]] constexpr const BuiltinFacetInfo& info(BuiltinFacet facet) noexcept {
  return kBuiltinFacets[static_cast<std::size_t>(facet)];
}

/// What can be counted and filtered by: a built-in facet, or a configured key of the front matter,
/// whose values are names.
class Facet {
 public:
  Facet(BuiltinFacet facet) : facet_(facet) {}  // NOLINT(google-explicit-constructor)
  explicit Facet(FacetKey key) : facet_(std::move(key)) {}

  /// As typed and shown. A view into the facet where it is a configured key.
  [[nodiscard]] std::string_view name() const& noexcept;
  std::string_view name() && = delete;
  [[nodiscard]] FacetShape shape() const noexcept;
  [[nodiscard]] Slot slot() const;
  /// Of dates, as in BuiltinFacetInfo; else 0.
  [[nodiscard]] std::size_t width() const noexcept;
  /// Whose whole values it counts; none for dates and configured keys.
  [[nodiscard]] std::optional<Field> field() const noexcept;
  /// The configured key; null for built-in facets.
  [[nodiscard]] const FacetKey* key() const noexcept { return std::get_if<FacetKey>(&facet_); }

  friend auto operator<=>(const Facet&, const Facet&) = default;

 private:
  std::variant<BuiltinFacet, FacetKey> facet_;
};

/// Every facet of a database with these configured keys: names, then dates.
[[nodiscard]] std::vector<Facet> all_facets(const std::vector<FacetKey>& keys);

/// The facet of that name, compared folded; nothing where there is none.
[[nodiscard]] std::optional<Facet> facet_named(std::string_view name,
                                               const std::vector<FacetKey>& keys);

}  // namespace geul::index
