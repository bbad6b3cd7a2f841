// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/post/metadata.hpp"

namespace geul::indexer {

/// Reads broken YAML for what can be saved: each "key: value" line that begins at the margin, with
/// the indented lines and list items below it, is parsed on its own; where that fails too, the
/// value is the text as it stands, unquoted.
///
///     title: Java: 타입이란          ->  title = "Java: 타입이란"
///     title: [Book] 일하는 법        ->  title = "[Book] 일하는 법"
///     layout: post title: "제목"     ->  layout = "post", title = "제목"   (keys that we know)
///
/// Of an unresolved merge, the side above ======= is read.
/// Returns  a table; never fails. Cost: linear.
/// Limits   of a list the first kMaxMetadataValues; so many keys as nobody writes.
[[nodiscard]] MetaValue rescue_yaml(std::string_view text, std::size_t first_line);

/// The same for "key = value" lines.
[[nodiscard]] MetaValue rescue_toml(std::string_view text, std::size_t first_line);

}  // namespace geul::indexer
