// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/anchor_slug.hpp"

#include <algorithm>

#include "common/text/letters.hpp"
#include "common/text/utf8.hpp"
#include "indexer/generator/slug.hpp"

namespace geul::indexer {
namespace {

using text::Category;

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpaces);
  return begin == text.npos ? std::string_view{}
                            : text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

bool is_space_or_hyphen(char32_t c) {
  return c == ' ' || c == '-';
}

std::string hyphenated(std::string words) {
  std::ranges::replace(words, ' ', '-');
  std::ranges::replace(words, '\t', '-');
  return words;
}

/// kramdown: what stands before the first letter is dropped, then all but ASCII letters, digits,
/// spaces and hyphens.
std::string kramdown(std::string_view source) {
  std::size_t begin = 0;
  while (begin < source.size() && !is_ascii_letter(source[begin])) ++begin;
  std::string slug;
  for (const char c : source.substr(begin)) {
    if (c == ' ') slug += '-';
    if (is_ascii_letter(c) || is_ascii_digit(c) || c == '-') slug += c;
  }
  return text::lower_case(slug);
}

/// The GFM parser takes the text as kramdown's typography leaves it: "--" and "---" are dashes,
/// which are no words.
std::string kramdown_gfm(std::string_view text) {
  std::string typeset;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t hyphens = 0;
    while (i + hyphens < text.size() && text[i + hyphens] == '-') ++hyphens;
    if (hyphens % 3 == 1) typeset += '-';
    if (hyphens == 0) typeset += text[i];
    i += hyphens == 0 ? 1 : hyphens;
  }
  return text::lower_case(hyphenated(
      kept(typeset, [](char32_t c) { return is_space_or_hyphen(c) || c == '\t' || is_word(c); })));
}

bool is_hugo_word(char32_t c) {
  return is_space_or_hyphen(c) || c == '\t' || c == '_' || is_letter_or_digit(c);
}

std::string hugo(std::string_view source) {
  return text::lower_case(hyphenated(kept(trim(source), is_hugo_word)));
}

std::string hugo_ascii(std::string_view source) {
  return text::lower_case(hyphenated(
      kept(without_accents(trim(source)), [](char32_t c) { return c < 0x80 && is_hugo_word(c); })));
}

/// Letters and digits in lower case, with one '-' for all that stands between them.
std::string blackfriday(std::string_view source) {
  return text::lower_case(dashed(source, [](char32_t c) {
    return is_letter_or_digit(c) || text::category_of(c) == Category::number;
  }));
}

bool opens_quote(std::string_view before, std::string_view openers) {
  if (before.empty()) return true;
  if (openers.find(before.back()) != openers.npos) return true;
  return before.ends_with("—") || before.ends_with("‘");
}

/// marked-smartypants, which Hexo's renderer has on: curly quotes, dashes and ellipses.
std::string smart(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("---") || rest.starts_with("...")) {
      out += rest[0] == '-' ? "—" : "…";
      i += 3;
    } else if (rest.starts_with("--")) {
      out += "–";
      i += 2;
    } else if (rest[0] == '\'') {
      out += opens_quote(out, "-/([{\" \t\n") ? "‘" : "’";
      ++i;
    } else if (rest[0] == '"') {
      out += opens_quote(out, "-/([{ \t\n") ? "“" : "”";
      ++i;
    } else {
      out += text[i++];
    }
  }
  return out;
}

std::string github(std::string_view text) {
  return hyphenated(kept(text::lower_case_in_full(text),
                         [](char32_t c) { return is_space_or_hyphen(c) || is_word(c); }));
}

bool is_mdit_mark(char32_t c) {
  constexpr std::string_view kMarks = "~`!@#$%^&*()-_+=[]{}|\\;:\"'<>,.?/";
  return (c < 0x80 && kMarks.find(static_cast<char>(c)) != kMarks.npos) ||
         text::category_of(c) == Category::space || (c >= 0x2018 && c <= 0x2019) ||
         (c >= 0x201C && c <= 0x201D);
}

