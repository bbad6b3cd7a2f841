// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace geul::indexer {

/// `path` as an absolute one, without "." and "..", links left as they are.
[[nodiscard]] std::filesystem::path absolute_path(const std::filesystem::path& path);

/// `file` relative to `folder`, '/'-separated, whichever of the two was reached through links.
/// Cost  asks the disk only where the names alone do not tell.
[[nodiscard]] std::string path_within(const std::filesystem::path& folder,
                                      const std::filesystem::path& file);

/// What stands before the names in `inner` to make them paths within `folder`: "" or "a/b/".
[[nodiscard]] std::string prefix_within(const std::filesystem::path& folder,
                                        const std::filesystem::path& inner);

}  // namespace geul::indexer
