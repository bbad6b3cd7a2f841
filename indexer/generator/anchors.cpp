// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>

#include "common/text/utf8.hpp"
#include "indexer/generator/generator.hpp"
#include "indexer/generator/slug.hpp"

namespace geul::indexer {
namespace {

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// kramdown: what stands before the first letter is dropped, then all but ASCII letters, digits,
/// spaces and hyphens.
std::string kramdown_slug(std::string_view heading) {
  std::size_t begin = 0;
  while (begin < heading.size() && !is_ascii_letter(heading[begin])) ++begin;
  std::string slug;
  for (const char c : heading.substr(begin)) {
    if (c == ' ') slug += '-';
    if (is_ascii_letter(c) || is_ascii_digit(c) || c == '-') slug += c;
  }
  return lower(slug);
}

/// The GFM parser and github-slugger: word characters, hyphens and spaces stay.
std::string word_slug(std::string_view heading) {
  std::string slug;
  for (std::size_t i = 0; i < heading.size();) {
    const char32_t c = text::next_code_point(heading, i);
    if (c == ' ' || c == '\t' || c == '-') {
      slug += '-';
    } else if (is_word(c)) {
      text::append_utf8(slug, c);
    }
  }
  return lower(slug);
}

std::string slug_of(AnchorRule rule, std::string_view heading) {
  switch (rule) {
    case AnchorRule::kramdown: {
      std::string slug = kramdown_slug(heading);
      return slug.empty() ? "section" : slug;
    }
    case AnchorRule::hugo: {
      std::string slug = word_slug(heading);
      return slug.empty() ? "heading" : slug;
    }
    case AnchorRule::kramdown_gfm:
    case AnchorRule::github:
      break;
  }
  return word_slug(heading);
}

}  // namespace

std::string AnchorMaker::anchor(std::string_view heading) {
  std::string slug = slug_of(style_.rule, heading);
  if (slug.empty()) return slug;
  return style_.prefix + number(std::move(slug));
}

/// kramdown counts how often a slug was made; the others go on counting until the result is free.
std::string AnchorMaker::number(std::string slug) {
  const auto [entry, fresh] = used_.try_emplace(slug, 0);
  if (fresh) return slug;
  const bool counts_only =
      style_.rule == AnchorRule::kramdown || style_.rule == AnchorRule::kramdown_gfm;
  std::string numbered;
  std::size_t& last = entry->second;
  do {
    numbered = slug + '-' + std::to_string(++last);
  } while (!counts_only && used_.find(numbered) != used_.end());
  if (!counts_only) used_.try_emplace(numbered, 0);
  return numbered;
}

void AnchorMaker::reserve(std::string_view anchor) {
  if (style_.rule == AnchorRule::hugo) used_.try_emplace(std::string(anchor), 0);
}

}  // namespace geul::indexer
