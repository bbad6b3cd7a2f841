// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace geul::indexer {

/// So many marks of a body are read as Markdown. cmark keeps up to 200 bytes for each, so that
/// they take 200 MB at the most. Of 2,832 real posts (../shared/posts) one has 20,412, all others
/// fewer.
inline constexpr std::size_t kMaxMarks = 1'000'000;

/// So many images: for each link cmark 0.30 looks through all "![" before it that are still open.
inline constexpr std::size_t kMaxImages = 10'000;

/// Where the markup of a body ends for us: in front of the line with its mark number kMaxMarks + 1
/// or its image number kMaxImages + 1, or of that mark where it stands on the first line; the
/// body's size where it has no more. Marks are line feeds and the characters of which cmark makes
/// nodes: brackets, stars, backticks, quotes, the beginnings of list items and the like. Cost  one
/// pass.
[[nodiscard]] std::size_t end_of_markup(std::string_view body) noexcept;

}  // namespace geul::indexer
