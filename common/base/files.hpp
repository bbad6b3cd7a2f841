// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "common/base/file_descriptor.hpp"
#include "common/base/result.hpp"

namespace geul {

/// The bytes of a regular file.
/// Errors  those of open_to_read(); io; limit when it is larger than `max_bytes`.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path,
                                            std::uintmax_t max_bytes);

/// Opens a regular file.
/// Errors  not_found; io: unreadable, or a folder, a device or a FIFO, which is closed again
///         unread, so that it cannot hang.
[[nodiscard]] Result<FileDescriptor> open_to_read(const std::filesystem::path& path);

/// What is read at a time of a file that is not held as a whole.
inline constexpr std::size_t kReadBlockBytes = std::size_t{64} << 10U;

/// Reads on in an open file or stream: what there is, no more than `bytes` takes, waiting for the
/// first. `name` is for the message.
/// Returns  how many bytes were read; 0 at the end.
/// Errors   io.
[[nodiscard]] Result<std::size_t> read_some(int descriptor, const std::filesystem::path& name,
                                            std::span<char> bytes);

/// All that is left of an open file or stream of any kind; its end is waited for.
/// Errors  io; limit when it is more than `max_bytes`, the rest being left unread.
[[nodiscard]] Result<std::string> read_all(int descriptor, const std::filesystem::path& name,
                                           std::uintmax_t max_bytes);

/// Writes beside `path` and renames over it, so that a reader sees the old bytes or the new ones.
/// Permissions follow the umask. Leaves no temporary file behind, whatever happens.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// A number of bytes in the largest unit that it is a multiple of: "64 MiB", "100 bytes".
[[nodiscard]] std::string in_units(std::uintmax_t bytes);

/// Whether the disk that `path` lies on has less than 64 KiB left for this user; false where that
/// is unknown. Asks the system alone, so that a signal's handler may call it.
[[nodiscard]] bool is_disk_full(const char* path) noexcept;

/// What the operating system said, as a sentence: "Permission denied".
[[nodiscard]] std::string describe_errno(int error_number);

/// "cannot ACTION PATH: what the system said", with what to do: where the disk is full, where this
/// user may not write.
[[nodiscard]] Error io_error(std::string_view action, const std::filesystem::path& path,
                             int error_number);

}  // namespace geul
