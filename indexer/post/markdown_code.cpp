// SPDX-License-Identifier: GPL-2.0-or-later
#include <unordered_map>

#include "indexer/post/markdown_dialects.hpp"
#include "indexer/post/markdown_tree.hpp"

namespace geul::indexer {
namespace {

struct LineRange {
  std::size_t first;
  std::size_t last;
};

LineRange lines_of(cmark_node* node, std::size_t count) {
  const auto first = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1)) - 1;
  const auto last = static_cast<std::size_t>(std::max(cmark_node_get_end_line(node), 1)) - 1;
  return {std::min(first, count - 1), std::min(std::max(first, last), count - 1)};
}

struct Run {
  std::size_t begin;
  std::size_t length;
};

std::vector<Run> backtick_runs(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Run> runs;
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] != '`') continue;
    std::size_t behind = i;
    while (behind < end && text[behind] == '`') ++behind;
    runs.push_back({i, behind - i});
    i = behind;
  }
  return runs;
}

bool is_escaped(std::string_view text, std::size_t at) {
  std::size_t slashes = 0;
  while (slashes < at && text[at - slashes - 1] == '\\') ++slashes;
  return slashes % 2 == 1;
}

/// CommonMark, "Code spans": a run of backticks is closed by the next run of the same length.
void mark_spans(MarkdownCopy& copy, std::size_t begin, std::size_t end) {
  const std::vector<Run> runs = backtick_runs(copy.text(), begin, end);
  std::vector<std::size_t> next_alike(runs.size(), runs.size());
  std::unordered_map<std::size_t, std::size_t> seen;
  for (std::size_t i = runs.size(); i-- > 0;) {
    if (const auto found = seen.find(runs[i].length); found != seen.end())
      next_alike[i] = found->second;
    seen[runs[i].length] = i;
  }
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const bool escaped = is_escaped(copy.text(), runs[i].begin);
    if (escaped && runs[i].length == 1) continue;
    const std::size_t close = next_alike[i];
    if (escaped || close == runs.size()) continue;
    copy.mark(runs[i].begin, runs[close].begin + runs[close].length, MarkdownCopy::Part::code);
    i = close;
  }
}

}  // namespace

void find_code(MarkdownCopy& copy) {
  if (copy.line_count() == 0) return;
  const MarkdownTree tree = parse_markdown(copy.text());
  walk(tree.get(), [&copy](cmark_node* node, bool entering) {
    if (!entering) return;
    const LineRange lines = lines_of(node, copy.line_count());
    const std::size_t begin = copy.begin_of(lines.first);
    const std::size_t end = copy.end_of(lines.last);
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_CODE_BLOCK:
        return copy.mark(begin, end, MarkdownCopy::Part::code);
      case CMARK_NODE_HTML_BLOCK:
        return copy.mark(begin, end, MarkdownCopy::Part::html);
      case CMARK_NODE_PARAGRAPH:
      case CMARK_NODE_HEADING:
        return mark_spans(copy, begin, end);
      default:
        return;
    }
  });
}

}  // namespace geul::indexer
