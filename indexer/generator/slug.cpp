// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/slug.hpp"

#include "common/text/normalize.hpp"
#include "common/text/script.hpp"
#include "common/text/utf8.hpp"

namespace geul::indexer {
namespace {

constexpr std::string_view kPrettyMarks = "._~!$&'()+,;=@";

bool is_joiner(char32_t c) noexcept {
  return c == 0x200C || c == 0x200D;
}

template <class Keep>
std::string dashed(std::string_view text, Keep keep) {
  std::string slug;
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    if (!keep(c)) {
      gap = true;
      continue;
    }
    if (gap && !slug.empty()) slug += '-';
    gap = false;
    text::append_utf8(slug, c);
  }
  return slug;
}

bool is_letter_or_digit(char32_t c) noexcept {
  return c != '_' && is_word(c);
}

}  // namespace

bool is_word(char32_t c) noexcept {
  if (c == '_') return true;
  if (is_joiner(c)) return false;
  switch (text::script_of(c)) {
    case text::Script::other:
    case text::Script::emoji:
      return false;
    default:
      return true;
  }
}

std::string lower(std::string_view utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t begin = i;
    const char32_t c = text::next_code_point(utf8, i);
    const bool full_width = c >= 0xFF00 && c <= 0xFFEF;
    if (c < 0x80) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
    } else if (c >= 0x1100 || full_width) {
      out.append(utf8.substr(begin, i - begin));
    } else {
      out += text::fold(utf8.substr(begin, i - begin));
    }
  }
  return out;
}

std::string jekyll_slug(std::string_view text, SlugMode mode) {
  if (mode == SlugMode::letters) return lower(dashed(text, is_letter_or_digit));
  return dashed(text, [](char32_t c) {
    return is_word(c) || (c < 0x80 && kPrettyMarks.find(static_cast<char>(c)) != kPrettyMarks.npos);
  });
}

std::string plain_slug(std::string_view text) {
  return lower(dashed(text, [](char32_t c) { return is_word(c) || c == '.'; }));
}

}  // namespace geul::indexer
