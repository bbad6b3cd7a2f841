// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "indexer/post/metadata.hpp"

namespace geul::indexer {

/// A settings file as a tree, by its extension: .toml, .json, else YAML. An empty table and a
/// warning where it cannot be read or understood. Read, never run.
[[nodiscard]] MetaValue read_settings(const std::filesystem::path& file,
                                      std::vector<Warning>& warnings);

/// The value at a dotted path of keys ("kramdown.input"); null where a key is missing.
[[nodiscard]] const MetaValue* find_at(const MetaValue& settings, std::string_view dotted) noexcept;

/// The text at a dotted path of keys; empty without, and for lists and tables.
[[nodiscard]] std::string text_at(const MetaValue& settings, std::string_view dotted);

/// The texts of a list, or the one text of a scalar.
[[nodiscard]] std::vector<std::string> texts_at(const MetaValue& settings, std::string_view dotted);

/// A digest of a generator's name and of the named parts of its settings, whatever their order in
/// the file: what Generator::fingerprint() returns.
[[nodiscard]] std::string settings_digest(std::string_view generator, const MetaValue& settings,
                                          std::initializer_list<std::string_view> keys);

}  // namespace geul::indexer
