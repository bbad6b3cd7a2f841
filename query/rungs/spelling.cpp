// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/spelling.hpp"

#include <algorithm>
#include <array>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/jamo.hpp"

namespace geul::query {
namespace {

using analysis::coda_index;
using analysis::coda_jamo;
using analysis::lead_index;
using analysis::lead_jamo;
using analysis::vowel_index;
using analysis::vowel_jamo;

namespace core = analysis::core;

constexpr std::size_t kLongEnough = 3;

/// Either may stand for the other, in words of any length: no native word has both.
struct Confusion {
  std::u16string_view one;
  std::u16string_view other;
};
constexpr std::array kConfusions{
    Confusion{u"컨", u"콘"},
    Confusion{u"컴포", u"콤포"},
    Confusion{u"캐쉬", u"캐시"},
    Confusion{u"푸쉬", u"푸시"},
    Confusion{u"레쉬", u"레시"},
    Confusion{u"대쉬", u"대시"},
    Confusion{u"쉽", u"십"},
    Confusion{u"쉘", u"셸"},
    Confusion{u"쉐", u"셰"},
    Confusion{u"메세", u"메시"},
    Confusion{u"화일", u"파일"},
    Confusion{u"화이팅", u"파이팅"},
    Confusion{u"후라", u"프라"},
    Confusion{u"어플리", u"애플리"},
    Confusion{u"라이센", u"라이선"},
    Confusion{u"데이타", u"데이터"},
    Confusion{u"쓰레드", u"스레드"},
    Confusion{u"렉토", u"렉터"},
    Confusion{u"팩토", u"팩터"},
    Confusion{u"벡토", u"벡터"},
    Confusion{u"메소", u"메서"},
    Confusion{u"타겟", u"타깃"},
    Confusion{u"리듬", u"리즘"},
    Confusion{u"카탈", u"카달"},
    Confusion{u"심볼", u"심벌"},
    Confusion{u"워크", u"웍"},
    Confusion{u"윈도우", u"윈도"},
    Confusion{u"로보트", u"로봇"},
    Confusion{u"셉트", u"셉"},
    Confusion{u"악세", u"액세"},
    Confusion{u"플래시", u"플래쉬"},
    Confusion{u"뱃지", u"배지"},
    Confusion{u"케익", u"케이크"},
    Confusion{u"로케트", u"로켓"},
    Confusion{u"초콜렛", u"초콜릿"},
    Confusion{u"수퍼", u"슈퍼"},
    Confusion{u"디지탈", u"디지털"},
    Confusion{u"세서리", u"세사리"},
    Confusion{u"미스테리", u"미스터리"},
    Confusion{u"바베큐", u"바비큐"},
    Confusion{u"소세지", u"소시지"},
    Confusion{u"커텐", u"커튼"},
    Confusion{u"쇼파", u"소파"},
    Confusion{u"테입", u"테이프"},
    Confusion{u"로얄", u"로열"},
    Confusion{u"알콜", u"알코올"},
    Confusion{u"넌센스", u"난센스"},
    Confusion{u"타올", u"타월"},
    Confusion{u"렌트카", u"렌터카"},
    Confusion{u"심포지움", u"심포지엄"},
    Confusion{u"앙케이트", u"앙케트"},
    Confusion{u"런닝", u"러닝"},
    Confusion{u"컨닝", u"커닝"},
    Confusion{u"도너츠", u"도넛"},
};

/// 제1장 제3항: what is heard at the end of a syllable is written with one of seven codas.
constexpr std::array kCodaSpellings{std::pair{u'ㅋ', u'ㄱ'}, std::pair{u'ㅌ', u'ㅅ'},
                                    std::pair{u'ㄷ', u'ㅅ'}, std::pair{u'ㅍ', u'ㅂ'},
                                    std::pair{u'ㅈ', u'ㅅ'}, std::pair{u'ㅊ', u'ㅅ'}};

/// 제1장 제4항: voiceless plosives are aspirated, so that 까페 is 카페; voiced ones plain (뻐스,
/// 버스).
constexpr std::array kLeadSpellings{std::pair{u'ㄲ', u'ㅋ'}, std::pair{u'ㄲ', u'ㄱ'},
                                    std::pair{u'ㄸ', u'ㅌ'}, std::pair{u'ㄸ', u'ㄷ'},
                                    std::pair{u'ㅃ', u'ㅍ'}, std::pair{u'ㅃ', u'ㅂ'},
                                    std::pair{u'ㅆ', u'ㅅ'}, std::pair{u'ㅉ', u'ㅊ'}};

/// 제3장 제1절 제4항: 쥬스 is 주스.
constexpr std::array kVowelsBehindAffricates{std::pair{u'ㅑ', u'ㅏ'}, std::pair{u'ㅕ', u'ㅓ'},
                                             std::pair{u'ㅛ', u'ㅗ'}, std::pair{u'ㅠ', u'ㅜ'}};

class Speller {
 public:
  explicit Speller(std::u16string_view word) : word_(word) {}

