// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>
#include <stdint.h>

namespace geul::analysis::core {

/// What a particle or ending asks of the syllable before it (한글 맞춤법 제18항, 제41항).
enum class Batchim : uint8_t {
  any,
  closed,         ///< a final consonant: 책을
  open,           ///< none: 나무를
  open_or_rieul,  ///< none, or ㄹ: 나무로, 길로
  ha,             ///< 하 itself: 하여 (제18항 7)
};

/// Where a particle may leave a word of one syllable.
enum class ShortStem : uint8_t {
  never,     ///< 의: 주의, 회의 are words of their own
  in_rieul,  ///< 은, 로: no predicate and few nouns look like 글은, 물로
  as_last,   ///< 을: 책을
  anywhere,  ///< 에: also below another particle, 집에는
};

/// Which particles may stand behind one.
enum class Above : uint8_t {
  none,  ///< 를, 은
  topic,  ///< auxiliary ones, 의 and those of the copula: 로+는, 와+의, 대로+라면, not 로+를
  any,  ///< 까지+만, 에서+를
};

/// When an ending is believed without further evidence.
enum class Trust : uint8_t {
  none,     ///< only below a verbaliser, a copula or a past tense
  lengthy,  ///< behind a native stem (predicate_stems.tsv) of two syllables and more: 보낸
  native,   ///< behind a native stem: 쓰지
  weak,     ///< also behind stem_finals.tsv: 부풀리고
  one,      ///< behind a stem of one syllable, or a native one of more: 가는
  sure,     ///< wherever it stands: 습니다
};

/// How a native stem's last syllable changes before some endings (한글 맞춤법 제18항).
enum class Change : uint8_t {
  none,    ///< or a change that shows by itself: ㄹ, 으, 르
  bieup,   ///< ㅂ to 우: 돕, 도우 (제18항 6)
  digeut,  ///< ㄷ to ㄹ before a vowel: 깨닫, 깨달아 (제18항 5)
  digeut_eu,  ///< the same, but before 아/어 another verb is likelier: 들으면 is 듣, 들어 is 들
  siot,       ///< ㅅ falls before a vowel: 짓, 지어 (제18항 2)
  hieut,  ///< ㅎ falls: 하얗, 하얀, 하얘 (제18항 3)
  reo,    ///< 어 becomes 러: 이르, 이르러 (제18항 8)
};

/// What the predicate before an auxiliary ends with.
enum class Behind : uint8_t {
  eo,        ///< 아/어, perhaps fused: 만들어+주, 꺼내+주
  ji,        ///< 가지+않
  go,        ///< 하고+싶
  eo_or_go,  ///< 되어+있, 하고+있
  ge,        ///< 하게+되
  rieul,     ///< 할+수있
};

/// A few Hangul syllables. `text` beyond `size` is zero.
struct Form {
  char16_t text[4];
  uint8_t size;
};

struct Particle {
  Form form;
  Batchim batchim;
  ShortStem short_stem;
  Above above;
  bool topic;  ///< an auxiliary particle (보조사), 의 or one of the copula (라면)
};

struct NativeStem {
  Form form;
  Change change;
};

struct Auxiliary {
  Form form;
  Behind behind;
};

/// A word that only looks as if something could be cut from it.
struct WholeNoun {
  Form form;
  bool ends_longer;  ///< also at the end of a longer word
};

/// An ending as it is found at the end of a word: `coda`, when not 0, is a final consonant that
/// it puts into the stem's last syllable (ㅂ of ㅂ니다), then `form`.
struct Ending {
  Form form;
  uint8_t coda;  ///< index of the final consonant (hangul.hpp), 0 for none
  Batchim batchim;
  Trust trust;
  bool fused;    ///< the stem's vowel has swallowed the ending's 아/어: 봐, 해서
  bool copular;  ///< before it an 이 is the copula even behind a vowel
};

}  // namespace geul::analysis::core
