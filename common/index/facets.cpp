// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/facets.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

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

std::vector<FacetCount> count_names(const ValueCounts& values,
                                    const std::vector<std::string>& selected) {
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
    counts.push_back({std::move(group.spelling), group.count, chosen.contains(folded)});
  std::sort(counts.begin(), counts.end(), [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  return counts;
}

/// "2022" or "2022-07" of a month value "202207"; empty for anything else.
std::string period(Facet facet, std::string_view month) {
  const bool digits = month.size() == 6 && std::all_of(month.begin(), month.end(),
                                                       [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) return {};
  std::string text(month.substr(0, 4));
  if (facet == Facet::month) text.append("-").append(month.substr(4));
  return text;
}

std::vector<FacetCount> count_periods(Facet facet, const ValueCounts& values,
                                      const std::vector<std::string>& selected) {
  std::map<std::string, std::size_t, std::greater<>> periods;
  for (const auto& [month, count] : values)
    if (std::string name = period(facet, month); !name.empty()) periods[std::move(name)] += count;
  const std::set<std::string> chosen(selected.begin(), selected.end());
  std::vector<FacetCount> counts;
  counts.reserve(periods.size());
  for (const auto& [name, count] : periods) counts.push_back({name, count, chosen.contains(name)});
  return counts;
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

std::vector<FacetCount> count_facet(Facet facet, const ValueCounts& values,
                                    const std::vector<std::string>& selected) {
  switch (facet) {
    case Facet::tag:
    case Facet::category:
    case Facet::author:
      return count_names(values, selected);
    case Facet::year:
    case Facet::month:
      break;
  }
  return count_periods(facet, values, selected);
}

}  // namespace geul::index
