// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/markdown_bounds.hpp"

#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

bool ends_word(std::string_view body, std::size_t at) noexcept {
  return at + 1 >= body.size() || is_blank(body[at + 1]) || body[at + 1] == '\n';
}

bool is_mark(std::string_view body, std::size_t at) noexcept {
  switch (body[at]) {
    case '\n':
    case '[':
    case ']':
    case '!':
    case '*':
    case '_':
    case '`':
    case '<':
    case '>':
    case '&':
    case '\\':
      return true;
    case '-':
    case '+':
      return ends_word(body, at);
    case '.':
    case ')':
      return at > 0 && is_digit(body[at - 1]) && ends_word(body, at);
    default:
      return false;
  }
}

bool begins_image(std::string_view body, std::size_t at) noexcept {
  return body.substr(at, 2) == "![";
}

}  // namespace

std::size_t end_of_markup(std::string_view body) noexcept {
  std::size_t marks = 0;
  std::size_t images = 0;
  std::size_t line = 0;
  for (std::size_t at = 0; at < body.size(); ++at) {
    if (!is_mark(body, at)) continue;
    if (begins_image(body, at)) ++images;
    if (++marks > kMaxMarks || images > kMaxImages) return line > 0 ? line : at;
    if (body[at] == '\n') line = at + 1;
  }
  return body.size();
}

}  // namespace geul::indexer
