// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/facets_file.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "common/index/facets.hpp"
#include "common/text/normalize.hpp"
#include "indexer/site/payload.hpp"

namespace geul::indexer::site {
namespace {

void put_facet(PayloadWriter& out, const SiteFacet& facet) {
  out.text(facet.key);
  out.count(facet.values.size());
  for (const FacetPages& value : facet.values) out.text(value.value);
  for (const FacetPages& value : facet.values) out.count(value.pages.size());
  for (const FacetPages& value : facet.values) {
    std::uint32_t next = 0;
    for (const std::uint32_t page : value.pages) {
      out.integer(page - next);
      next = page + 1;
    }
  }
}

void take_pages(PayloadReader& in, std::vector<std::uint32_t>& pages) {
  std::uint64_t next = 0;
  for (std::uint32_t& number : pages) {
    const std::uint64_t page = next + in.integer();
    in.expect(page < UINT32_MAX);
    number = static_cast<std::uint32_t>(page);
    next = page + 1;
  }
}

SiteFacet take_facet(PayloadReader& in) {
  constexpr std::size_t kLeastValue = 3;
  SiteFacet facet;
  facet.key = in.text();
  facet.values.resize(in.count(kLeastValue));
  for (FacetPages& value : facet.values) value.value = in.text();
  std::size_t all = 0;
  for (FacetPages& value : facet.values) {
    const std::size_t pages = in.count();
    all += pages;
    in.expect(pages > 0 && all <= in.left());
    if (in.good()) value.pages.resize(pages);
  }
  for (FacetPages& value : facet.values) take_pages(in, value.pages);
  return facet;
}

}  // namespace

std::string encode_facets(const std::vector<SiteFacet>& facets) {
  PayloadWriter out;
  out.count(facets.size());
  for (const SiteFacet& facet : facets) put_facet(out, facet);
  return std::move(out).bytes();
}

Result<std::vector<SiteFacet>> decode_facets(std::string_view payload) {
  constexpr std::size_t kLeastFacet = 2;
  PayloadReader in(payload);
  std::vector<SiteFacet> facets;
  const std::size_t count = in.count(kLeastFacet);
  facets.reserve(count);
  for (std::size_t i = 0; i < count && in.good(); ++i) facets.push_back(take_facet(in));
  if (Result<void> whole = in.finish("the facets"); !whole) return fail(whole.error());
  return facets;
}

FacetLists::FacetLists(const std::vector<index::FacetKey>& keys) {
  using index::BuiltinFacet;
  for (const BuiltinFacet facet : {BuiltinFacet::tag, BuiltinFacet::category, BuiltinFacet::author})
    lists_.push_back({facet, {}});
  for (const index::FacetKey& key : keys) lists_.push_back({index::Facet(key), {}});
}

void FacetLists::add_names(List& list, std::uint32_t page, const std::vector<std::string>& names) {
  for (std::string& name : index::kept_names(names))
    list.spellings[std::move(name)].push_back(page);
}

void FacetLists::add(std::uint32_t page, const index::Document& document) {
  add_names(lists_[0], page, document.tags);
  add_names(lists_[1], page, document.categories);
  add_names(lists_[2], page, document.authors);
  for (const index::FacetValues& values : document.facets)
    for (List& list : lists_)
      if (const index::FacetKey* key = list.facet.key(); key != nullptr && *key == values.key)
        add_names(list, page, values.values);
}

std::vector<SiteFacet> FacetLists::facets() const {
  std::vector<SiteFacet> facets;
  facets.reserve(lists_.size());
  for (const List& list : lists_) {
    index::ValueCounts counts;
    std::unordered_map<std::string, std::vector<std::uint32_t>> pages;
    for (const auto& [spelling, those] : list.spellings) {
      counts.emplace_back(index::pack_names({spelling}), those.size());
      auto& all = pages[text::fold_name(spelling)];
      all.insert(all.end(), those.begin(), those.end());
    }
    SiteFacet facet{std::string(list.facet.name()), {}};
    for (index::FacetCount& count : index::count_facet(list.facet, counts, {})) {
      auto& those = pages[text::fold_name(count.value)];
      std::ranges::sort(those);
      facet.values.push_back({std::move(count.value), std::move(those)});
    }
    facets.push_back(std::move(facet));
  }
  return facets;
}

}  // namespace geul::indexer::site
