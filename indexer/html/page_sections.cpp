// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_sections.hpp"

#include <algorithm>
#include <utility>

#include "indexer/html/page_marks.hpp"
#include "indexer/html/page_text.hpp"
#include "indexer/post/inline_text.hpp"
#include "indexer/post/markdown_copy.hpp"
#include "indexer/post/section_text.hpp"
#include "indexer/post/text_lines.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {
namespace {

/// 1 to 6; 0 for what is no heading.
int heading_level(std::string_view name) {
  const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return heading ? name[1] - '0' : 0;
}

class SectionReader {
 public:
  SectionReader(const PageTree& page, const PageContent& content, std::string_view title)
      : page_(page),
        title_(title),
        asides_(content.is_marked || page[content.roots.front()].name != "body"
                    ? Asides::take
                    : Asides::leave_out),
        sections_(1) {}

  void read(std::size_t root) {
    for (std::size_t i = root; i < page_[root].end;) {
      leave_blocks(i);
      i = page_[i].is_text() ? add_text(i) : enter(i, root);
    }
    leave_blocks(page_[root].end);
    end_block();
  }

  std::vector<index::Section> take() { return without_empty_first(std::move(sections_)); }

 private:
  index::Section& last() { return sections_.back(); }

  void leave_blocks(std::size_t node) {
    while (!open_.empty() && page_[open_.back()].end <= node) {
      end_block();
      open_.pop_back();
    }
  }

  void end_block() { append_block(last().text, inline_.finish()); }

  /// The tree may hold parts in another order than the page (what stands in a table, but in no
  /// cell of it).
  void note_offset(std::size_t node) {
    offset_ = std::max<std::size_t>(offset_, page_[node].offset);
    const index::Section& section = last();
    if (section.level == 0 && section.text.empty() && section.code.empty() && !begun_) {
      last().file_offset = offset_;
      begun_ = true;
    }
  }

  std::size_t add_text(std::size_t node) {
    const std::string text = on_one_line(page_[node].text);
    if (!trim(text).empty()) note_offset(node);
    inline_.add(text);
    return node + 1;
  }
  /// Returns  the node to go on with.
  std::size_t enter(std::size_t node, std::size_t root) {
    const PageNode& element = page_[node];
    if (ignored_of(page_, node) != Ignore::nothing) return element.end;
    if (node != root && is_frame(page_, node, asides_)) return element.end;
    add_attributes(node);
    if (heading_level(element.name) > 0) return begin_section(node);
    if (element.name == "pre" || element.name == "code") return add_code(node);
    if (element.name == "img") add_alternative(node);
    if (element.name == "td" || element.name == "th") inline_.add(std::string_view(&kCell, 1));
    if (element.name == "br" || element.name == "wbr") inline_.add(element.name == "br" ? " " : "");
    if (is_block(page_, node)) {
      end_block();
      open_.push_back(node);
    }
    return node + 1;
  }

  void add_attributes(std::size_t node) {
    const auto names = mark_of(page_, node, "index-attrs");
    if (!names) return;
    for (const std::string_view name : names_in(*names))
      if (const auto value = page_.attribute(node, name)) add_apart(node, *value);
  }
  void add_alternative(std::size_t node) {
    if (const auto text = page_.attribute(node, "alt")) add_apart(node, *text);
  }
  void add_apart(std::size_t node, std::string_view value) {
    note_offset(node);
    inline_.add(" " + on_one_line(value) + " ");
  }

  std::size_t add_code(std::size_t node) {
    const std::string code = code_within(page_, node);
    if (!code.empty()) note_offset(node);
    if (page_[node].name == "pre") {
      end_block();
      append_block(last().code, code);
    } else {
      inline_.add_code(code);
    }
    return page_[node].end;
  }

  std::size_t begin_section(std::size_t node) {
    end_block();
    const std::size_t end = page_[node].end;
    index::Section section;
    section.level = heading_level(page_[node].name);
    section.heading = heading_within(page_, node);
    if (section.level == 1 && !title_is_seen_ && section.heading == title_) {
      title_is_seen_ = true;
      return end;
    }
    if (section.heading.empty()) return end;
    offset_ = std::max<std::size_t>(offset_, page_[node].offset);
    section.file_offset = offset_;
    section.anchor = anchor_of(node);
    sections_.push_back(std::move(section));
    return end;
  }

  [[nodiscard]] std::string anchor_of(std::size_t node) const {
    for (std::size_t i = node; i < page_[node].end; ++i) {
      if (page_[i].is_text()) continue;
      for (const std::string_view name : {"id", "name"})
        if (const auto id = page_.attribute(i, name); id && !clean_line(*id).empty())
          return clean_line(*id);
    }
    const std::size_t around = page_[node].parent;
    const bool part = page_[around].name == "section" || page_[around].name == "div";
    if (!part || !begins_with(around, node)) return {};
    return clean_line(page_.attribute(around, "id").value_or(std::string_view()));
  }

  /// Whether nothing but white space stands in an element before a node.
  [[nodiscard]] bool begins_with(std::size_t around, std::size_t node) const {
    constexpr std::size_t kFar = 8;
    if (node - around > kFar) return false;
    for (std::size_t i = around + 1; i < node; ++i)
      if (!page_[i].is_text() || !trim(page_[i].text).empty()) return false;
    return true;
  }

  const PageTree& page_;
  std::string_view title_;
  Asides asides_;
  std::vector<index::Section> sections_;
  std::vector<std::size_t> open_;  ///< blocks
  InlineText inline_;
  std::size_t offset_ = 0;
  bool begun_ = false;
  bool title_is_seen_ = false;
};

}  // namespace

std::vector<index::Section> read_page_sections(const PageTree& page, const PageContent& content,
                                               std::string_view title) {
  if (content.roots.empty()) return {};
  SectionReader reader(page, content, title);
  for (const std::size_t root : content.roots) reader.read(root);
  return reader.take();
}

}  // namespace geul::indexer
