// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace geul::text {

/// Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7): no overlong forms, no
/// surrogates.
[[nodiscard]] bool is_utf8(std::string_view bytes) noexcept;

/// The bytes with each ill-formed part replaced by U+FFFD (the W3C and Unicode practice).
[[nodiscard]] std::string to_utf8(std::string_view bytes);

/// The code point at `offset`, which moves behind it; U+FFFD for an ill-formed part.
/// Expects offset < utf8.size().
[[nodiscard]] char32_t next_code_point(std::string_view utf8, std::size_t& offset) noexcept;

/// Appends a code point; surrogates and values over U+10FFFF as U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// The longest prefix of at most `max_bytes` bytes that cuts no code point.
/// Expects well-formed UTF-8.
[[nodiscard]] std::string_view clip(std::string_view utf8, std::size_t max_bytes) noexcept;

}  // namespace geul::text
