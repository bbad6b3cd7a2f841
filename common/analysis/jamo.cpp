// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/jamo.hpp"

#include <array>
#include <string_view>

#include "common/analysis/core/hangul.hpp"

namespace geul::analysis {
namespace {

// In the order of the indices (The Unicode Standard, 3.12).
constexpr std::u16string_view kLeads = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u16string_view kCodas = u"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
constexpr char16_t kFirstVowel = u'ㅏ';

struct Compound {
  char16_t jamo;
  char16_t first;
  char16_t second;
};
constexpr std::array kCompounds{
    Compound{u'ㄳ', u'ㄱ', u'ㅅ'}, Compound{u'ㄵ', u'ㄴ', u'ㅈ'}, Compound{u'ㄶ', u'ㄴ', u'ㅎ'},
    Compound{u'ㄺ', u'ㄹ', u'ㄱ'}, Compound{u'ㄻ', u'ㄹ', u'ㅁ'}, Compound{u'ㄼ', u'ㄹ', u'ㅂ'},
    Compound{u'ㄽ', u'ㄹ', u'ㅅ'}, Compound{u'ㄾ', u'ㄹ', u'ㅌ'}, Compound{u'ㄿ', u'ㄹ', u'ㅍ'},
    Compound{u'ㅀ', u'ㄹ', u'ㅎ'}, Compound{u'ㅄ', u'ㅂ', u'ㅅ'}, Compound{u'ㅘ', u'ㅗ', u'ㅏ'},
    Compound{u'ㅙ', u'ㅗ', u'ㅐ'}, Compound{u'ㅚ', u'ㅗ', u'ㅣ'}, Compound{u'ㅝ', u'ㅜ', u'ㅓ'},
    Compound{u'ㅞ', u'ㅜ', u'ㅔ'}, Compound{u'ㅟ', u'ㅜ', u'ㅣ'}, Compound{u'ㅢ', u'ㅡ', u'ㅣ'},
};

std::optional<unsigned> index_in(std::u16string_view jamo, char32_t c) noexcept {
  const std::size_t index = jamo.find(static_cast<char16_t>(c));
  if (!is_consonant(c) || index == std::u16string_view::npos) return std::nullopt;
  return static_cast<unsigned>(index);
}

void append_strokes(std::u16string& out, char16_t jamo) {
  if (jamo == 0) return;
  const JamoPair parts = parts_of(jamo);
  out += parts.first;
  if (parts.second != 0) out += parts.second;
}

}  // namespace

std::optional<unsigned> lead_index(char32_t consonant) noexcept {
  return index_in(kLeads, consonant);
}

unsigned vowel_index(char32_t vowel) noexcept {
  return static_cast<unsigned>(vowel - kFirstVowel);
}

std::optional<unsigned> coda_index(char32_t consonant) noexcept {
  const auto index = index_in(kCodas, consonant);
  if (!index) return std::nullopt;
  return *index + 1;
}

char16_t lead_jamo(unsigned lead) noexcept {
  return kLeads[lead];
}

char16_t vowel_jamo(unsigned vowel) noexcept {
  return static_cast<char16_t>(kFirstVowel + vowel);
}

char16_t coda_jamo(unsigned coda) noexcept {
  return coda == 0 ? u'\0' : kCodas[coda - 1];
}

JamoPair parts_of(char16_t jamo) noexcept {
  for (const Compound& compound : kCompounds)
    if (compound.jamo == jamo) return {compound.first, compound.second};
  return {jamo, 0};
}

char16_t joined_jamo(char16_t first, char16_t second) noexcept {
  for (const Compound& compound : kCompounds)
    if (compound.first == first && compound.second == second) return compound.jamo;
  return 0;
}

std::u16string strokes_of(char32_t c) {
  std::u16string strokes;
  if (is_consonant(c) || is_vowel(c)) {
    append_strokes(strokes, static_cast<char16_t>(c));
  } else if (core::is_syllable(c)) {
    const auto syllable = static_cast<char16_t>(c);
    append_strokes(strokes, lead_jamo(core::lead_of(syllable)));
    append_strokes(strokes, vowel_jamo(core::vowel_of(syllable)));
    append_strokes(strokes, coda_jamo(core::coda_of(syllable)));
  }
  return strokes;
}

}  // namespace geul::analysis
