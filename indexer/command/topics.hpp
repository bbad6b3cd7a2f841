// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "common/base/embedded_file.hpp"

namespace geul::indexer {

/// The pages of data/manual/topics by their names ("facets.md"), in Markdown, whose first line is
/// "# " and the title. What `geul-index help TOPIC` prints; the build makes a manual page
/// (section 7) of each, by cmark.
[[nodiscard]] std::span<const EmbeddedFile> topics() noexcept;

/// "facets" of "facets.md".
[[nodiscard]] std::string_view name_of(const EmbeddedFile& topic);
/// The first line without its sign.
[[nodiscard]] std::string_view title_of(const EmbeddedFile& topic);

}  // namespace geul::indexer
