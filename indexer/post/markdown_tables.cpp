// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/markdown_dialects.hpp"
#include "indexer/post/markdown_fences.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

/// "|---|:-:|", with or without the outer pipes.
bool is_alignment(std::string_view line) {
  bool dash = false;
  bool pipe = false;
  for (const char c : trim(without_containers(line))) {
    dash = dash || c == '-';
    pipe = pipe || c == '|';
    if (c != '-' && c != '|' && c != ':' && c != '+' && c != '=' && !is_blank(c)) return false;
  }
  return dash && pipe;
}

bool is_row(const MarkdownCopy& copy, std::size_t line) {
  return copy.line(line).find('|') != std::string_view::npos && !copy.is_code_line(line) &&
         !copy.is_html(copy.begin_of(line));
}

/// kramdown needs no alignment row: a line between two pipes is a row.
bool is_framed(std::string_view line) {
  line = trim(without_containers(line));
  return line.size() > 2 && line.front() == '|' && line.find('|', 1) != line.npos;
}

void part_row(MarkdownCopy& copy, std::size_t line) {
  const std::string_view text = without_containers(copy.line(line));
  const auto first = static_cast<std::size_t>(text.data() - copy.text().data());
  for (std::size_t i = first; i < copy.end_of(line); ++i) {
    const bool escaped = i > 0 && copy[i - 1] == '\\';
    if (copy[i] == '|' && !escaped && !copy.is_code(i)) copy.put(i, i == first ? kRow : kCell);
  }
}

void blank_alignment(MarkdownCopy& copy, std::size_t line) {
  const std::string_view text = without_containers(copy.line(line));
  copy.blank(static_cast<std::size_t>(text.data() - copy.text().data()), copy.end_of(line));
}

}  // namespace

void part_tables(MarkdownCopy& copy) {
  bool in_body = false;
  for (std::size_t line = 0; line < copy.line_count(); ++line) {
    if (!is_row(copy, line)) {
      in_body = false;
    } else if (is_alignment(copy.line(line))) {
      if (line > 0 && is_row(copy, line - 1)) part_row(copy, line - 1);
      blank_alignment(copy, line);
      in_body = true;
    } else if (in_body || is_framed(copy.line(line))) {
      part_row(copy, line);
    }
  }
}

}  // namespace geul::indexer
