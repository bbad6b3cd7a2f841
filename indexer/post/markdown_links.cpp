// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "indexer/post/markdown_dialects.hpp"
#include "indexer/post/markdown_tree.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

constexpr std::size_t npos = std::string_view::npos;

/// Of "page|text" the text; of "/cmd/sed#part" the page's name.
std::string_view shown_part(std::string_view inner) {
  if (const std::size_t bar = inner.rfind('|'); bar != npos) return inner.substr(bar + 1);
  std::string_view page = inner.substr(0, inner.find('#'));
  if (page.empty()) return inner.substr(1);
  while (!page.empty() && page.back() == '/') page.remove_suffix(1);
  const std::size_t slash = page.rfind('/');
  return slash == npos ? page : page.substr(slash + 1);
}

void keep_only(MarkdownCopy& copy, std::size_t begin, std::size_t end, std::string_view kept) {
  const auto at = static_cast<std::size_t>(kept.data() - copy.text().data());
  copy.blank(begin, at);
  copy.blank(at + kept.size(), end);
}

/// The text of a line that begins a block of its own, at most three spaces behind the margin.
std::string_view at_margin(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(' ');
  return begin < 4 ? line.substr(begin) : std::string_view{};
}

bool begins_footnote(std::string_view line) {
  line = at_margin(line);
  const std::size_t end = line.find(']');
  return starts_with(line, "[^") && end != npos && end > 2 && starts_with(line.substr(end), "]:") &&
         line.substr(2, end - 2).find_first_of("[ ") == npos;
}

/// Whether CommonMark takes the line for a link definition: it leaves nothing to show.
bool is_definition(std::string_view line) {
  line = at_margin(line);
  if (!starts_with(line, "[") || starts_with(line, "[^") || line.find("]:") == npos) return false;
  return cmark_node_first_child(parse_markdown(line).get()) == nullptr;
}

}  // namespace

/// kramdown ends a footnote at the first line that is not indented, CommonMark at a blank line.
void lift_definitions(MarkdownCopy& copy) {
  bool below_footnote = false;
  for (std::size_t line = 0; line < copy.line_count(); ++line) {
    std::string text(copy.line(line));
    text.erase(std::remove(text.begin(), text.end(), kFiller), text.end());
    const bool plain =
        !trim(text).empty() && !copy.is_code_line(line) && !copy.is_html(copy.begin_of(line));
    if (!plain) {
      below_footnote = false;
    } else if (begins_footnote(text)) {
      below_footnote = true;
    } else if (below_footnote && is_definition(text)) {
      copy.definitions.append(text).push_back('\n');
      copy.clear_line(line);
    } else {
      below_footnote = below_footnote && at_margin(text).empty();
    }
  }
}

/// Wiki links: [[page]], [[page|text]], and [[page]]{text} of the vimwiki family.
void reduce_wiki_links(MarkdownCopy& copy) {
  Finder openings(copy.text(), "[[");
  Finder closings(copy.text(), "]]");
  for (std::size_t at = openings.next(0); at != npos;) {
    const std::size_t close = closings.next(at + 2);
    if (close == npos) return;
    const std::size_t line_end = copy.end_of(copy.line_at(at));
    const std::string_view inner = copy.text().substr(at + 2, close - at - 2);
    const bool plain = close < line_end && !inner.empty() && !copy.is_code(at) &&
                       inner.find_first_of("[]") == npos && inner != "#";
    if (!plain) {
      at = openings.next(at + 1);
      continue;
    }
    std::size_t end = close + 2;
    std::string_view shown = shown_part(inner);
    if (end < line_end && copy[end] == '{') {
      const std::size_t brace = copy.text().substr(0, line_end).find('}', end);
      if (brace != npos && brace > end + 1) {
        shown = copy.text().substr(end + 1, brace - end - 1);
        end = brace + 1;
      }
    }
    keep_only(copy, at, end, shown);
    at = openings.next(end);
  }
}

/// Footnotes (PHP Markdown Extra, kramdown, GFM): the marks go, the notes' texts stay.
void blank_footnote_marks(MarkdownCopy& copy) {
  Finder openings(copy.text(), "[^");
  Finder closings(copy.text(), "]");
  for (std::size_t at = openings.next(0); at != npos; at = openings.next(at + 2)) {
    constexpr std::size_t kLongestName = 100;
    std::size_t end = closings.next(at + 2);
    if (end == npos) return;
    const std::string_view name = copy.text().substr(at + 2, end - at - 2);
    const bool plain = !name.empty() && name.size() <= kLongestName && !copy.is_code(at) &&
                       name.find_first_of("\n[ ") == npos;
    if (!plain) continue;
    ++end;
    const std::size_t line = copy.begin_of(copy.line_at(at));
    const bool first =
        trim(copy.text().substr(line, std::min<std::size_t>(at - line, 4))).empty() &&
        at - line < 4;
    if (first && end < copy.size() && copy[end] == ':') ++end;
    copy.blank(at, end);
  }
}

}  // namespace geul::indexer
