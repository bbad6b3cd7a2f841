// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace geul::test {

/// The files below a folder: their bytes by their paths in it. Empty where nothing is there.
[[nodiscard]] std::map<std::string, std::string> tree_of(const std::filesystem::path& folder);

/// The names in a folder.
[[nodiscard]] std::set<std::string> names_in(const std::filesystem::path& folder);

/// Makes `to` a copy of the folder `from`, which takes the place of what was there; where `from` is
/// not there, neither is `to`.
void copy_tree(const std::filesystem::path& from, const std::filesystem::path& to);

/// Empty for what is no file.
[[nodiscard]] std::string bytes_of(const std::filesystem::path& file);

}  // namespace geul::test
