// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace geul::indexer {

/// Gives the tags of HTML's formatting elements (a, b, code, em, font …: HTML Living Standard,
/// section 13.2.4.3) the names of elements that are unknown, of the same length.
///
/// A parser keeps a list of open formatting elements, opens them anew in each block that they were
/// not closed in, and looks through all open elements for them at each character of text. To
/// whom only the text matters that is nothing but a cost without a bound.
///
/// Also what looks like such a tag in scripts, comments and attributes is changed: restore it with
/// restore_formatting() where it is read.
/// Cost     linear.
void rename_formatting(std::string& html);

/// What rename_formatting() changed, as it was. Limits: a tag that had the other name before is
/// changed, too (<y> becomes <b>).
[[nodiscard]] std::string restore_formatting(std::string_view renamed);

/// The formatting element's name of a renamed one; empty for any other name.
[[nodiscard]] std::string_view formatting_name(std::string_view renamed) noexcept;

}  // namespace geul::indexer
