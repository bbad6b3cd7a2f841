// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace geul::indexer {

/// The first literal (a quoted text, true or false) that a program's text gives to a key: "base:
/// '/docs/'". Comments are passed over. The program is never run, so that a key whose value is
/// worked out counts as missing.
/// Cost  linear, times the key's occurrences.
[[nodiscard]] std::optional<std::string> literal_of_key(std::string_view program,
                                                        std::string_view key);

}  // namespace geul::indexer
