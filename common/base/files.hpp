// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/base/result.hpp"

namespace geul {

/// The bytes of a regular file.
/// Errors  not_found; io (unreadable, a folder, a device or FIFO, which is neither read nor waited
///         for); limit when it is larger than `max_bytes`.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path,
                                            std::uintmax_t max_bytes);

/// Writes beside `path` and renames over it, so that a reader sees the old bytes or the new ones.
/// Permissions follow the umask. Leaves no temporary file behind, whatever happens.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// A number of bytes in the largest unit that it is a multiple of: "64 MiB", "100 bytes".
[[nodiscard]] std::string in_units(std::uintmax_t bytes);

/// What the operating system said, as a sentence: "Permission denied".
[[nodiscard]] std::string describe_errno(int error_number);

/// "cannot ACTION PATH: what the system said", with what to do: where the disk is full, where this
/// user may not write.
[[nodiscard]] Error io_error(std::string_view action, const std::filesystem::path& path,
                             int error_number);

}  // namespace geul
