// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/result.hpp"

namespace geul::indexer {

struct MetaMember;

/// A value of front matter, a settings file or a JSON record, whatever it was written in: a tree
/// of text, lists and tables that remembers its lines. Scalars keep the text as it was typed
/// (2022-07-28, true, 8.0): what they mean depends on the key.
struct MetaValue {
  enum class Kind { null, scalar, list, table };
  Kind kind = Kind::null;
  std::size_t line = 0;  ///< in the file, from 1
  bool quoted = false;   ///< a scalar that was written as a string
  std::string text;      ///< of a scalar
  std::vector<MetaValue> items;
  std::vector<MetaMember> members;  ///< in the file's order; keys may recur

  /// The member of that name (the last, where it recurs), comparing ASCII letters without case;
  /// null where there is none or this is no table.
  [[nodiscard]] const MetaValue* find(std::string_view key) const noexcept;
};

/// One "key: value" of a table. No std::pair, which clang 14 wants complete within MetaValue.
struct MetaMember {
  MetaMember(std::string name, MetaValue content)
      : key(std::move(name)), value(std::move(content)) {}

  std::string key;
  MetaValue value;
};

/// YAML by yaml-cpp, TOML by toml++, JSON by base/json. `first_line` is the line of the file on
/// which `text` begins. Keys and texts are valid UTF-8 where `text` is, and of YAML always. Bounded
/// against alias bombs and depth (limits in the .cpp).
/// Errors  malformed, limit; with the line. Nothing throws.
[[nodiscard]] Result<MetaValue> parse_yaml(std::string_view text, std::size_t first_line = 1);
[[nodiscard]] Result<MetaValue> parse_toml(std::string_view text, std::size_t first_line = 1);
[[nodiscard]] Result<MetaValue> parse_json_metadata(std::string_view text, std::size_t line);

}  // namespace geul::indexer
