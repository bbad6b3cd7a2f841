// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_text.hpp"

#include <algorithm>
#include <array>

#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"
#include "indexer/html/page_marks.hpp"
#include "indexer/post/inline_text.hpp"
#include "indexer/post/text_lines.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {
namespace {

constexpr std::array<std::string_view, 45> kBlocks{
    "address", "article", "aside",  "blockquote", "body", "caption",   "center",   "dd",
    "details", "dialog",  "dir",    "div",        "dl",   "dt",        "fieldset", "figcaption",
    "figure",  "footer",  "form",   "h1",         "h2",   "h3",        "h4",       "h5",
    "h6",      "header",  "hgroup", "hr",         "html", "legend",    "li",       "listing",
    "main",    "menu",    "nav",    "ol",         "p",    "plaintext", "pre",      "search",
    "section", "summary", "table",  "tr",         "ul"};

constexpr std::array<std::string_view, 34> kUnseen{
    "annotation", "annotation-xml", "audio",    "base",     "button",
    "canvas",     "datalist",       "embed",    "form",     "frameset",
    "head",       "iframe",         "input",    "label",    "link",
    "meta",       "noembed",        "noframes", "noscript", "object",
    "option",     "output",         "progress", "rp",       "rt",
    "rtc",        "script",         "select",   "style",    "svg",
    "template",   "textarea",       "title",    "video"};

/// What themes and highlighters call the numbers beside lines of code: Rouge, Pygments, Chroma,
/// hexo-util.
constexpr std::array<std::string_view, 6> kNumbers{"gutter",  "rouge-gutter", "lineno",
                                                   "linenos", "linenodiv",    "lnt"};

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// [hidden=until-found] is shown to who looks for it.
bool is_hidden(const PageTree& page, std::size_t node) {
  bool hidden = false;
  for (const PageAttribute& attribute : page.attributes(node)) {
    hidden = hidden || (attribute.name == "hidden" && attribute.value != "until-found") ||
             (attribute.name == "aria-hidden" && attribute.value == "true");
  }
  return hidden;
}

bool numbers_lines(const PageTree& page, std::size_t node) {
  return page[node].attribute_count > 0 &&
         std::ranges::any_of(
             kNumbers, [&](std::string_view word) { return page.has_word(node, "class", word); });
}

bool is_list(std::string_view name) {
  return name == "ul" || name == "ol";
}

/// A table of the page's own headings, as kramdown, Asciidoctor and Python-Markdown write it.
bool is_table_of_contents(const PageTree& page, std::size_t node) {
  const std::string_view id = page.attribute(node, "id").value_or(std::string_view());
  if (id == "markdown-toc" || id == "TableOfContents" || id == "table-of-contents") return true;
  if (id != "toc" && !page.has_word(node, "class", "toc")) return false;
  if (is_list(page[node].name)) return true;
  std::size_t first = node + 1;
  while (first < page[node].end && page[first].is_text()) ++first;
  if (page[node].name != "div" || first == page[node].end) return false;
  return is_list(page[first].name) || page.attribute(first, "id") == "toctitle" ||
         page.has_word(first, "class", "toctitle");
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20;
}

/// "#", "¶", "🔗" or nothing that is seen, linked to a place in the page.
bool is_link_to_itself(const PageTree& page, std::size_t node) {
  constexpr std::size_t kOneCharacter = 4;
  constexpr std::size_t kFewNodes = 8;
  if (page[node].name != "a" || page[node].end - node > kFewNodes) return false;
  if (!starts_with(page.attribute(node, "href").value_or(std::string_view()), "#")) return false;
  const std::string text = text_within(page, node);
  const bool hangul = text.size() == 3 && text[0] >= '\xEA' && text[0] <= '\xED';
  return text.size() <= kOneCharacter && !hangul &&
         std::none_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

}  // namespace

bool is_block(const PageTree& page, std::size_t node) noexcept {
  return is_one_of(page[node].name, kBlocks);
}

bool is_unseen(const PageTree& page, std::size_t node) noexcept {
  const bool whole_page = page[node].name == "form" && page[node].holds_matter;
  return (is_one_of(page[node].name, kUnseen) && !whole_page) || is_hidden(page, node) ||
         numbers_lines(page, node);
}

bool is_frame(const PageTree& page, std::size_t node, Asides asides) noexcept {
  const std::string_view name = page[node].name;
  if (is_unseen(page, node) || name == "nav" || name == "header" || name == "footer") return true;
  const std::string_view role = page.attribute(node, "role").value_or(std::string_view());
  if (role == "navigation" || role == "banner" || role == "contentinfo" || role == "search")
    return true;
  if (page[node].attribute_count > 0 && is_table_of_contents(page, node)) return true;
  return asides == Asides::leave_out && (name == "aside" || role == "complementary");
}

std::string text_within(const PageTree& page, std::size_t node) {
  constexpr std::size_t kMaxNodes = 1000;
  constexpr std::size_t kMaxBytes = 4096;
  std::string text;
  const std::size_t end = page[node].end;
  std::size_t count = 0;
  for (std::size_t i = node; i < end && count < kMaxNodes && text.size() < kMaxBytes; ++count) {
    if (page[i].is_text()) {
      text += text::clip(page[i].text, kMaxBytes);
    } else if (i != node && is_unseen(page, i)) {
      i = page[i].end;
      continue;
    } else if (is_block(page, i) || page[i].name == "br" || page[i].name == "td") {
      text += ' ';
    }
    ++i;
  }
  const std::string line = clean_line(text);
  return std::string(text::clip(line, kMaxBytes));
}

std::string on_one_line(std::string_view text) {
  std::string clean(text);
  std::replace_if(clean.begin(), clean.end(), is_control, ' ');
  return clean;
}

std::string heading_within(const PageTree& page, std::size_t node) {
  InlineText heading;
  for (std::size_t i = node + 1; i < page[node].end;) {
    const std::string_view name = page[i].name;
    if (page[i].is_text()) {
      heading.add(on_one_line(page[i].text));
    } else if (is_unseen(page, i) || is_link_to_itself(page, i) ||
               ignored_of(page, i) != Ignore::nothing) {
      i = page[i].end;
      continue;
    } else if (name == "code") {
      heading.add_code(code_within(page, i));
      i = page[i].end;
      continue;
    } else if (name == "img") {
      heading.add(" " + on_one_line(page.attribute(i, "alt").value_or("")) + " ");
    } else if (name == "br" || is_block(page, i)) {
      heading.add(" ");
    }
    ++i;
  }
  return heading.finish();
}

std::string code_within(const PageTree& page, std::size_t node) {
  std::string code;
  const auto begin_line = [&code] {
    if (!code.empty() && code.back() != '\n') code += '\n';
  };
  for (std::size_t i = node + 1; i < page[node].end;) {
    const bool number = !page[i].is_text() && page.has_word(i, "class", "ln");
    if (page[i].is_text()) {
      code += page[i].text;
    } else if (number || is_unseen(page, i)) {
      i = page[i].end;
      continue;
    } else if (page[i].name == "br") {
      code += '\n';
    } else if (is_block(page, i)) {
      begin_line();
    }
    ++i;
  }
  std::replace_if(
      code.begin(), code.end(), [](char c) { return is_control(c) && c != '\n' && c != '\t'; },
      ' ');
  return text::to_nfc(trim_right(code));
}

}  // namespace geul::indexer
