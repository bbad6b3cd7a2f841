// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/wrap.hpp"

#include <algorithm>

#include "common/text/display.hpp"
#include "common/text/graphemes.hpp"
#include "common/text/utf8.hpp"

namespace geul::query {
namespace {

/// A space that no mark is joined to.
bool is_break(std::string_view text, std::size_t at) {
  if (text[at] != ' ') return false;
  std::size_t next = at + 1;
  return next == text.size() || !text::extends_grapheme(text::next_code_point(text, next));
}

std::size_t last_break(std::string_view text, std::size_t end) {
  while (end > 0 && !is_break(text, end - 1)) --end;
  return end == 0 ? 0 : end - 1;
}

/// The end of the line that begins `text`.
std::size_t line_end(std::string_view text, std::size_t columns) {
  const std::size_t fits = text::fitting_front(text, columns).size();
  if (fits == text.size()) return fits;
  if (const std::size_t space = last_break(text, fits + 1); space > 0) return space;
  const std::size_t border = text::last_grapheme_border(text, fits);
  return border > 0 ? border : text::first_grapheme_end(text);
}

std::vector<ByteSpan> within(const std::vector<ByteSpan>& marks, ByteSpan line) {
  std::vector<ByteSpan> found;
  for (const ByteSpan& mark : marks) {
    const std::size_t begin = std::max(mark.begin, line.begin);
    const std::size_t end = std::min(mark.end, line.end);
    if (begin < end) found.push_back({begin - line.begin, end - line.begin});
  }
  return found;
}

}  // namespace

std::vector<MarkedLine> wrap(std::string_view text, const std::vector<ByteSpan>& marks,
                             std::size_t columns) {
  std::vector<MarkedLine> lines;
  std::size_t at = 0;
  do {
    const ByteSpan line{at, at + line_end(text.substr(at), columns)};
    lines.push_back({slice(text, line), within(marks, line)});
    at = line.end;
    while (at < text.size() && is_break(text, at)) ++at;
  } while (at < text.size());
  return lines;
}

std::string shortened(std::string_view text, std::size_t columns) {
  if (text::display_width(text) <= columns) return std::string{text};
  const std::size_t fits = text::fitting_front(text, columns == 0 ? 0 : columns - 1).size();
  return std::string{text.substr(0, text::last_grapheme_border(text, fits))} + "…";
}

}  // namespace geul::query
