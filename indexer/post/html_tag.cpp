// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/html_tag.hpp"

#include "indexer/post/text_lines.hpp"

namespace geul::indexer {

std::size_t TagReader::find_end(std::size_t from) {
  constexpr std::size_t kLongest = 16'384;
  const std::size_t limit = std::min(text_.size(), from + std::min(kLongest, budget_));
  char quote = '\0';
  std::size_t depth = 0;
  std::size_t i = from;
  for (; i < limit; ++i) {
    const char c = text_[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && (depth > 0 || text_[i - 1] == '=')) {
      quote = c;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && depth > 0) {
      --depth;
    } else if (depth == 0 && c == '>') {
      return i + 1;
    } else if (depth == 0 && (c == '<' || (c == '\n' && text_[i - 1] == '\n'))) {
      break;
    }
  }
  budget_ -= std::min(budget_, i - from);
  return 0;
}

HtmlTag TagReader::read(std::size_t at) {
  HtmlTag tag;
  std::size_t begin = at + 1;
  tag.closing = begin < text_.size() && text_[begin] == '/';
  if (tag.closing) ++begin;
  if (begin >= text_.size() || !is_letter(text_[begin])) return {};
  std::size_t end = begin;
  while (end < text_.size() && end - begin < 64 && (is_name_char(text_[end]) || text_[end] == '.'))
    ++end;
  if (end >= text_.size() ||
      (text_[end] != '>' && text_[end] != '/' && text_[end] != '\n' && !is_blank(text_[end])))
    return {};
  tag.end = find_end(end);
  if (tag.end == 0) return {};
  tag.name = text_.substr(begin, end - begin);
  tag.attributes = text_.substr(end, tag.end - 1 - end);
  return tag;
}

std::string_view attribute_of(std::string_view attributes, std::string_view name) {
  for (std::size_t at = attributes.find(name); at != attributes.npos;
       at = attributes.find(name, at + 1)) {
    const bool apart = at == 0 || is_blank(attributes[at - 1]) || attributes[at - 1] == '\n';
    std::string_view rest = trim_left(attributes.substr(at + name.size()));
    if (!apart || !starts_with(rest, "=")) continue;
    rest = trim_left(rest.substr(1));
    if (rest.empty()) return {};
    const char quote = rest.front();
    if (quote == '"' || quote == '\'')
      return rest.substr(1, std::min(rest.find(quote, 1), rest.size()) - 1);
    return quote == '{' ? std::string_view{} : rest.substr(0, rest.find_first_of(" \t\n/"));
  }
  return {};
}

std::string tag_name(const HtmlTag& tag) {
  std::string name(tag.name);
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return name;
}

}  // namespace geul::indexer
