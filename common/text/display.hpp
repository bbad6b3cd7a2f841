// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace geul::text {

/// What becomes of line feeds and tabs.
enum class Lines {
  join,  ///< a space each
  keep,  ///< they stay
};

/// Text made safe to print on a terminal or in a log; never fails.
///
///     printable("\x1b[31m빨강")  ->  "␛[31m빨강"
///
/// Well-formed UTF-8 (ill-formed parts become U+FFFD). Control characters show as their pictures
/// (U+2400 and on), so that none begins a terminal escape; C1 controls and the bidirectional
/// embeddings, overrides and isolates that can reorder a line ("Trojan Source", CVE-2021-42574)
/// become U+FFFD; U+2028 and U+2029 count as line feeds.
[[nodiscard]] std::string printable(std::string_view text, Lines lines = Lines::join);

/// Columns that a terminal needs for what printable() makes of a text in one line: 2 for wide
/// characters (East_Asian_Width, UAX #11) and for emoji that a variation selector makes wide, 0 for
/// marks, joiners and the jamo behind an initial, else 1. Of emoji that are joined to one
/// (families, skin tones) each counts: not every terminal joins them, and a line must not become
/// too long.
[[nodiscard]] std::size_t display_width(std::string_view utf8);

/// The longest beginning, or end, of a text that needs at most so many columns, cut between code
/// points; marks stay with what is before them at its end.
[[nodiscard]] std::string_view fitting_front(std::string_view utf8, std::size_t columns);
[[nodiscard]] std::string_view fitting_back(std::string_view utf8, std::size_t columns);

}  // namespace geul::text
