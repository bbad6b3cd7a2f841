// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/script.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace geul::text {
namespace {

constexpr char32_t kZeroWidthNonJoiner = 0x200C;
constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr char32_t kLatin1End = 0x100;

bool is_emoji(UChar32 c) noexcept {
  return u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
         u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) != 0 ||
         u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER) != 0;
}

/// ー and the half-width sound marks are shared by both kana, so that their script is Common.
bool is_shared_kana_mark(UChar32 c) noexcept {
  return c == 0x30FC || c == 0xFF70 || c == 0xFF9E || c == 0xFF9F;
}

Script script_of_letter(UChar32 c) noexcept {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HANGUL:
      return Script::hangul;
    case USCRIPT_HAN:
      return Script::han;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_KATAKANA_OR_HIRAGANA:
      return Script::kana;
    default:
      return is_shared_kana_mark(c) ? Script::kana : Script::latin;
  }
}

Script classify(UChar32 c) noexcept {
  const auto category = U_GET_GC_MASK(c);
  if ((category & U_GC_M_MASK) != 0 || c == kZeroWidthJoiner || c == kZeroWidthNonJoiner)
    return Script::mark;
  if ((category & U_GC_ND_MASK) != 0) return Script::digit;
  if ((category & (U_GC_L_MASK | U_GC_N_MASK)) != 0) return script_of_letter(c);
  return static_cast<char32_t>(c) >= kLatin1End && is_emoji(c) ? Script::emoji : Script::other;
}

constexpr Script script_of_ascii(char32_t c) noexcept {
  if (c >= '0' && c <= '9') return Script::digit;
  const char32_t lower = c | 0x20U;
  return lower >= 'a' && lower <= 'z' ? Script::latin : Script::other;
}

}  // namespace

Script script_of(char32_t code_point) noexcept {
  if (code_point < 0x80) return script_of_ascii(code_point);
  if (code_point >= 0xAC00 && code_point <= 0xD7A3) return Script::hangul;
  return classify(static_cast<UChar32>(code_point));
}

}  // namespace geul::text
