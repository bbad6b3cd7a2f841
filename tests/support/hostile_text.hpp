// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace geul::test {

/// What a post may hold to make a terminal do something: set its title (OSC 0), write the clipboard
/// (OSC 52), clear it (CSI, by ESC and by the C1 control), ask what it is (DCS), go back over a
/// line (CR, BS), ring, turn the text round (RLO, LRI … never closed, ALM), part a line (LS, PS,
/// NEL). Well-formed UTF-8, without line feeds and NUL.
inline constexpr std::string_view kHostileText =
    "\x1B]0;뚫림\x07\x1B]52;c;cm0gLXJm\x1B\\\x1B[2J\x1B[8m\xC2\x9B"
    "2J\x1BP$q\x1B\\\r지움\b\b\x7F\x07"
    "\xE2\x80\xAE뒤집음\xE2\x81\xA6\xE2\x81\xA7\xD8\x9C\xE2\x80\xA8\xE2\x80\xA9\xC2\x85\x1B";

/// Of what a program printed, what could act on a terminal or reorder its lines: empty when there
/// are only text, line feeds and geul's own escapes (colours, links to web and file addresses, the
/// redrawing of a progress line). Ill-formed UTF-8 counts.
[[nodiscard]] std::string acting_part(std::string_view printed);

}  // namespace geul::test
