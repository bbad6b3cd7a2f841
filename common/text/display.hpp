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

/// Columns that a terminal needs: 2 for wide characters (UAX #11), 0 for marks and format
/// characters, else 1.
[[nodiscard]] std::size_t display_width(std::string_view utf8);

}  // namespace geul::text
