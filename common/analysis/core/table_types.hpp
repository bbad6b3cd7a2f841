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
  as_last,   ///< 을: 책을
  anywhere,  ///< 에: also below another particle, 집에는
};

/// When an ending is believed without further evidence.
enum class Trust : uint8_t {
  none,  ///< only below a verbaliser, a copula or a past tense
  weak,  ///< behind the last syllables of known stems (predicate_stems.tsv)
  one,   ///< behind a stem of one syllable: 가는
  sure,  ///< wherever it stands: 습니다
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

/// A table whose rows are sorted by the last syllable of their form (0 for an empty one), then by
/// length, longest first.
template <class Row>
struct Table {
  const Row* rows;
  size_t size;
};

/// Syllables in ascending order.
struct SyllableSet {
  const char16_t* syllables;
  size_t size;
};

}  // namespace geul::analysis::core
