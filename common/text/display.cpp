// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/display.hpp"

#include <unicode/uchar.h>

#include "common/text/utf8.hpp"

namespace geul::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kPictures = 0x2400;
constexpr char32_t kDeletePicture = 0x2421;

constexpr bool is_line_end(char32_t c) noexcept {
  return c == '\n' || c == 0x2028 || c == 0x2029;
}

constexpr bool reorders(char32_t c) noexcept {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
         c == 0x200F || c == 0x061C;
}

char32_t visible(char32_t c, Lines lines) noexcept {
  if (is_line_end(c)) return lines == Lines::keep ? U'\n' : U' ';
  if (c == '\t') return lines == Lines::keep ? c : U' ';
  if (c < 0x20) return kPictures + c;
  if (c == 0x7F) return kDeletePicture;
  if ((c >= 0x80 && c < 0xA0) || reorders(c)) return kReplacement;
  return c;
}

constexpr bool is_within(char32_t c, char32_t first, char32_t last) noexcept {
  return c >= first && c <= last;
}

/// Medial and final jamo, which join the initial before them.
constexpr bool is_inner_jamo(char32_t c) noexcept {
  return is_within(c, 0x1160, 0x11FF) || is_within(c, 0xD7B0, 0xD7FF);
}

std::size_t width_of(char32_t c) noexcept {
  if (is_within(c, 0x20, 0x7E)) return 1;
  if (is_within(c, 0xAC00, 0xD7A3)) return 2;
  if (is_inner_jamo(c)) return 0;
  const auto point = static_cast<UChar32>(visible(c, Lines::join));
  const auto category = U_GET_GC_MASK(point);
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// What U+FE0F adds to the character before it: emoji presentation is wide.
std::size_t widening_of(char32_t before) noexcept {
  const bool is_emoji = u_hasBinaryProperty(static_cast<UChar32>(before), UCHAR_EMOJI) != 0;
  return is_emoji && width_of(before) == 1 ? 1 : 0;
}

/// Where the code point begins that ends at `end`.
std::size_t begin_before(std::string_view utf8, std::size_t end) noexcept {
  std::size_t begin = end - 1;
  while (begin > 0 && (static_cast<unsigned char>(utf8[begin]) & 0xC0U) == 0x80U) --begin;
  return begin;
}

/// The width of the code point at `offset`, which moves behind it.
std::size_t next_width(std::string_view utf8, std::size_t& offset) noexcept {
  constexpr char32_t kEmojiSelector = 0xFE0F;
  const std::size_t begin = offset;
  const char32_t c = next_code_point(utf8, offset);
  if (c != kEmojiSelector || begin == 0) return width_of(c);
  std::size_t before = begin_before(utf8, begin);
  return widening_of(next_code_point(utf8, before));
}

}  // namespace

std::string printable(std::string_view text, Lines lines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();)
    append_utf8(out, visible(next_code_point(text, offset), lines));
  return out;
}

std::size_t display_width(std::string_view utf8) {
  std::size_t columns = 0;
  for (std::size_t offset = 0; offset < utf8.size();) columns += next_width(utf8, offset);
  return columns;
}

std::string_view fitting_front(std::string_view utf8, std::size_t columns) {
  std::size_t end = 0;
  for (std::size_t offset = 0, used = 0; offset < utf8.size(); end = offset) {
    used += next_width(utf8, offset);
    if (used > columns) break;
  }
  return utf8.substr(0, end);
}

std::string_view fitting_back(std::string_view utf8, std::size_t columns) {
  std::size_t begin = utf8.size();
  for (std::size_t used = 0; begin > 0;) {
    const std::size_t next = begin_before(utf8, begin);
    std::size_t offset = next;
    used += next_width(utf8, offset);
    if (used > columns) break;
    begin = next;
  }
  return utf8.substr(begin);
}

}  // namespace geul::text
