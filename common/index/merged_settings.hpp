// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/settings.hpp"

namespace geul::index {

/// The settings of one database, from those of its shards, at least one. A build that was stopped
/// or is at work leaves shards that differ: then the newer, unsettled ones hold, and of facets
/// those that all shards have.
[[nodiscard]] Settings settings_of_shards(const std::vector<Settings>& shards);

/// Settings, and the name of the database that has them.
struct NamedSettings {
  std::string name;
  Settings settings;
};

/// The settings of several databases that are searched as one, at least one: the first's, with the
/// facets of all. A query is analysed once, with the words of one dictionary.
/// Errors  incompatible: other words than the first (the message names both).
[[nodiscard]] Result<Settings> settings_of_databases(const std::vector<NamedSettings>& databases);

}  // namespace geul::index
