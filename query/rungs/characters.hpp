// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace geul::query {

/// UTF-8 as code points, where one char16_t holds each: a character above U+FFFF, which no rung
/// knows anything of, becomes U+FFFD.
[[nodiscard]] std::u16string to_utf16(std::string_view utf8);
/// Expects no surrogates.
[[nodiscard]] std::string to_utf8(std::u16string_view characters);

}  // namespace geul::query
