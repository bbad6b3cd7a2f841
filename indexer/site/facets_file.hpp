// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/document.hpp"
#include "common/index/facet.hpp"

namespace geul::indexer::site {

/// A value of a facet, and the pages that have it.
struct FacetPages {
  std::string value;
  std::vector<std::uint32_t> pages;  ///< ascending, at least one

  friend bool operator==(const FacetPages&, const FacetPages&) = default;
};

struct SiteFacet {
  std::string key;
  std::vector<FacetPages> values;

  friend bool operator==(const SiteFacet&, const SiteFacet&) = default;
};

[[nodiscard]] std::string encode_facets(const std::vector<SiteFacet>& facets);
/// Errors  malformed.
[[nodiscard]] Result<std::vector<SiteFacet>> decode_facets(std::string_view payload);

/// Gathers the facets of all pages: tag, category, author, then configured ones.
class FacetLists {
 public:
  explicit FacetLists(const std::vector<index::FacetKey>& keys);

  /// Expects pages in ascending order.
  void add(std::uint32_t page, const index::Document& document);
  /// Values as index::count_facet() spells and sorts them: by count, then in Korean order.
  [[nodiscard]] std::vector<SiteFacet> facets() const;

 private:
  /// Pages by spelling.
  using Spellings = std::map<std::string, std::vector<std::uint32_t>>;
  struct List {
    index::Facet facet;
    Spellings spellings;
  };
  static void add_names(List& list, std::uint32_t page, const std::vector<std::string>& names);

  std::vector<List> lists_;
};

}  // namespace geul::indexer::site
