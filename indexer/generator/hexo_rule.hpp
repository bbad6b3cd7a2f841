// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/pattern.hpp"

namespace geul::indexer {

using HexoNames = std::map<std::string, std::string, std::less<>>;

/// Calls literal(text) and parameter(name) for the pieces of a rule such as ":year/:title.md"
/// (hexo-util, lib/permalink.js): a name does not end with '_'.
void read_hexo_rule(std::string_view rule,
                    const std::function<void(std::string_view text)>& literal,
                    const std::function<void(std::string_view name)>& parameter);

/// What files are named by (`new_post_name`): reads the parts of a name.
class HexoFileRule {
 public:
  explicit HexoFileRule(std::string_view rule);

  /// The parts of a path without its extension; its slug alone, as `title`, where it follows no
  /// rule.
  [[nodiscard]] HexoNames parse(std::string_view path) const;

 private:
  std::optional<text::Pattern> pattern_;
  std::vector<std::string> names_;
};

}  // namespace geul::indexer
