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
/// What looks like such a tag within attributes, comments, declarations, scripts, styles and
/// whatever else holds text alone (title, textarea, xmp, iframe, noembed, noframes, plaintext) is
/// left as it is.
/// Cost     linear.
/// Limits   knows no open elements, which decide now and then whether such an element holds text
///          alone (<xmp> in a <select> does not): see holds_renamed().
void rename_formatting(std::string& html);

/// Whether a text has a tag in it as rename_formatting() makes them ("<xode>", "</y>"). In what a
/// parser gives as text or value, that is the author's, or such a limit was met.
[[nodiscard]] bool holds_renamed(std::string_view text) noexcept;

/// The name of the formatting element that somebody typed, in lower case; empty for any other.
/// Lifetime  static.
[[nodiscard]] std::string_view formatting_name(std::string_view typed) noexcept;

}  // namespace geul::indexer
