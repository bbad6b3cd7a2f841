// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/summary.hpp"

#include <algorithm>

#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"
#include "indexer/post/html_tag.hpp"
#include "indexer/post/html_text.hpp"
#include "indexer/post/markdown.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

constexpr std::string_view kFence = "```";

/// Whether each fence has a line of its own, with no more than a language behind it.
bool has_lines(std::string_view text) {
  if (text.find('\n') == text.npos) return false;
  for (Lines lines(text); lines.next();) {
    const std::string_view line = trim(lines.line());
    const std::size_t fence = line.find(kFence);
    if (fence != line.npos && (fence != 0 || line.find_first_of(" \t") != line.npos)) return false;
  }
  return true;
}

/// Without the word at the front that says what language the code is in.
std::string_view without_language(std::string_view code) {
  std::size_t end = 0;
  while (end < code.size() && code[end] > ' ' && code[end] < '\x7F') ++end;
  const bool word = end < code.size() && is_blank(code[end]);
  return word ? code.substr(end) : code;
}

/// Headings that the joining left in the middle of a line: "앞 ## 제목 글" -> "앞 제목 글".
void append_prose(std::string_view prose, std::string& out) {
  while (!prose.empty()) {
    const std::size_t end = std::min(prose.find(' '), prose.size());
    const std::string_view word = prose.substr(0, end);
    const bool hashes =
        !word.empty() && word.size() <= 6 && word.find_first_not_of('#') == word.npos;
    const bool heading = hashes && (word.size() > 1 || trim(out).empty());
    if (!heading) out.append(word).push_back(' ');
    prose.remove_prefix(std::min(end + 1, prose.size()));
  }
}

/// One line of prose and code spans, made of lines that were joined.
std::string joined(std::string_view line) {
  std::string out;
  while (!line.empty()) {
    const std::size_t open = line.find(kFence);
    append_prose(line.substr(0, open), out);
    if (open == line.npos) break;
    line = without_language(line.substr(open + kFence.size()));
    const std::size_t close = std::min(line.find(kFence), line.size());
    if (const std::string_view code = trim(line.substr(0, close)); !code.empty())
      out.append(kFence).append(" ").append(code).append(" ").append(kFence).append(" ");
    line.remove_prefix(std::min(close + kFence.size(), line.size()));
  }
  return out;
}

/// "2022. 회고" is no list of one item.
void escape_number(std::string& line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')'))
    line.insert(digits, 1, '\\');
}

/// Takes tags off the front, which would keep CommonMark from reading the rest of the line.
std::string without_first_tags(std::string_view line) {
  std::string out;
  TagReader tags(line);
  std::size_t at = 0;
  for (;;) {
    while (at < line.size() && is_blank(line[at])) ++at;
    if (at >= line.size() || line[at] != '<') break;
    const HtmlTag tag = tags.read(at);
    if (!tag || tag_name(tag) == "script" || tag_name(tag) == "style") break;
    out += read_inline_html(line.substr(at, tag.end - at));
    at = tag.end;
  }
  return std::string(trim_left(out.append(line.substr(at))));
}

/// Ends what a generator cut off: "앞 [글](htt..." -> "앞 글...", "**굵은 ..." -> "**굵은 ...**".
void mend_cut(std::string& line) {
  const std::size_t middle = line.rfind("](");
  const std::size_t open = line.rfind('[', middle);
  if (middle != line.npos && open != line.npos && line.find(')', middle) == line.npos) {
    line.replace(middle, line.npos, "...");
    const bool image = open > 0 && line[open - 1] == '!';
    line.erase(image ? open - 1 : open, image ? 2 : 1);
  }
  const std::size_t bold = line.rfind("**");
  if (bold == line.npos || bold + 2 >= line.size()) return;
  const bool opens = (bold == 0 || is_blank(line[bold - 1])) && !is_blank(line[bold + 2]);
  if (opens && line.find('`', bold) == line.npos) line = std::string(trim_right(line)) + "**";
}

std::string one_line(std::string_view text) {
  std::string line = without_first_tags(joined(clean_line(text)));
  mend_cut(line);
  escape_number(line);
  return line;
}

std::string plain_text(std::string_view markdown) {
  const std::string text = text::to_nfc(text::to_utf8(trim(markdown)));
  std::string plain;
  for (const index::Section& section : read_sections(has_lines(text) ? text : one_line(text), {}))
    for (const std::string* part : {&section.heading, &section.text, &section.code})
      plain.append(*part).push_back(' ');
  return clean_line(plain);
}

/// Whether a text of which Markdown leaves nothing is worth showing as it was typed.
bool says_something(std::string_view text) {
  if (starts_with(text, "![") || starts_with(text, "<") || starts_with(text, "{")) return false;
  return std::any_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace

std::string read_summary(const MetaValue& front_matter, WarningList& warnings) {
  for (const char* key : {"summary", "description", "excerpt", "subtitle"}) {
    std::string typed = read_text(front_matter, {key}, warnings);
    if (typed.empty()) continue;
    const MetaValue* value = first_of(front_matter, {key});
    std::string plain =
        plain_text(value->kind == MetaValue::Kind::scalar ? std::string_view(value->text) : typed);
    if (!plain.empty()) return plain;
    if (says_something(typed)) return typed;
  }
  return {};
}

}  // namespace geul::indexer
