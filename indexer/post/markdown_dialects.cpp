// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/markdown_dialects.hpp"

namespace geul::indexer {

void reduce_dialects(MarkdownCopy& copy) {
  blank_conflicts(copy);
  fence_highlights(copy);
  blank_math_blocks(copy);
  itemize_admonitions(copy);
  find_code(copy);
  blank_invisible_html(copy);
  blank_mdx(copy);
  blank_jsx_tags(copy);
  blank_templates(copy);
  blank_attributes(copy);
  part_hashes(copy);
  reduce_wiki_links(copy);
  lift_definitions(copy);
  blank_footnote_marks(copy);
  blank_inline_math(copy);
  blank_admonitions(copy);
  part_tables(copy);
  blank_list_marks(copy);
  copy.settle();
}

}  // namespace geul::indexer
