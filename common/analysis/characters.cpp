// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/characters.hpp"

#include "common/analysis/core/hangul.hpp"

namespace geul::analysis {
namespace {

constexpr bool in(char32_t c, char32_t first, char32_t last) noexcept {
  return c >= first && c <= last;
}

CharacterClass ascii(char32_t c) noexcept {
  if (in(c | 0x20U, 'a', 'z')) return {Kind::alnum, false, true, true, false};
  if (in(c, '0', '9')) return {Kind::alnum, false, true, false, true};
  return {c == ' ' || c == '\t' ? Kind::space : Kind::symbol, false, true, false, false};
}

/// Compatibility jamo and their half-width forms.
bool is_lone_jamo(char32_t c) noexcept {
  return in(c, 0x3131, 0x318E) || in(c, 0xFFA1, 0xFFDC);
}

/// Half-width voicing marks, which Unicode calls letters.
bool is_voicing_mark(char32_t c) noexcept {
  return c == 0xFF9E || c == 0xFF9F;
}

bool is_wide_space(char32_t c) noexcept {
  return c == 0xA0 || in(c, 0x2000, 0x200A) || c == 0x202F || c == 0x3000;
}

CharacterClass other(char32_t c) noexcept {
  if (is_ignorable(c) || is_voicing_mark(c)) return {Kind::symbol, true, false, false, false};
  switch (text::script_of(c)) {
    case text::Script::latin:
      return {Kind::alnum, false, false, true, false};
    case text::Script::digit:
      return {Kind::alnum, false, false, false, true};
    case text::Script::hangul:
      return {is_lone_jamo(c) ? Kind::jamo : Kind::hangul, false, false, true, false};
    case text::Script::han:
      return {Kind::han, false, false, true, false};
    case text::Script::kana:
      return {Kind::kana, false, false, true, false};
    case text::Script::emoji:
      return {Kind::emoji, false, false, false, false};
    case text::Script::mark:
      return {Kind::symbol, true, false, false, false};
    case text::Script::other:
      break;
  }
  return {is_wide_space(c) ? Kind::space : Kind::symbol, false, false, false, false};
}

}  // namespace

CharacterClass class_of(char32_t c) noexcept {
  if (c < 0x80) return ascii(c);
  if (core::is_syllable(c)) return {Kind::hangul, false, true, true, false};
  return other(c);
}

char32_t narrow(char32_t c) noexcept {
  if (in(c, 0xFF01, 0xFF5E)) return c - 0xFEE0;
  switch (c) {
    case 0x2019:
      return U'\'';
    case 0x1FEF:  // canonically equivalent to the grave accent
      return U'`';
    default:
      return c;
  }
}

bool is_ignorable(char32_t c) noexcept {
  return c == 0xAD || c == 0x115F || c == 0x1160 || in(c, 0x180B, 0x180F) ||
         in(c, 0x200E, 0x200F) || in(c, 0x2060, 0x2064) || c == 0x3164 || in(c, 0xFE00, 0xFE0F) ||
         c == 0xFEFF || c == 0xFFA0 || in(c, 0xE0100, 0xE01EF);
}

}  // namespace geul::analysis
