// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace geul::text {

/// Text made safe to print on a terminal or in a log: valid UTF-8; control characters (C0, DEL,
/// C1: terminal escapes begin with one), bidirectional overrides and isolates (U+202A–202E,
/// U+2066–2069, "Trojan Source") and U+2028/2029 are shown as ‹U+001B›-like marks… `keep_lines`
/// leaves LF and TAB as they are, else they become spaces.
enum class Lines { keep, join };
[[nodiscard]] std::string printable(std::string_view text, Lines lines = Lines::join);

/// Columns a terminal needs (UAX #11: Hangul and Hanja are two wide, marks none).
[[nodiscard]] std::size_t display_width(std::string_view utf8);

}  // namespace geul::text
