// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/slug.hpp"

#include <array>
#include <utility>

#include "common/text/letters.hpp"
#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"

namespace geul::indexer {
namespace {

using text::Category;

constexpr std::string_view kPrettyMarks = "._~!$&'()+,;=@";
constexpr std::string_view kHugoMarks = "./\\_#+~-@";
constexpr std::string_view kHexoMarks = "~`!@#$%^&*()-_+=[]{}|\\;:\"'<>,.?/";

bool is_one_of(char32_t c, std::string_view marks) noexcept {
  return c < 0x80 && marks.find(static_cast<char>(c)) != marks.npos;
}

bool is_hex(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_slug_letter(char32_t c) noexcept {
  const Category category = text::category_of(c);
  return category == Category::letter || category == Category::mark ||
         category == Category::decimal;
}

/// Letters of hexo-util's table that Unicode does not part into a letter and marks.
constexpr std::array<std::pair<char32_t, std::string_view>, 18> kWhole{{{U'Æ', "AE"},
                                                                        {U'æ', "ae"},
                                                                        {U'Œ', "OE"},
                                                                        {U'œ', "oe"},
                                                                        {U'Ø', "O"},
                                                                        {U'ø', "o"},
                                                                        {U'Đ', "D"},
                                                                        {U'đ', "d"},
                                                                        {U'Ł', "L"},
                                                                        {U'ł', "l"},
                                                                        {U'Ħ', "H"},
                                                                        {U'ħ', "h"},
                                                                        {U'Ŧ', "T"},
                                                                        {U'ŧ', "t"},
                                                                        {U'ß', "s"},
                                                                        {U'ı', "i"},
                                                                        {U'Ɖ', "D"},
                                                                        {U'Ŀ', "L"}}};

/// Where that table has letters: Latin with accents, circled and full-width Latin.
bool is_latin_variant(char32_t c) noexcept {
  return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF) ||
         (c >= 0x24B6 && c <= 0x24E9) || (c >= 0xFF21 && c <= 0xFF5A);
}

bool is_ascii_letter(char32_t c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void append_plain(std::string& out, std::string_view letter, char32_t c) {
  for (const auto& [whole, plain] : kWhole)
    if (whole == c) return void(out += plain);
  const std::string parted = text::to_nfkd(letter);
  std::size_t i = 0;
  const char32_t base = text::next_code_point(parted, i);
  if (is_ascii_letter(base))
    out += static_cast<char>(base);
  else
    out += letter;
}

std::string without_latin_accents(std::string_view utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t begin = i;
    const char32_t c = text::next_code_point(utf8, i);
    const std::string_view letter = utf8.substr(begin, i - begin);
    if (is_latin_variant(c))
      append_plain(out, letter, c);
    else
      out += letter;
  }
  return out;
}

constexpr std::array<std::string_view, 19> kInitials{"g", "gg", "n", "d",  "dd", "r", "m",
                                                     "b", "bb", "s", "ss", "",   "j", "jj",
                                                     "c", "k",  "t", "p",  "h"};
constexpr std::array<std::string_view, 21> kVowels{"a",   "ae", "ya", "yae", "eo", "e",  "yeo",
                                                   "ye",  "o",  "wa", "wae", "oe", "yo", "u",
                                                   "weo", "we", "wi", "yu",  "eu", "yi", "i"};
constexpr std::array<std::string_view, 28> kFinals{
    "",   "g",  "gg", "gs", "n",  "nj", "nh", "d",  "l", "lg", "lm", "lb", "ls", "lt",
    "lp", "lh", "m",  "b",  "bs", "s",  "ss", "ng", "j", "c",  "k",  "t",  "p",  "h"};

std::string spelt(char32_t syllable) {
  const std::size_t index = syllable - 0xAC00;
  std::string letters(kInitials[index / 588]);
  letters += kVowels[index % 588 / 28];
  letters += kFinals[index % 28];
  return letters;
}

}  // namespace

bool is_word(char32_t c) noexcept {
  return is_slug_letter(c) || text::category_of(c) == Category::connector;
}

bool is_letter_or_digit(char32_t c) noexcept {
  const Category category = text::category_of(c);
  return category == Category::letter || category == Category::decimal;
}

std::string kept(std::string_view utf8, Keep keep) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, i);
    if (keep(c)) text::append_utf8(out, c);
  }
  return out;
}

std::string dashed(std::string_view utf8, Keep keep) {
  std::string slug;
  bool gap = false;
  for (std::size_t i = 0; i < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, i);
    if (keep(c)) {
      if (gap && !slug.empty()) slug += '-';
      text::append_utf8(slug, c);
    }
    gap = !keep(c);
  }
  return slug;
}

std::string jekyll_slug(std::string_view utf8, SlugMode mode) {
  if (mode == SlugMode::letters) return text::lower_case(dashed(utf8, is_slug_letter));
  return dashed(utf8, [](char32_t c) { return is_slug_letter(c) || is_one_of(c, kPrettyMarks); });
}

std::string hugo_slug(std::string_view utf8) {
  std::string slug;
  bool space = false;
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t begin = i;
    const char32_t c = text::next_code_point(utf8, i);
    const bool encoded =
        c == '%' && begin + 2 < utf8.size() && is_hex(utf8[begin + 1]) && is_hex(utf8[begin + 2]);
    if (is_slug_letter(c) || is_one_of(c, kHugoMarks) || encoded) {
      if (space && c != '-') slug += '-';
      space = false;
      slug += utf8.substr(begin, i - begin);
    } else if (!slug.empty() && slug.back() != '-' && text::category_of(c) == Category::space) {
      space = true;
    }
  }
  return slug;
}

std::string hexo_slug(std::string_view utf8) {
  const std::string shown = kept(without_latin_accents(utf8), [](char32_t c) { return c >= 0x20; });
  return dashed(shown, [](char32_t c) {
    return !is_one_of(c, kHexoMarks) && text::category_of(c) != Category::space && c != 0xFEFF;
  });
}

std::string ascii_slug(std::string_view utf8) {
  const std::string plain = without_latin_accents(utf8);
  std::string spelling;
  for (std::size_t i = 0; i < plain.size();) {
    const char32_t c = text::next_code_point(plain, i);
    if (c >= 0xAC00 && c <= 0xD7A3)
      spelling += spelt(c);
    else
      text::append_utf8(spelling, c);
  }
  return text::lower_case(dashed(spelling, [](char32_t c) {
    return c < 0x80 && (is_ascii_letter(c) || (c >= '0' && c <= '9'));
  }));
}

std::string without_accents(std::string_view utf8) {
  return text::to_nfc(
      kept(text::to_nfd(utf8), [](char32_t c) { return text::category_of(c) != Category::mark; }));
}

}  // namespace geul::indexer
