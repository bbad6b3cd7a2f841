// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace geul::indexer {

/// What the path rules of several kinds of sites share.

[[nodiscard]] bool is_file_at(const std::filesystem::path& path);
/// A small file's text; empty where there is none or it is larger than 1 MiB.
[[nodiscard]] std::string small_file(const std::filesystem::path& path);

/// "a" in "a/b"; the whole where there is no '/'.
[[nodiscard]] std::string_view first_folder(std::string_view path);
[[nodiscard]] std::string_view last_name(std::string_view path);
/// What stands before the last '/'; empty without one.
[[nodiscard]] std::string_view folder_above(std::string_view path);
/// `path` behind the folder, where it lies in it; else `path`.
[[nodiscard]] std::string_view below_folder(std::string_view folder, std::string_view path);
[[nodiscard]] bool lies_in(std::string_view folder, std::string_view path);
/// The path of an address that may name its scheme and host.
[[nodiscard]] std::string path_of_address(const std::string& address);
/// The byte that "%41" at the front of a text stands for; nothing where there is no such thing.
[[nodiscard]] std::optional<char> percent_encoded_byte(std::string_view text);
/// "./a//b/" as "a/b".
[[nodiscard]] std::string plain_folder(std::string_view typed);

}  // namespace geul::indexer
