// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace geul {

/// XXH3, 128 bits, in canonical (big-endian) order: 16 raw bytes. Not cryptographic: a person who
/// wants two of their own posts to collide can have that.
/// Cost  some 10 GB/s.
[[nodiscard]] std::string hash128(std::string_view bytes);

/// XXH3, 64 bits, for names and choices that a shorter hash decides.
[[nodiscard]] std::uint64_t hash64(std::string_view bytes) noexcept;

/// Lower-case hexadecimal digits, two a byte.
[[nodiscard]] std::string to_hex(std::string_view bytes);

}  // namespace geul
