// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/facet.hpp"

#include <algorithm>

#include "common/text/normalize.hpp"

namespace geul::index {
namespace {

const BuiltinFacetInfo* builtin_of(const std::variant<BuiltinFacet, FacetKey>& facet) noexcept {
  const auto* const builtin = std::get_if<BuiltinFacet>(&facet);
  return builtin == nullptr ? nullptr : &info(*builtin);
}

}  // namespace

std::string_view Facet::name() const& noexcept {
  const BuiltinFacetInfo* const builtin = builtin_of(facet_);
  return builtin != nullptr ? builtin->name : std::string_view(key()->str());
}

FacetShape Facet::shape() const noexcept {
  const BuiltinFacetInfo* const builtin = builtin_of(facet_);
  return builtin != nullptr ? builtin->shape : FacetShape::names;
}

Slot Facet::slot() const {
  const BuiltinFacetInfo* const builtin = builtin_of(facet_);
  return builtin != nullptr ? builtin->slot : slot_of(*key());
}

std::size_t Facet::width() const noexcept {
  const BuiltinFacetInfo* const builtin = builtin_of(facet_);
  return builtin != nullptr ? builtin->width : 0;
}

std::optional<Field> Facet::field() const noexcept {
  const BuiltinFacetInfo* const builtin = builtin_of(facet_);
  return builtin != nullptr ? builtin->field : std::nullopt;
}

std::vector<Facet> all_facets(const std::vector<FacetKey>& keys) {
  std::vector<Facet> facets;
  const auto add = [&facets](bool names) {
    for (const BuiltinFacetInfo& row : kBuiltinFacets)
      if ((row.shape == FacetShape::names) == names) facets.emplace_back(row.facet);
  };
  add(true);
  for (const FacetKey& key : keys) facets.emplace_back(key);
  add(false);
  return facets;
}

std::optional<Facet> facet_named(std::string_view name, const std::vector<FacetKey>& keys) {
  const std::string folded = text::fold_name(name);
  for (Facet& facet : all_facets(keys))
    if (facet.name() == folded) return std::move(facet);
  return std::nullopt;
}

}  // namespace geul::index
