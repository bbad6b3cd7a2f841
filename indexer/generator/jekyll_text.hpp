// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/post/metadata.hpp"

namespace geul::indexer {

/// An address as Jekyll leaves it: ".." as '/', no "./" (lib/jekyll/url.rb, sanitize_url).
[[nodiscard]] std::string jekyll_sanitized(std::string_view url);

/// Adds a name that is not there yet.
void add_once(std::vector<std::string>& all, std::string_view text);

/// Adds a list's names, or a text's words. False where commas part the text, which Jekyll does not
/// know.
[[nodiscard]] bool add_names(const MetaValue* value, std::vector<std::string>& all);

}  // namespace geul::indexer