  std::vector<Spelling> run() {
    for (std::size_t at = 0; at < word_.size(); ++at) {
      respell_vowel(at);
      respell_coda(at);
      respell_lead(at);
    }
    for (const Confusion& confusion : kConfusions) {
      replace_each(confusion.one, confusion.other);
      replace_each(confusion.other, confusion.one);
    }
    return std::move(spellings_);
  }

 private:
  [[nodiscard]] Soundness native_too() const {
    return word_.size() >= kLongEnough ? Soundness::sure : Soundness::only_where_nothing_else_is;
  }

  void add(std::u16string text, Soundness soundness) {
    if (text != word_) spellings_.push_back({std::move(text), soundness});
  }
  void put(std::size_t at, char16_t syllable, Soundness soundness) {
    std::u16string text(word_);
    text[at] = syllable;
    add(std::move(text), soundness);
  }
  void put_vowel(std::size_t at, char16_t vowel, Soundness soundness) {
    const char16_t syllable = word_[at];
    put(at, core::compose(core::lead_of(syllable), vowel_index(vowel), core::coda_of(syllable)),
        soundness);
  }

  void respell_vowel(std::size_t at) {
    const char16_t lead = lead_jamo(core::lead_of(word_[at]));
    const char16_t vowel = vowel_jamo(core::vowel_of(word_[at]));
    if (lead == u'ㅈ' || lead == u'ㅊ') {
      for (const auto& [iotated, plain] : kVowelsBehindAffricates) {
        if (vowel == iotated) put_vowel(at, plain, Soundness::sure);
        if (vowel == plain) put_vowel(at, iotated, Soundness::sure);
      }
    }
    if (vowel == u'ㅐ') put_vowel(at, u'ㅔ', native_too());
    if (vowel == u'ㅔ') put_vowel(at, u'ㅐ', native_too());
  }

  void respell_coda(std::size_t at) {
    const char16_t syllable = word_[at];
    const char16_t coda = coda_jamo(core::coda_of(syllable));
    const auto respell = [&](char16_t from, char16_t to) {
      if (coda != from) return;
      put(at, core::with_coda(core::without_coda(syllable), *coda_index(to)), native_too());
    };
    for (const auto& [heard, written] : kCodaSpellings) {
      respell(heard, written);
      respell(written, heard);
    }
  }

  void respell_lead(std::size_t at) {
    const char16_t syllable = word_[at];
    const char16_t lead = lead_jamo(core::lead_of(syllable));
    const auto respell = [&](char16_t from, char16_t to) {
      if (lead != from) return;
      put(at, core::compose(*lead_index(to), core::vowel_of(syllable), core::coda_of(syllable)),
          Soundness::only_where_nothing_else_is);
    };
    for (const auto& [doubled, single] : kLeadSpellings) {
      respell(doubled, single);
      respell(single, doubled);
    }
  }

  void replace_each(std::u16string_view from, std::u16string_view to) {
    for (std::size_t at = word_.find(from); at != std::u16string_view::npos;
         at = word_.find(from, at + 1)) {
      std::u16string text(word_);
      add(text.replace(at, from.size(), to), Soundness::sure);
    }
  }

  std::u16string_view word_;
  std::vector<Spelling> spellings_;
};

}  // namespace

std::vector<Spelling> loanword_spellings(std::u16string_view word) {
  constexpr std::size_t kShortest = 2;
  constexpr std::size_t kLongest = 16;
  if (word.size() < kShortest || word.size() > kLongest) return {};
  if (!std::ranges::all_of(word, core::is_syllable)) return {};
  return Speller(word).run();
}

}  // namespace geul::query
