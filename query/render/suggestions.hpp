// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/base/json.hpp"
#include "query/suggest/suggestion.hpp"

namespace geul::query {

/// Suggestions as JSON.md describes them.
[[nodiscard]] Json to_json(const Suggestions& suggestions);

/// One line for each.
[[nodiscard]] std::string to_json_lines(const Suggestions& suggestions);

/// One line for each, for people: the text, aligned by columns of a terminal, what it is, and the
/// number of posts or the post's url or id. What comes from posts goes through text::printable().
[[nodiscard]] std::string to_text(const Suggestions& suggestions);

}  // namespace geul::query
