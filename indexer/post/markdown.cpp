// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/markdown.hpp"

#include <algorithm>

#include "common/text/normalize.hpp"
#include "indexer/post/html_text.hpp"
#include "indexer/post/inline_text.hpp"
#include "indexer/post/markdown_bounds.hpp"
#include "indexer/post/markdown_dialects.hpp"
#include "indexer/post/markdown_heading.hpp"
#include "indexer/post/markdown_tree.hpp"
#include "indexer/post/section_text.hpp"
#include "indexer/post/text_lines.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {
namespace {

/// Behind the byte order marks that begin a body: cmark passes over one, and counts columns from
/// there.
std::size_t behind_byte_order_marks(std::string_view body) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  std::size_t begin = 0;
  while (starts_with(body.substr(begin), kMark)) begin += kMark.size();
  return begin;
}

/// Code as it was typed, without the marks of this module and the last line feed.
std::string clean_code(std::string_view literal) {
  std::string code(trim_right(literal));
  code.erase(std::remove(code.begin(), code.end(), kFiller), code.end());
  std::replace(code.begin(), code.end(), kRow, '|');
  std::replace(code.begin(), code.end(), kCell, '|');
  return text::to_nfc(code);
}

/// An image on a line of its own is no part of the sentence below it.
bool follows_image(cmark_node* line_break) {
  cmark_node* const before = cmark_node_previous(line_break);
  return before != nullptr && cmark_node_get_type(before) == CMARK_NODE_IMAGE;
}

/// Turns the tree's events into sections.
class SectionBuilder {
 public:
  /// `copy`: of `body`, reduced. `above`: how many lines cmark read before those of the copy.
  SectionBuilder(std::string_view body, const MarkdownCopy& copy, std::size_t above,
                 AnchorStyle style)
      : body_(body),
        copy_(copy),
        above_(above),
        takes_ids_(style.takes_ids),
        anchors_(std::move(style)),
        sections_(1) {
    if (!takes_ids_) return;
    for (const auto& [line, id] : copy.heading_ids) anchors_.reserve(id);
  }

  void visit(cmark_node* node, bool entering) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
        return inline_.add(literal_of(node));
      case CMARK_NODE_CODE:
        return inline_.add_code(literal_of(node));
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        return inline_.add(follows_image(node) ? "\n" : " ");
      case CMARK_NODE_HTML_INLINE:
        return inline_.add(read_inline_html(literal_of(node)));
      case CMARK_NODE_PARAGRAPH:
        return entering ? begin_block(node) : append_block(last().text, inline_.finish());
      case CMARK_NODE_HEADING:
        return entering ? void() : begin_section(node);
      case CMARK_NODE_CODE_BLOCK:
        begin_block(node);
        return append_block(last().code, clean_code(literal_of(node)));
      case CMARK_NODE_HTML_BLOCK:
        return add_html(node);
      default:
        return;
    }
  }

  std::vector<index::Section> take() { return without_empty_first(std::move(sections_)); }

 private:
  index::Section& last() { return sections_.back(); }

  /// A line of cmark's as one of the copy, from 1.
  std::size_t from_top(int line) const {
    return std::max(static_cast<std::size_t>(std::max(line, 1)), above_ + 1) - above_;
  }
  std::size_t line_of(cmark_node* node) const {
    return std::min(from_top(cmark_node_get_start_line(node)) - 1, copy_.line_count() - 1);
  }
  std::size_t offset_of(cmark_node* node) const {
    const std::size_t line = line_of(node);
    const auto column =
        static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1)) - 1;
    return std::min(copy_.begin_of(line) + column, copy_.end_of(line));
  }

  /// What stands before the first heading begins with its first block.
  void begin_block(cmark_node* node) {
    const index::Section& section = last();
    if (section.level == 0 && section.text.empty() && section.code.empty())
      last().file_offset = offset_of(node);
  }

  void begin_section(cmark_node* node) {
    index::Section section;
    section.heading = inline_.finish();
    std::replace(section.heading.begin(), section.heading.end(), '\n', ' ');
    section.level = std::min(cmark_node_get_heading_level(node) + extra_level(node), 6);
    section.file_offset = offset_of(node);
    const std::string id = takes_ids_ ? written_id(node) : std::string();
    // What is left of a heading may compose although the heading did not.
    section.anchor = text::to_nfc(id.empty() ? anchors_.anchor(text_of(node)) : id);
    sections_.push_back(std::move(section));
  }

  HeadingText text_of(cmark_node* node) const {
    const std::size_t last =
        std::min(from_top(cmark_node_get_end_line(node)), copy_.line_count()) - 1;
    const std::size_t begin = offset_of(node);
    const std::size_t end = std::max(copy_.end_of(last), begin);
    return read_heading(node, body_.substr(begin, end - begin), takes_ids_);
  }

  int extra_level(cmark_node* node) const {
    const auto found = copy_.heading_levels.find(line_of(node));
    return found == copy_.heading_levels.end() ? 0 : found->second;
  }

  std::string written_id(cmark_node* node) const {
    const std::size_t last = from_top(cmark_node_get_end_line(node));
    for (std::size_t line = line_of(node); line < last; ++line)
      if (const auto found = copy_.heading_ids.find(line); found != copy_.heading_ids.end())
        return found->second;
    return {};
  }

  void add_html(cmark_node* node) {
    begin_block(node);
    const HtmlText html = read_html(literal_of(node));
    append_block(last().code, clean_code(html.code));
    for (Lines lines(html.prose); lines.next();) {
      inline_.add(lines.line());
      append_block(last().text, inline_.finish());
    }
  }

  std::string_view body_;
  const MarkdownCopy& copy_;
  std::size_t above_;
  bool takes_ids_;
  AnchorMaker anchors_;
  InlineText inline_;
  std::vector<index::Section> sections_;
};

std::vector<index::Section> read_markup(std::string_view body, AnchorStyle anchors) {
  MarkdownCopy copy(body);
  if (copy.line_count() == 0) return {};
  reduce_dialects(copy);
  // Above the text, where no open fence or comment can swallow them.
  std::string definitions = std::move(copy.definitions);
  if (!definitions.empty()) definitions += '\n';
  const auto above =
      static_cast<std::size_t>(std::count(definitions.begin(), definitions.end(), '\n'));
  SectionBuilder builder(body, copy, above, std::move(anchors));
  const MarkdownTree tree =
      above == 0 ? parse_markdown(copy.text()) : parse_markdown(definitions.append(copy.text()));
  walk(tree.get(), [&builder](cmark_node* node, bool entering) { builder.visit(node, entering); });
  return builder.take();
}

/// What stands beyond a body's markup, from `offset` on, as it was typed.
void add_plain(std::string_view rest, std::size_t offset, std::vector<index::Section>& sections) {
  for (Lines lines(rest); lines.next();) {
    const std::string line = clean_line(lines.line());
    if (line.empty()) continue;
    if (sections.empty()) sections.emplace_back().file_offset = offset;
    append_block(sections.back().text, line);
  }
}

}  // namespace

std::vector<index::Section> read_sections(std::string_view body, AnchorStyle anchors) {
  const std::size_t begin = behind_byte_order_marks(body);
  body.remove_prefix(begin);
  const std::size_t end = end_of_markup(body);
  std::vector<index::Section> sections = read_markup(body.substr(0, end), std::move(anchors));
  add_plain(body.substr(end), end, sections);
  for (index::Section& section : sections) section.file_offset += begin;
  return sections;
}

}  // namespace geul::indexer
