// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/index/document.hpp"
#include "indexer/generator/generator.hpp"

namespace geul::indexer {

/// The sections of a Markdown body.
///
/// CommonMark by cmark, after the syntax that it does not know (Liquid, kramdown attributes,
/// shortcodes, MDX imports, wiki links, footnotes, math, admonitions, `##heading`) was blanked out
/// or reduced to its text in a copy of the same length, so that line numbers and offsets hold
/// (DIALECTS.md lists each with its source). Tables and raw HTML leave their text.
///
/// Expects  valid UTF-8 in NFC with LF line ends.
/// Returns  sections in order, at least one for a body with text; `file_offset` counts bytes of
///          `body`. Section texts hold no markup, no NUL, and blocks parted by one LF.
/// Cost     linear; nested deeper than cmark's own limits is flattened. Memory: some ten bytes for
///          each of the body's, and 200 for each mark.
/// Limits   behind kMaxMarks marks (markdown_bounds.hpp) the body is read as plain text.
[[nodiscard]] std::vector<index::Section> read_sections(std::string_view body, AnchorStyle anchors);

}  // namespace geul::indexer
