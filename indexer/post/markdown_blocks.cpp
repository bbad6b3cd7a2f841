// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/markdown_dialects.hpp"
#include "indexer/post/markdown_fences.hpp"

namespace geul::indexer {
namespace {

/// The word that a Liquid tag or a shortcode at the begin of a line is called by: "highlight" for
/// "{% highlight ruby %}", "/highlight" for "{{< /highlight >}}".
std::string_view tag_word(std::string_view text) {
  if (starts_with(text, "{%")) {
    text.remove_prefix(2);
  } else if (starts_with(text, "{{<") || starts_with(text, "{{%")) {
    text.remove_prefix(3);
  } else {
    return {};
  }
  while (!text.empty() && (is_blank(text.front()) || text.front() == '-')) text.remove_prefix(1);
  std::size_t end = 0;
  while (end < text.size() && (is_name_char(text[end]) || text[end] == '/')) ++end;
  return text.substr(0, end);
}

bool ends_tag(std::string_view text) {
  text = trim_right(text);
  const std::string_view end = text.substr(text.size() < 2 ? 0 : text.size() - 2);
  return end == "%}" || end == "}}";
}

constexpr std::string_view kFence = "~~~~~~~~";

void put_fence(MarkdownCopy& copy, std::size_t line, std::string_view tag) {
  const auto begin = static_cast<std::size_t>(tag.data() - copy.text().data());
  for (std::size_t i = begin; i < copy.end_of(line); ++i)
    copy.put(i, i - begin < kFence.size() ? kFence[i - begin] : ' ');
}

}  // namespace

void blank_conflicts(MarkdownCopy& copy) {
  FenceTracker fences;
  bool open = false;
  for (std::size_t line = 0; line < copy.line_count(); ++line) {
    if (fences.is_code(copy.line(line))) continue;
    const ConflictMark mark = conflict_mark(copy.line(line));
    if (mark == ConflictMark::none) continue;
    if (mark == ConflictMark::ours) open = true;
    if (!open && mark != ConflictMark::end) continue;
    if (mark == ConflictMark::end) open = false;
    copy.clear_line(line);
  }
}

void fence_highlights(MarkdownCopy& copy) {
  FenceTracker fences;
  std::size_t open_line = 0;
  std::string_view open_tag;
  for (std::size_t line = 0; line < copy.line_count(); ++line) {
    if (open_tag.empty() && fences.is_code(copy.line(line))) continue;
    const std::string_view text = without_containers(copy.line(line));
    const std::string_view word = tag_word(text);
    if (word == "highlight" && ends_tag(text)) {
      open_line = line;
      open_tag = text;
    } else if (!open_tag.empty() && (word == "endhighlight" || word == "/highlight")) {
      put_fence(copy, open_line, open_tag);
      put_fence(copy, line, text);
      open_tag = {};
    }
  }
}

void blank_math_blocks(MarkdownCopy& copy) {
  FenceTracker fences;
  std::size_t open = copy.line_count();
  for (std::size_t line = 0; line < copy.line_count(); ++line) {
    const bool within = open < copy.line_count();
    if (!within && fences.is_code(copy.line(line))) continue;
    const std::string_view text = within ? copy.line(line) : without_containers(copy.line(line));
    const std::size_t mark = text.find("$$");
    if (within && mark != text.npos) {
      for (std::size_t i = open; i < line; ++i) copy.clear_line(i);
      const auto end = static_cast<std::size_t>(text.data() - copy.text().data()) + mark + 2;
      copy.blank(copy.begin_of(line), end);
      open = copy.line_count();
    } else if (!within && mark == 0 && text.find("$$", 2) == text.npos) {
      open = line;
    }
  }
}

/// "!!! note" and "??? note" open a block of lines indented by four: as the first line of a list
/// item they keep their contents out of code.
void itemize_admonitions(MarkdownCopy& copy) {
  FenceTracker fences;
  for (std::size_t line = 0; line < copy.line_count(); ++line) {
    if (fences.is_code(copy.line(line))) continue;
    const std::string_view text = trim_left(copy.line(line));
    if (!starts_with(text, "!!! ") && !starts_with(text, "??? ") && !starts_with(text, "???+ "))
      continue;
    const std::size_t end = copy.end_of(line);
    const std::size_t begin = end - text.size();
    const std::size_t quote = std::min(text.find('"'), text.size());
    copy.put(begin, '-');
    for (std::size_t i = 1; i < 4; ++i) copy.put(begin + i, ' ');
    copy.blank(begin + 4, begin + std::min(quote + 1, text.size()));
    if (end > begin + 4 && copy[end - 1] == '"') copy.blank(end - 1, end);
    if (end == begin + 4) continue;
    copy.put(begin + 4, kFiller);
  }
}

}  // namespace geul::indexer
