// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <utility>

#include "indexer/post/markdown_dialects.hpp"
#include "indexer/post/markdown_fences.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

/// The id in "{#id}", "{: #id .class}", "{: .class #id}", "{:#id}".
std::string_view id_in(std::string_view attributes) {
  const std::size_t hash = attributes.find('#');
  if (hash == attributes.npos) return {};
  const char before = hash == 0 ? ' ' : attributes[hash - 1];
  if (!is_blank(before) && before != '{' && before != ':') return {};
  const std::string_view rest = attributes.substr(hash + 1);
  return rest.substr(0, rest.find_first_of(" \t}.#\"'"));
}

/// Without what a template within it left.
std::string without_fillers(std::string_view text) {
  std::string out(text);
  std::erase(out, kFiller);
  return out;
}

bool is_heading(std::string_view line) {
  return starts_with(without_containers(line), "#");
}

bool is_underline(std::string_view line) {
  line = trim(line);
  return !line.empty() &&
         (line.find_first_not_of('=') == line.npos || line.find_first_not_of('-') == line.npos);
}

/// kramdown, "Attribute list definitions" and "Inline attribute lists"; the text of a line.
class LineReader {
 public:
  LineReader(MarkdownCopy& copy, std::size_t line) : copy_(copy), line_(line) {}

  void read() {
    const std::size_t end = copy_.end_of(line_);
    std::size_t close = copy_.begin_of(line_);
    for (std::size_t at = next_brace(close); at < end; at = next_brace(at)) {
      close = std::max(close, at);
      while (close < end && copy_[close] != '}') ++close;
      if (close == end) return;
      if (!copy_.is_code(at) && is_list(at)) read_list(at, close + 1);
      ++at;
    }
  }

 private:
  std::size_t next_brace(std::size_t from) const {
    const std::size_t end = copy_.end_of(line_);
    while (from < end && copy_[from] != '{') ++from;
    return from;
  }

  /// "{:…}" anywhere; "{#id}" at the end of a line; "{.class}" at the end of a heading's.
  bool is_list(std::size_t at) const {
    if (at + 1 >= copy_.end_of(line_)) return false;
    const char c = copy_[at + 1];
    if (c == ':') return true;
    if (c != '#' && c != '.') return false;
    const std::string_view rest = copy_.line(line_).substr(at - copy_.begin_of(line_));
    if (trim_right(rest).find('}') != trim_right(rest).size() - 1) return false;
    return c == '#' || heads();
  }

  bool heads() const {
    const bool underlined = line_ + 1 < copy_.line_count() && is_underline(copy_.line(line_ + 1));
    return underlined || is_heading(copy_.line(line_));
  }

  void read_list(std::size_t begin, std::size_t end) {
    const std::string_view list = copy_.text().substr(begin, end - begin);
    const std::string_view before =
        copy_.text().substr(copy_.begin_of(line_), begin - copy_.begin_of(line_));
    const bool alone = trim(before).empty() && line_ > 0;
    if (std::string id = without_fillers(id_in(list)); !id.empty())
      copy_.heading_ids[alone ? line_ - 1 : line_] = std::move(id);
    // "* TOC" and "{:toc}" are replaced by the table of contents.
    if (alone && starts_with(list, "{:toc") && is_list_item(copy_.line(line_ - 1)))
      copy_.clear_line(line_ - 1);
    copy_.blank(begin, end);
  }

  static bool is_list_item(std::string_view line) {
    line = trim_left(line);
    return starts_with(line, "* ") || starts_with(line, "- ") || starts_with(line, "1. ") ||
           starts_with(line, "+ ");
  }

  MarkdownCopy& copy_;
  std::size_t line_;
};

}  // namespace

void blank_attributes(MarkdownCopy& copy) {
  for (std::size_t line = 0; line < copy.line_count(); ++line)
    if (copy.line(line).find('{') != std::string_view::npos) LineReader(copy, line).read();
}

/// "##heading": kramdown without GFM and older parsers need no space. One '#' is given up for the
/// space and added to the level again. A single '#' may be a hashtag, so it stays.
void part_hashes(MarkdownCopy& copy) {
  for (std::size_t line = 0; line < copy.line_count(); ++line) {
    const std::size_t begin = copy.begin_of(line);
    const std::string_view text = copy.line(line);
    std::size_t hashes = 0;
    while (hashes < text.size() && text[hashes] == '#') ++hashes;
    if (hashes < 2 || hashes > 6 || hashes == text.size() || is_blank(text[hashes])) continue;
    if (copy.is_code(begin) || copy.is_html(begin)) continue;
    copy.put(begin + hashes - 1, ' ');
    copy.heading_levels[line] = 1;
  }
}

}  // namespace geul::indexer
