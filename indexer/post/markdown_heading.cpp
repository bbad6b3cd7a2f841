// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/markdown_heading.hpp"

#include <algorithm>

#include "indexer/post/markdown_copy.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

/// Gathers the words of one heading.
class WordReader {
 public:
  explicit WordReader(HeadingText& heading) : heading_(heading) {}

  void visit(cmark_node* node, bool entering) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_IMAGE:
        images_ += entering ? 1 : -1;
        return;
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE:
        return add(literal_of(node));
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        return add(" ");
      default:
        return;
    }
  }

 private:
  void add(std::string_view words) {
    for (const char c : words) {
      if (c == kFiller) continue;
      if (images_ == 0) heading_.text += c;
      heading_.text_with_images += c;
    }
  }

  HeadingText& heading_;
  int images_ = 0;
};

void read_words(cmark_node* root, HeadingText& heading) {
  WordReader reader(heading);
  walk(root, [&reader](cmark_node* node, bool entering) { reader.visit(node, entering); });
  // A template at its end leaves the space before it.
  for (std::string* const text : {&heading.text, &heading.text_with_images})
    text->resize(trim_right(*text).size());
}

bool is_underline(std::string_view line) {
  line = trim(line);
  return !line.empty() &&
         (line.find_first_not_of('=') == line.npos || line.find_first_not_of('-') == line.npos);
}

/// What stands between the '#'s of a line.
std::string_view between_marks(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of('#'), line.size()));
  line = trim(line);
  std::string_view rest = line;
  while (!rest.empty() && rest.back() == '#') rest.remove_suffix(1);
  const bool closed = rest.empty() || is_blank(rest.back());
  return closed ? trim(rest) : line;
}

std::string_view last_text_line(std::string_view source) {
  if (starts_with(source, "#")) return between_marks(source.substr(0, source.find('\n')));
  std::string_view last;
  for (Lines lines(source); lines.next();)
    if (last.empty() || !is_underline(lines.line())) last = trim(lines.line());
  return last;
}

}  // namespace

HeadingText read_heading(cmark_node* heading, std::string_view source, bool takes_ids) {
  HeadingText text;
  text.source = last_text_line(source);
  if (text.source.find_first_of(takes_ids ? "$" : "${") == std::string::npos) {
    read_words(heading, text);
  } else {
    const MarkdownTree alone = parse_markdown("# " + text.source);
    read_words(alone.get(), text);
  }
  return text;
}

}  // namespace geul::indexer
