// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/markdown_dialects.hpp"
#include "indexer/post/markdown_fences.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

std::size_t offset_in(const MarkdownCopy& copy, std::string_view part) {
  return static_cast<std::size_t>(part.data() - copy.text().data());
}

/// ":::tip 제목", ":::note[제목]", ":::": the title stays.
void blank_container(MarkdownCopy& copy, std::string_view text, std::size_t end) {
  std::size_t behind = 0;
  while (behind < text.size() && text[behind] == ':') ++behind;
  while (behind < text.size() && is_blank(text[behind])) ++behind;
  while (behind < text.size() && is_name_char(text[behind])) ++behind;
  const std::size_t begin = offset_in(copy, text);
  copy.blank(begin, begin + behind);
  if (begin + behind < end && copy[begin + behind] == '[') {
    copy.blank(begin + behind, begin + behind + 1);
    if (copy[end - 1] == ']') copy.blank(end - 1, end);
  }
}

bool is_alert(std::string_view text) {
  if (!starts_with(text, "[!")) return false;
  std::size_t i = 2;
  while (i < text.size() && is_letter(text[i])) ++i;
  return i > 2 && i < text.size() && text[i] == ']';
}

bool is_task(std::string_view text) {
  return text.size() > 3 && text[0] == '[' && text[2] == ']' && is_blank(text[3]) &&
         (text[1] == ' ' || text[1] == 'x' || text[1] == 'X');
}

}  // namespace

void blank_admonitions(MarkdownCopy& copy) {
  for (std::size_t line = 0; line < copy.line_count(); ++line) {
    if (copy.is_code_line(line)) continue;
    const std::string_view text = trim_right(without_containers(copy.line(line)));
    const std::size_t end = offset_in(copy, text) + text.size();
    if (starts_with(text, ":::")) blank_container(copy, text, end);
    const std::string_view line_text = trim_left(copy.line(line));
    if (starts_with(line_text, ">") && is_alert(text)) {
      const std::size_t begin = offset_in(copy, text);
      copy.blank(begin, begin + text.find(']') + 1);
    }
  }
}

void blank_list_marks(MarkdownCopy& copy) {
  for (std::size_t line = 0; line < copy.line_count(); ++line) {
    if (copy.is_code_line(line)) continue;
    const std::string_view text = without_containers(copy.line(line));
    const std::size_t begin = offset_in(copy, text);
    if (is_task(text) && begin > copy.begin_of(line)) copy.blank(begin, begin + 3);
    if (text.size() > 2 && text[0] == ':' && is_blank(text[1])) copy.blank(begin, begin + 1);
  }
}

}  // namespace geul::indexer
