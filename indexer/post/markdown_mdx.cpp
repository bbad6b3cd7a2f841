// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/markdown_dialects.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

bool has_any(std::string_view line, std::initializer_list<std::string_view> begins) {
  for (const std::string_view begin : begins)
    if (starts_with(line, begin)) return true;
  return false;
}

/// "import A from 'a'", "import 'a.css'", "import {": what prose does not look like.
bool is_import(std::string_view line) {
  if (has_any(line, {"import '", "import \"", "import {", "import * as "})) return true;
  return starts_with(line, "import ") &&
         (line.find(" from '") != line.npos || line.find(" from \"") != line.npos);
}

bool is_export(std::string_view line) {
  return has_any(line, {"export const ", "export default ", "export let ", "export function ",
                        "export async ", "export {", "export * from "});
}

/// An id as ko.react.dev writes it behind a heading: {/*heading-id*/}.
std::string_view heading_id(std::string_view comment) {
  comment = trim(comment);
  for (const char c : comment)
    if (!is_name_char(c) && (static_cast<unsigned char>(c) < 0x80)) return {};
  return comment;
}

void blank_comments(MarkdownCopy& copy) {
  Finder openings(copy.text(), "{/*");
  Finder closings(copy.text(), "*/}");
  for (std::size_t at = openings.next(0); at != std::string_view::npos;) {
    const std::size_t end = closings.next(at + 3);
    if (end == std::string_view::npos) return;
    if (copy.is_code(at)) {
      at = openings.next(at + 3);
      continue;
    }
    const std::size_t line = copy.line_at(at);
    const std::string_view id = heading_id(copy.text().substr(at + 3, end - at - 3));
    if (!id.empty() && starts_with(trim_left(copy.line(line)), "#"))
      copy.heading_ids[line] = std::string(id);
    copy.blank(at, end + 3);
    at = openings.next(end + 3);
  }
}

}  // namespace

/// https://mdxjs.com/docs/what-is-mdx/: ESM begins a line at the margin and ends with its
/// paragraph.
void blank_mdx(MarkdownCopy& copy) {
  bool within = false;
  for (std::size_t line = 0; line < copy.line_count(); ++line) {
    const std::string_view text = copy.line(line);
    if (trim(text).empty()) {
      within = false;
    } else if (within || (!copy.is_code_line(line) && (is_import(text) || is_export(text)))) {
      within = true;
      copy.clear_line(line);
    }
  }
  blank_comments(copy);
}

}  // namespace geul::indexer
