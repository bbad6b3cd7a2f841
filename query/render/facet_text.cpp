// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/facet_text.hpp"

#include <algorithm>
#include <vector>

#include "common/base/format.hpp"
#include "common/text/display.hpp"

namespace geul::query {
namespace {

constexpr std::size_t kIndent = 2;  ///< of each level of a tree

struct Line {
  std::string name;
  std::size_t count = 0;
  bool selected = false;
};

void add_lines(const std::vector<index::FacetCount>& counts, std::size_t indent,
               std::vector<Line>& lines) {
  for (const index::FacetCount& count : counts) {
    lines.push_back(
        {std::string(indent, ' ') + text::printable(count.value), count.count, count.selected});
    add_lines(count.children, indent + kIndent, lines);
  }
}

}  // namespace

std::string facet_to_text(const index::FacetCounts& counts, const Ink& ink) {
  if (counts.values.empty()) return {};
  std::vector<Line> lines;
  add_lines(counts.values, 0, lines);
  std::size_t widest = 0;
  for (const Line& line : lines) widest = std::max(widest, text::display_width(line.name));
  std::string text = ink.title(counts.facet.name(), {});
  text += counts.exact ? "\n" : "  (at least)\n";
  for (const Line& line : lines) {
    const std::size_t gap = widest - text::display_width(line.name);
    text += format("  {} {}{}  {:>6}\n", line.selected ? '*' : ' ', line.name,
                   std::string(gap, ' '), line.count);
  }
  if (counts.left_out > 0)
    text += format("    … {} more, all with --facet-limit 0\n", counts.left_out);
  return text + '\n';
}

}  // namespace geul::query
