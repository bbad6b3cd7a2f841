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

std::size_t width_of(char32_t c) noexcept {
  constexpr char32_t kVowelJamo = 0x1160;  // medial and final jamo join the initial before them
  constexpr char32_t kFinalJamoEnd = 0x11FF;
  if (c >= kVowelJamo && c <= kFinalJamoEnd) return 0;
  const auto point = static_cast<UChar32>(c);
  const auto category = U_GET_GC_MASK(point);
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
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
  for (std::size_t offset = 0; offset < utf8.size();)
    columns += width_of(next_code_point(utf8, offset));
  return columns;
}

}  // namespace geul::text