/// @mdit-vue/shared, slugify.ts: decomposed, without combining accents, all punctuation as one '-',
/// and '_' before a digit at the beginning.
std::string mdit_vue(std::string_view text) {
  const std::string shown = kept(text::to_nfkd(text), [](char32_t c) {
    return (c < 0x300 || c > 0x36F) && (c >= 0x20 || c == '\t' || c == '\n');
  });
  std::string slug = dashed(shown, [](char32_t c) { return !is_mdit_mark(c); });
  if (!slug.empty() && is_ascii_digit(slug.front())) slug.insert(0, "_");
  return text::lower_case_in_full(slug);
}

/// mdBook, normalize_id: letters, numbers, '_' and '-' stay, ASCII in lower case; white space is
/// '-'.
std::string mdbook(std::string_view text) {
  std::string slug;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = text::next_code_point(text, i);
    const Category category = text::category_of(c);
    if (category == Category::space)
      slug += '-';
    else if (c < 0x80 && c >= 'A' && c <= 'Z')
      slug += static_cast<char>(c + 32);
    else if (c == '-' || c == '_' || category == Category::letter ||
             category == Category::decimal || category == Category::number)
      slug += text.substr(begin, i - begin);
  }
  return slug;
}

/// What Python's \w matches: str.isalnum() or '_'.
bool is_python_word(char32_t c) {
  const Category category = text::category_of(c);
  return c == '_' || category == Category::letter || category == Category::decimal ||
         category == Category::number;
}

/// Python-Markdown, extensions/toc.py: ASCII of the compatibility decomposition, words and hyphens,
/// runs of white space and hyphens as one '-'.
std::string python_markdown(std::string_view text) {
  std::string kept;
  for (const char c : text::to_nfkd(text)) {
    const bool word = is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-';
    if (word || c == ' ' || c == '\t' || c == '\n') kept += c;
  }
  std::string slug;
  for (const char c : trim(kept)) {
    const bool gap = c == ' ' || c == '\t' || c == '\n' || c == '-';
    if (gap && slug.ends_with('-')) continue;
    slug += gap ? '-' : c;
  }
  return text::lower_case(slug);
}

/// The same without the way to ASCII.
std::string python_unicode(std::string_view text) {
  std::string slug;
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = text::next_code_point(text, i);
    const bool mark = c == '-' || text::category_of(c) == Category::space;
    if (!mark && !is_python_word(c)) continue;
    if (!mark && gap) slug += '-';
    gap = mark && (c == '-' || !slug.empty());
    if (!mark) slug += text.substr(begin, i - begin);
  }
  return text::lower_case_in_full(slug);
}

/// pymdownx.slugs.slugify with case "lower": in NFC, words, hyphens and spaces, each space as '-'.
std::string pymdownx(std::string_view text) {
  const std::string words =
      kept(text, [](char32_t c) { return is_space_or_hyphen(c) || is_python_word(c); });
  return hyphenated(text::lower_case_in_full(trim(words)));
}

std::string zola_safe(std::string_view text) {
  std::string slug;
  for (const char c : trim(text)) slug += c == ' ' ? '_' : c;
  return slug;
}

}  // namespace

std::string anchor_slug(AnchorRule rule, const HeadingText& heading) {
  switch (rule) {
    case AnchorRule::none:
      return {};
    case AnchorRule::kramdown:
      return kramdown(heading.source);
    case AnchorRule::kramdown_gfm:
      return kramdown_gfm(heading.text);
    case AnchorRule::hugo:
      return hugo(heading.source);
    case AnchorRule::hugo_ascii:
      return hugo_ascii(heading.source);
    case AnchorRule::blackfriday:
      return blackfriday(heading.source);
    case AnchorRule::hexo:
      return hexo_slug(smart(heading.text));
    case AnchorRule::hexo_lower:
      return text::lower_case_in_full(hexo_slug(smart(heading.text)));
    case AnchorRule::mdit_vue:
      return mdit_vue(heading.text);
    case AnchorRule::mdbook:
      return mdbook(heading.text);
    case AnchorRule::python_markdown:
      return python_markdown(heading.text);
    case AnchorRule::python_unicode:
      return python_unicode(heading.text);
    case AnchorRule::pymdownx:
      return pymdownx(heading.text);
    case AnchorRule::zola:
      return ascii_slug(heading.text);
    case AnchorRule::zola_safe:
      return zola_safe(heading.text);
    case AnchorRule::github:
      break;
  }
  return github(heading.text_with_images);
}

}  // namespace geul::indexer
