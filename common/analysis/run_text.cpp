// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/run_text.hpp"

#include <algorithm>

#include "common/analysis/characters.hpp"
#include "common/analysis/core/hangul.hpp"
#include "common/analysis/token.hpp"
#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"

namespace geul::analysis {
namespace {

/// Enough bytes for a term however many of them decomposition and ignorable characters take.
constexpr std::size_t kMaxRawBytes = 4096;

bool counts_whole(Kind kind) noexcept {
  return kind == Kind::han || kind == Kind::kana || kind == Kind::hangul;
}

char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string_view prefix(std::string_view text, std::size_t max) noexcept {
  if (text.size() <= max) return text;
  while (max != 0 && (static_cast<unsigned char>(text[max]) & 0xC0U) == 0x80U) --max;
  return text.substr(0, max);
}

void copy_visible(std::string_view text, std::string& out) {
  out.clear();
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = text::next_code_point(text, offset);
    if (!is_ignorable(c)) text::append_utf8(out, c);
  }
}

/// Expects whole syllables in UTF-8, three bytes each.
void decode_syllables(std::string_view utf8, std::u16string& out) {
  out.resize(utf8.size() / 3);
  const auto bits = [&](std::size_t at) { return static_cast<unsigned char>(utf8[at]) & 0x3FU; };
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<char16_t>((bits(3 * i) & 0x0FU) << 12U | bits(3 * i + 1) << 6U |
                                   bits(3 * i + 2));
}

bool decode_if_syllables(std::string_view folded, std::u16string& out) {
  out.clear();
  for (std::size_t offset = 0; offset < folded.size();) {
    const char32_t c = text::next_code_point(folded, offset);
    if (!core::is_syllable(c)) return false;
    out += static_cast<char16_t>(c);
  }
  return true;
}

}  // namespace

std::string_view RunFolder::fold(std::string_view text, const Piece& piece) {
  std::string_view raw = slice(text, piece.span);
  if (!counts_whole(piece.kind)) raw = prefix(raw, kMaxRawBytes);
  if (piece.plain && piece.kind == Kind::alnum) {
    folded_.resize(raw.size());
    std::transform(raw.begin(), raw.end(), folded_.begin(), lower);
  } else {
    copy_visible(raw, raw_);
    text::fold(raw_, folded_);
  }
  return folded_;
}

std::u16string_view RunFolder::syllables(std::string_view text, const Piece& piece) {
  if (piece.plain)
    decode_syllables(slice(text, piece.span), syllables_);
  else if (!decode_if_syllables(fold(text, piece), syllables_))
    syllables_.clear();
  return syllables_;
}

std::string_view clip_to_term(std::string_view folded) noexcept {
  return prefix(folded, kMaxTermBytes);
}

void write_utf8(std::u16string_view text, std::string& out) {
  out.clear();
  for (const char16_t c : text) text::append_utf8(out, c);
}

}  // namespace geul::analysis
