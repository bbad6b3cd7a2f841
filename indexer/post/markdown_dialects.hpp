// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/post/markdown_copy.hpp"

namespace geul::indexer {

/// The syntaxes that CommonMark does not have, each blanked out or reduced to its text in the
/// copy. DIALECTS.md says what each is, where it is defined and what stays of it. All cost linear
/// time.

/// First, those that decide what is a block. They look at lines outside fenced code.
void blank_conflicts(MarkdownCopy& copy);      ///< git's marks of an unresolved merge
void fence_highlights(MarkdownCopy& copy);     ///< {% highlight %} and {{< highlight >}}: code
void blank_math_blocks(MarkdownCopy& copy);    ///< $$ … $$ on lines of their own
void itemize_admonitions(MarkdownCopy& copy);  ///< !!! note "title" and its indented lines

/// Then code is found, by CommonMark's rules; the rest leaves it alone.
void find_code(MarkdownCopy& copy);

void blank_invisible_html(MarkdownCopy& copy);  ///< comments, scripts, styles
void blank_mdx(MarkdownCopy& copy);             ///< imports, exports, {/* comments */}
void blank_jsx_tags(MarkdownCopy& copy);        ///< components, and tags with {…} attributes
void blank_templates(MarkdownCopy& copy);       ///< Liquid, Hugo shortcodes, mdBook, mustaches
void blank_attributes(MarkdownCopy& copy);      ///< kramdown's {: …} and heading ids
void part_hashes(MarkdownCopy& copy);           ///< ##heading
void reduce_wiki_links(MarkdownCopy& copy);     ///< [[page]], [[page|text]], [[page]]{text}
void lift_definitions(MarkdownCopy& copy);      ///< [link]: address, right below a footnote
void blank_footnote_marks(MarkdownCopy& copy);  ///< [^1] and [^1]:
void blank_inline_math(MarkdownCopy& copy);     ///< $x^2$, $$x$$, \(x\), \[x\]
void blank_admonitions(MarkdownCopy& copy);     ///< :::tip, > [!NOTE]
void part_tables(MarkdownCopy& copy);           ///< pipes and alignment rows
void blank_list_marks(MarkdownCopy& copy);      ///< task boxes, kramdown's ": definition"

/// All of them, in their order, and settle().
void reduce_dialects(MarkdownCopy& copy);

}  // namespace geul::indexer
