// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/markdown_tree.hpp"

#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

/// Only what may be an entity keeps its meaning.
std::string escaped(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool numeric = c == '#' && i > 0 && line[i - 1] == '&';
    if (is_punctuation(c) && c != '&' && c != ';' && !numeric) out += '\\';
    out += c;
  }
  return out;
}

void append_line(std::string_view line, std::string& out) {
  if (line.find('&') == line.npos) {
    out += line;
    return;
  }
  const std::size_t indent = line.size() - trim_left(line).size();
  out += line.substr(0, indent);
  const MarkdownTree tree = parse_markdown(escaped(line.substr(indent)));
  walk(tree.get(), [&out](cmark_node* node, bool entering) {
    if (entering && cmark_node_get_type(node) == CMARK_NODE_TEXT) out += literal_of(node);
  });
}

}  // namespace

std::string decode_entities(std::string_view text) {
  if (text.find('&') == text.npos) return std::string(text);
  std::string out;
  for (Lines lines(text); lines.next();) {
    if (lines.number() > 1) out += '\n';
    append_line(lines.line(), out);
  }
  return out;
}

}  // namespace geul::indexer
