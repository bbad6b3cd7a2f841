// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/facets.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "common/text/collate.hpp"
#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"

namespace geul::index {
namespace {

/// Spellings that fold alike, and the one shown for them.
struct Group {
  std::size_t count = 0;
  std::size_t best = 0;
  std::string spelling;
};

std::map<std::string, std::size_t> count_spellings(const ValueCounts& values) {
  std::map<std::string, std::size_t> spellings;
  for (const auto& [packed, count] : values)
    for (const std::string_view name : unpack_names(packed)) spellings[std::string(name)] += count;
  return spellings;
}

void sort_names(std::vector<FacetCount>& counts, FacetOrder order) {
  const text::Collator collator;
  const bool by_count = order == FacetOrder::count;
  std::sort(counts.begin(), counts.end(), [&](const FacetCount& a, const FacetCount& b) {
    if (by_count && a.count != b.count) return a.count > b.count;
    return collator.before(a.value, b.value);
  });
}

std::vector<FacetCount> count_names(const ValueCounts& values,
                                    const std::vector<std::string>& selected, FacetOrder order) {
  std::unordered_map<std::string, Group> groups;
  for (const auto& [spelling, count] : count_spellings(values)) {
    Group& group = groups[text::fold_name(spelling)];
    group.count += count;
    if (count > group.best) {
      group.best = count;
      group.spelling = spelling;
    }
  }
  std::unordered_set<std::string> chosen;
  for (const std::string& name : selected) chosen.insert(text::fold_name(name));
  std::vector<FacetCount> counts;
  counts.reserve(groups.size());
  for (auto& [folded, group] : groups)
    counts.push_back({std::move(group.spelling), group.count, chosen.contains(folded), {}});
  sort_names(counts, order);
  return counts;
}

/// "2022-07-28" of "20220728"; empty for anything else.
std::string iso_day(std::string_view key) {
  constexpr std::size_t kDayDigits = 8;
  const bool digits = key.size() == kDayDigits && std::all_of(key.begin(), key.end(), [](char c) {
                        return c >= '0' && c <= '9';
                      });
  if (!digits) return {};
  std::string day(key.substr(0, 4));
  return day.append("-").append(key.substr(4, 2)).append("-").append(key.substr(6));
}

using Days = std::vector<std::pair<std::string, std::size_t>>;

/// The days in the order asked for.
Days days_of(const ValueCounts& values, FacetOrder order) {
  Days days;
  for (const auto& [key, count] : values)
    if (std::string day = iso_day(key); !day.empty()) days.emplace_back(std::move(day), count);
  std::sort(days.begin(), days.end());
  if (order == FacetOrder::count) std::reverse(days.begin(), days.end());
  return days;
}

using Selected = std::set<std::string, std::less<>>;

/// Adds a day to the list of years, months or days of which the last one may be its own.
FacetCount& add_day(std::vector<FacetCount>& counts, std::string_view period, std::size_t count,
                    const Selected& selected) {
  if (counts.empty() || counts.back().value != period)
    counts.push_back({std::string(period), 0, selected.contains(period), {}});
  counts.back().count += count;
  return counts.back();
}

std::vector<FacetCount> count_periods(const Facet& facet, const Days& days,
                                      const Selected& selected) {
  std::vector<FacetCount> counts;
  for (const auto& [day, count] : days)
    add_day(counts, std::string_view(day).substr(0, facet.width()), count, selected);
  return counts;
}

std::vector<FacetCount> count_tree(const Days& days, const Selected& selected) {
  std::vector<FacetCount> years;
  for (const auto& [day, count] : days) {
    std::vector<FacetCount>* level = &years;
    for (const BuiltinFacet part : {BuiltinFacet::year, BuiltinFacet::month, BuiltinFacet::day}) {
      const auto period = std::string_view(day).substr(0, info(part).width);
      level = &add_day(*level, period, count, selected).children;
    }
  }
  return years;
}

}  // namespace

std::string kept_name(std::string_view name) {
  const std::string normal = text::to_nfc(text::to_utf8(name));
  return std::string(text::clip(normal, kMaxNameBytes));
}

std::vector<std::string> kept_names(const std::vector<std::string>& names) {
  std::vector<std::string> kept;
  std::unordered_set<std::string> seen;
  std::size_t bytes = 0;
  for (const std::string& name : names) {
    std::string value = kept_name(name);
    std::string folded = text::fold_name(value);
    if (folded.empty() || seen.contains(folded)) continue;
    if (bytes + 1 + value.size() > kMaxPackedBytes) break;
    bytes += 1 + value.size();
    seen.insert(std::move(folded));
    kept.push_back(std::move(value));
  }
  return kept;
}

std::string pack_names(const std::vector<std::string>& names) {
  std::string packed;
  for (const std::string& name : names) {
    if (name.empty() || name.size() > kMaxNameBytes) continue;
    if (packed.size() + 1 + name.size() > kMaxPackedBytes) continue;
    packed += static_cast<char>(static_cast<unsigned char>(name.size()));
    packed += name;
  }
  return packed;
}

std::vector<std::string_view> unpack_names(std::string_view packed) {
  std::vector<std::string_view> names;
  while (!packed.empty()) {
    const std::size_t size = static_cast<unsigned char>(packed.front());
    packed.remove_prefix(1);
    if (size == 0 || size > packed.size()) break;
    names.push_back(packed.substr(0, size));
    packed.remove_prefix(size);
  }
  return names;
}

std::vector<FacetCount> count_facet(const Facet& facet, const ValueCounts& values,
                                    const std::vector<std::string>& selected, FacetOrder order) {
  if (facet.shape() == FacetShape::names) return count_names(values, selected, order);
  const Days days = days_of(values, order);
  const Selected chosen(selected.begin(), selected.end());
  return facet.shape() == FacetShape::tree ? count_tree(days, chosen)
                                           : count_periods(facet, days, chosen);
}

}  // namespace geul::index
