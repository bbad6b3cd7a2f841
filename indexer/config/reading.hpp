// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "indexer/config.hpp"
#include "indexer/post/metadata.hpp"

namespace geul::indexer {

/// A configuration file on its way into a Config.
struct Reading {
  std::filesystem::path file;  ///< absolute
  Config config;

  [[nodiscard]] Failure refuse(const MetaValue& value, std::string message, std::string hint) const;
};

/// One key of geul.yaml: its name, and what reads its value.
struct ConfigKey {
  std::string_view name;
  Result<void> (*read)(Reading& reading, std::string_view key, const MetaValue& value);
};

/// All of them, by name: those of how posts are read and shown, and those of what is searched.
[[nodiscard]] std::span<const ConfigKey> config_keys() noexcept;

Result<void> read_addresses(Reading& reading, std::string_view key, const MetaValue& value);
Result<void> read_dictionary(Reading& reading, std::string_view key, const MetaValue& value);
Result<void> read_exclude(Reading& reading, std::string_view key, const MetaValue& value);
Result<void> read_facets(Reading& reading, std::string_view key, const MetaValue& value);
Result<void> read_html(Reading& reading, std::string_view key, const MetaValue& value);
Result<void> read_pinned(Reading& reading, std::string_view key, const MetaValue& value);
Result<void> read_site(Reading& reading, std::string_view key, const MetaValue& value);
Result<void> read_sources(Reading& reading, std::string_view key, const MetaValue& value);
Result<void> read_synonyms(Reading& reading, std::string_view key, const MetaValue& value);
Result<void> read_time_zone(Reading& reading, std::string_view key, const MetaValue& value);
Result<void> read_weights(Reading& reading, std::string_view key, const MetaValue& value);

/// What a value names: one, a list, or none for a key without a value. Each is a scalar, and lives
/// as long as `value`.
[[nodiscard]] Result<std::vector<const MetaValue*>> read_items(const Reading& reading,
                                                               std::string_view key,
                                                               const MetaValue& value);
/// Their texts.
[[nodiscard]] Result<std::vector<std::string>> read_names(const Reading& reading,
                                                          std::string_view key,
                                                          const MetaValue& value);
/// The one text of a value; empty for a key without a value.
[[nodiscard]] Result<std::string> read_text(const Reading& reading, std::string_view key,
                                            const MetaValue& value, std::string hint);
/// The absolute path of the file that a value names; empty for a key without a value.
[[nodiscard]] Result<std::filesystem::path> read_path(const Reading& reading, std::string_view key,
                                                      const MetaValue& value);

/// What to write in the place of a name that is none: the nearest, or the known ones.
[[nodiscard]] std::string hint_for(std::string_view typed, std::span<const std::string_view> names,
                                   std::string_view kind);

}  // namespace geul::indexer
