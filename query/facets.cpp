// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/facets.hpp"

#include <algorithm>
#include <functional>
#include <optional>

#include "common/base/format.hpp"
#include "query/parse/days.hpp"

namespace geul::query {
namespace {

using index::Facet;
using index::FacetCount;
using index::FacetShape;

Failure no_facet(const std::string& name, const std::vector<index::FacetKey>& keys) {
  std::string known;
  for (const Facet& facet : index::all_facets(keys))
    known.append(known.empty() ? "" : ",").append(facet.name());
  return fail(ErrorCode::usage, format("there is no facet \"{}\"", name),
              format("choose from {}, or name it under facets in geul.yaml and build", known));
}

/// The characters of YYYY-MM-DD that tell a whole year, month or day; 0 for another range.
std::size_t width_of(const index::DayRange& days) {
  const auto [year, month, day] = days.first;
  if (days.first == days.last) return index::info(index::BuiltinFacet::day).width;
  if (day == 1 && days.last == last_of_month(year, month))
    return index::info(index::BuiltinFacet::month).width;
  const bool whole_year = month == 1 && day == 1 && days.last == Day{year, 12, 31};
  return whole_year ? index::info(index::BuiltinFacet::year).width : 0;
}

bool leads_to_selected(const FacetCount& count) {
  return count.selected || std::ranges::any_of(count.children, leads_to_selected);
}

std::size_t size_of(const std::vector<FacetCount>& counts) {
  std::size_t size = counts.size();
  for (const FacetCount& count : counts) size += size_of(count.children);
  return size;
}

/// The values of one level of a tree, the first being level 0.
std::size_t size_of_level(const std::vector<FacetCount>& counts, std::size_t level) {
  if (level == 0) return counts.size();
  std::size_t size = 0;
  for (const FacetCount& count : counts) size += size_of_level(count.children, level - 1);
  return size;
}

/// Whoever has selected a year goes on to its months: they stay.
void drop_below(std::vector<FacetCount>& counts, std::size_t levels, bool parent_selected = false) {
  if (levels == 0 && !parent_selected) std::erase_if(counts, std::not_fn(leads_to_selected));
  for (FacetCount& count : counts)
    drop_below(count.children, levels == 0 ? 0 : levels - 1, count.selected);
}

void keep_first(std::vector<FacetCount>& counts, std::size_t limit) {
  std::size_t at = 0;
  std::erase_if(
      counts, [&](const FacetCount& count) { return at++ >= limit && !leads_to_selected(count); });
}

}  // namespace

Result<Selection> read_selection(std::string_view typed) {
  const std::size_t equals = typed.find('=');
  if (equals == std::string_view::npos || equals == 0 || equals + 1 == typed.size())
    return fail(ErrorCode::usage, format("--where: \"{}\" is no KEY=VALUE", typed),
                "write a facet, = and a value: --where series=NAME");
  return Selection{std::string(typed.substr(0, equals)), std::string(typed.substr(equals + 1))};
}

Result<std::vector<Facet>> choose_facets(const FacetChoice& choice,
                                         const std::vector<index::FacetKey>& keys) {
  std::vector<Facet> facets;
  if (choice.set != FacetChoice::Set::named) facets = index::all_facets(keys);
  if (choice.set == FacetChoice::Set::dates_once)
    std::erase_if(facets, [](const Facet& facet) { return facet.shape() == FacetShape::periods; });
  for (const std::string& name : choice.names) {
    const auto facet = index::facet_named(name, keys);
    if (!facet) return no_facet(name, keys);
    if (std::ranges::find(facets, *facet) == facets.end()) facets.push_back(*facet);
  }
  return facets;
}

Result<std::vector<FacetSelection>> by_facet(const std::vector<Selection>& selections,
                                             const std::vector<index::FacetKey>& keys) {
  std::vector<FacetSelection> grouped;
  for (const auto& [name, value] : selections) {
    const auto facet = index::facet_named(name, keys);
    if (!facet) return no_facet(name, keys);
    auto group = std::ranges::find(grouped, *facet, &FacetSelection::facet);
    if (group == grouped.end()) group = grouped.insert(group, {*facet, {}});
    group->values.push_back(value);
  }
  return grouped;
}

Result<index::DayRange> read_period(const Facet& facet, std::string& value, const Day& today) {
  const auto days = read_days(value, today);
  const std::size_t width = days ? width_of(*days) : 0;
  const bool fits = facet.shape() == FacetShape::tree || width == facet.width();
  if (!days || !fits)
    return fail(ErrorCode::usage, format("--where: \"{}\" is no {}", value, facet.name()),
                "dates are YYYY, YYYY-MM or YYYY-MM-DD; date takes A..B too");
  if (width > 0) value = to_iso(days->first).substr(0, width);
  return *days;
}

void limit_values(index::FacetCounts& counts, std::size_t limit) {
  if (limit == 0) return;
  const std::size_t before = size_of(counts.values);
  keep_first(counts.values, limit);
  std::size_t levels = 1;
  std::size_t size = counts.values.size();
  while (const std::size_t next = size_of_level(counts.values, levels)) {
    if (size + next > limit) break;
    size += next;
    ++levels;
  }
  drop_below(counts.values, levels);
  counts.left_out = before - size_of(counts.values);
}

}  // namespace geul::query
