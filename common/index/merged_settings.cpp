// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/merged_settings.hpp"

#include <algorithm>

#include "common/base/format.hpp"

namespace geul::index {
namespace {

bool has(const std::vector<std::string>& facets, const std::string& facet) {
  return std::ranges::find(facets, facet) != facets.end();
}

}  // namespace

Settings settings_of_shards(const std::vector<Settings>& shards) {
  const auto newer = std::ranges::find_if(shards, &Settings::unsettled);
  Settings all = newer == shards.end() ? shards.front() : *newer;
  for (const Settings& shard : shards) {
    std::erase_if(all.facets, [&](const std::string& facet) { return !has(shard.facets, facet); });
    all.unsettled = all.unsettled || shard.words != all.words;
  }
  return all;
}

Result<Settings> settings_of_databases(const std::vector<NamedSettings>& databases) {
  Settings all = databases.front().settings;
  for (const auto& [name, settings] : databases) {
    if (settings.words != all.words)
      return fail(
          ErrorCode::incompatible,
          format("{} was built with another user dictionary than {}", name, databases.front().name),
          "name the same dictionary in the geul.yaml of both, and run geul-index build");
    for (const std::string& facet : settings.facets)
      if (!has(all.facets, facet)) all.facets.push_back(facet);
  }
  return all;
}

}  // namespace geul::index
