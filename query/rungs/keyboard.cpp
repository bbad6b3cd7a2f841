// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/keyboard.hpp"

#include <array>
#include <optional>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/jamo.hpp"
#include "common/text/utf8.hpp"

namespace geul::query {
namespace {

using analysis::coda_index;
using analysis::is_vowel;
using analysis::JamoPair;
using analysis::joined_jamo;
using analysis::lead_index;
using analysis::parts_of;
using analysis::strokes_of;
using analysis::vowel_index;

namespace core = analysis::core;

/// Compatibility jamo (U+3131 on) by key, a to z and then A to Z.
constexpr std::u16string_view kLower = u"ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ";
constexpr std::u16string_view kUpper = u"ㅁㅠㅊㅇㄸㄹㅎㅗㅑㅓㅏㅣㅡㅜㅒㅖㅃㄲㄴㅆㅕㅍㅉㅌㅛㅋ";

std::optional<char16_t> jamo_of_key(char32_t key) {
  if (key >= U'a' && key <= U'z') return kLower[key - U'a'];
  if (key >= U'A' && key <= U'Z') return kUpper[key - U'A'];
  return std::nullopt;
}

char key_of_jamo(char16_t jamo) {
  if (const auto lower = kLower.find(jamo); lower != std::u16string_view::npos)
    return static_cast<char>('a' + lower);
  if (const auto upper = kUpper.find(jamo); upper != std::u16string_view::npos)
    return static_cast<char>('A' + upper);
  return '?';
}

/// Composes syllables from jamo as they come in.
class Composer {
 public:
  explicit Composer(std::string& out) : out_(out) {}

  void take(char16_t jamo) { is_vowel(jamo) ? take_vowel(jamo) : take_consonant(jamo); }

  void flush() {
    if (lead_ != 0 && vowel_ != 0) {
      text::append_utf8(out_, core::compose(*lead_index(lead_), vowel_index(vowel_),
                                            coda_ == 0 ? 0 : *coda_index(coda_)));
    } else if (lead_ != 0 || vowel_ != 0) {
      text::append_utf8(out_, lead_ != 0 ? lead_ : vowel_);
    }
    lead_ = vowel_ = coda_ = 0;
  }

 private:
  void take_vowel(char16_t jamo) {
    if (coda_ != 0) {
      // The consonant, or the latter half of two, goes over to the next syllable.
      const JamoPair parts = parts_of(coda_);
      coda_ = parts.second == 0 ? 0 : parts.first;
      const char16_t next = parts.second == 0 ? parts.first : parts.second;
      flush();
      lead_ = next;
      vowel_ = jamo;
    } else if (vowel_ == 0) {
      if (lead_ != 0 && !lead_index(lead_)) flush();
      vowel_ = jamo;
    } else if (const char16_t joined = joined_jamo(vowel_, jamo); joined != 0) {
      vowel_ = joined;
    } else {
      flush();
      vowel_ = jamo;
    }
  }

  void take_consonant(char16_t jamo) {
    const bool open = lead_ != 0 && vowel_ != 0;
    if (open && coda_ == 0 && coda_index(jamo)) {
      coda_ = jamo;
    } else if (const char16_t joined = joined_jamo(coda_, jamo); open && joined != 0) {
      coda_ = joined;
    } else {
      flush();
      lead_ = jamo;
    }
  }

  std::string& out_;
  char16_t lead_ = 0;
  char16_t vowel_ = 0;
  char16_t coda_ = 0;
};

}  // namespace

std::string to_korean_layout(std::string_view typed) {
  std::string korean;
  Composer composer(korean);
  for (std::size_t at = 0; at < typed.size();) {
    const char32_t c = text::next_code_point(typed, at);
    if (const auto jamo = jamo_of_key(c)) {
      composer.take(*jamo);
    } else {
      composer.flush();
      text::append_utf8(korean, c);
    }
  }
  composer.flush();
  return korean;
}

std::string to_latin_layout(std::string_view typed) {
  std::string latin;
  for (std::size_t at = 0; at < typed.size();) {
    const char32_t c = text::next_code_point(typed, at);
    const std::u16string jamo = strokes_of(c);
    if (jamo.empty()) text::append_utf8(latin, c);
    for (const char16_t stroke : jamo) latin += key_of_jamo(stroke);
  }
  return latin;
}

}  // namespace geul::query
