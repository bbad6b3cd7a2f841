// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/html_tag.hpp"
#include "indexer/post/markdown_dialects.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

/// Blanks each opening … closing outside code; what is never closed stays.
void blank_between(MarkdownCopy& copy, std::string_view open, std::string_view close) {
  Finder openings(copy.text(), open);
  Finder closings(copy.text(), close);
  std::size_t at = openings.next(0);
  while (at != std::string_view::npos) {
    const std::size_t end = closings.next(at + open.size());
    if (end == std::string_view::npos) return;
    const bool code = copy.is_code(at);
    if (!code) copy.blank(at, end + close.size());
    at = openings.next(code ? at + open.size() : end + close.size());
  }
}

bool is_component(const HtmlTag& tag) {
  return !tag.name.empty() && tag.name.front() >= 'A' && tag.name.front() <= 'Z';
}

/// Text that a tag shows although it is markup.
std::string_view shown_attribute(const HtmlTag& tag) {
  for (const char* name : {"alt", "caption", "title"})
    if (const auto value = attribute_of(tag.attributes, name); !value.empty()) return value;
  return {};
}

}  // namespace

void blank_invisible_html(MarkdownCopy& copy) {
  blank_between(copy, "<!--", "-->");
  for (const char* name : {"script", "style"}) {
    const std::string tag(name);
    blank_between(copy, '<' + tag + '>', "</" + tag + '>');
    blank_between(copy, '<' + tag + ' ', "</" + tag + '>');
  }
}

/// MDX: a component's tag is no HTML to CommonMark when its attributes hold braces, and makes a
/// block of raw HTML of the Markdown under it when they do not. `List<String>` is no tag.
void blank_jsx_tags(MarkdownCopy& copy) {
  TagReader tags(copy.text());
  Finder openings(copy.text(), "<");
  std::size_t at = openings.next(0);
  while (at != std::string_view::npos) {
    std::size_t next = at + 1;
    const bool glued = at > 0 && (is_name_char(copy[at - 1]) || copy[at - 1] == '\\');
    if (!glued && !copy.is_code(at)) {
      const HtmlTag tag = tags.read(at);
      const bool braces = tag && tag.attributes.find("={") != std::string_view::npos;
      if (tag && (is_component(tag) || (braces && !copy.is_html(at)))) {
        const std::string_view shown = shown_attribute(tag);
        const auto begin =
            shown.empty() ? tag.end : static_cast<std::size_t>(shown.data() - copy.text().data());
        copy.blank(at, begin);
        copy.blank(begin + shown.size(), tag.end);
        next = tag.end;
      }
    }
    at = openings.next(next);
  }
}

}  // namespace geul::indexer
