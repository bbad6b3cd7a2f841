// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/surface.hpp"

#include <algorithm>

#include "common/index/postings.hpp"
#include "common/text/normalize.hpp"

namespace geul::query {
namespace {

bool is_word(analysis::Family family) {
  return family == analysis::Family::word || family == analysis::Family::variant ||
         family == analysis::Family::part;
}

bool is_latin(std::string_view term) {
  return std::ranges::all_of(term, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// "JVM에" -> "JVM". Full-width letters stay.
std::string_view front_in_ascii(std::string_view surface) {
  const auto end =
      std::ranges::find_if(surface, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  const auto size = static_cast<std::size_t>(end - surface.begin());
  return size == 0 ? surface : surface.substr(0, size);
}

}  // namespace

std::string shown_form(std::string_view surface, std::string_view term) {
  std::string shown = text::to_nfc(surface);
  if (shown.empty()) return std::string(term);
  // What is behind the term is grammar, but a Latin stem is no word.
  if (is_latin(term)) return std::string(front_in_ascii(shown));
  return shown.starts_with(term) ? std::string(term) : shown;
}

void add_surfaces(const index::Document& post, analysis::Analyzer& analyzer,
                  std::map<std::string, std::string, std::less<>>& surface_by_term) {
  auto missing = static_cast<std::size_t>(std::ranges::count_if(
      surface_by_term, [](const auto& entry) { return entry.second.empty(); }));
  index::visit_pieces(post, [&](index::Field, std::string_view text) {
    if (missing == 0) return;
    analyzer.analyze(text, [&](const analysis::Token& token) {
      if (!is_word(token.family)) return;
      const auto wanted = surface_by_term.find(token.term);
      if (wanted == surface_by_term.end() || !wanted->second.empty()) return;
      const std::string_view surface =
          text.substr(token.span.begin, token.span.end - token.span.begin);
      wanted->second = shown_form(surface, token.term);
      --missing;
    });
  });
}

}  // namespace geul::query
