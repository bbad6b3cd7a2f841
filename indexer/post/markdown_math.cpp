// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/markdown_dialects.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

bool has_beyond_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return true;
  return false;
}

/// "x", "10", "f(n)", "O(nlogn)", "α": a name or a number, and what it is applied to.
bool is_term(std::string_view text) {
  const std::size_t open = text.find('(');
  const std::string_view name = text.substr(0, open);
  if (name.empty() || name.size() > 2) return false;
  if (open == text.npos) return text.find_first_of(" \t.,/:;'\"") == text.npos;
  return text.back() == ')' && text.find('(', open + 1) == text.npos && text.size() <= 20;
}

/// Whether what stands between two '$' is TeX rather than two prices or two shell variables:
/// pandoc's rule (tex_math_dollars) for the borders, and something in it that looks like TeX.
bool is_math(std::string_view inner, char behind) {
  if (inner.empty() || inner.size() > 1000 || is_digit(behind)) return false;
  if (is_blank(inner.front()) || is_blank(inner.back())) return false;
  if (inner.find('\\') != inner.npos) return true;
  if (is_term(inner)) return true;
  return !has_beyond_ascii(inner) && inner.find_first_of("^_=+<>") != inner.npos;
}

/// The '$' of a line that are neither code nor escaped.
std::vector<std::size_t> dollars(const MarkdownCopy& copy, std::size_t line) {
  std::vector<std::size_t> places;
  for (std::size_t i = copy.begin_of(line); i < copy.end_of(line); ++i)
    if (copy[i] == '$' && !copy.is_code(i) && (i == 0 || copy[i - 1] != '\\')) places.push_back(i);
  return places;
}

void blank_dollars(MarkdownCopy& copy, std::size_t line) {
  const std::vector<std::size_t> at = dollars(copy, line);
  const auto twin = [&at](std::size_t i) { return i + 1 < at.size() && at[i + 1] == at[i] + 1; };
  for (std::size_t i = 0; i + 1 < at.size(); ++i) {
    if (twin(i)) {
      const bool closed = i + 3 < at.size() && twin(i + 2);
      if (closed) copy.blank(at[i], at[i + 3] + 1);
      i += closed ? 3U : 1U;
      continue;
    }
    const std::string_view inner = copy.text().substr(at[i] + 1, at[i + 1] - at[i] - 1);
    const char behind = at[i + 1] + 1 < copy.size() ? copy[at[i + 1] + 1] : '\n';
    if (twin(i + 1) || !is_math(inner, behind)) continue;
    copy.blank(at[i], at[i + 1] + 1);
    ++i;
  }
}

/// \( … \) and \[ … \], also with the backslash doubled, as MathJax pages need it.
void blank_slashed(MarkdownCopy& copy, std::string_view open, std::string_view close) {
  Finder openings(copy.text(), open);
  Finder closings(copy.text(), close);
  Finder paragraphs(copy.text(), "\n\n");
  for (std::size_t at = openings.next(0); at != std::string_view::npos;) {
    const std::size_t end = closings.next(at + open.size());
    if (end == std::string_view::npos) return;
    const bool whole = end < paragraphs.next(at) && !copy.is_code(at);
    if (whole) copy.blank(at, end + close.size());
    at = openings.next(whole ? end + close.size() : at + open.size());
  }
}

}  // namespace

void blank_inline_math(MarkdownCopy& copy) {
  for (std::size_t line = 0; line < copy.line_count(); ++line)
    if (copy.line(line).find('$') != std::string_view::npos) blank_dollars(copy, line);
  blank_slashed(copy, "\\\\(", "\\\\)");
  blank_slashed(copy, "\\\\[", "\\\\]");
}

}  // namespace geul::indexer
