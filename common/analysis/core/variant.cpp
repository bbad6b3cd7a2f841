// SPDX-License-Identifier: MIT
#include "common/analysis/core/variant.hpp"

#include "common/analysis/core/contraction.hpp"
#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/irregular.hpp"
#include "common/analysis/core/lookup.hpp"
#include "common/analysis/core/native_stem.hpp"
#include "common/analysis/core/predicate.hpp"

namespace geul::analysis::core {
namespace {

/// 큰, 볼: the adnominal ㄴ or ㄹ of a stem of one syllable, which key_of() does not undo. Not 한
/// and 될, which say nothing.
bool undo_adnominal(Stem& stem) noexcept {
  if (stem.last() == u'잘' || stem.last() == u'안') return false;  // adverbs
  const unsigned coda = coda_of(stem.last());
  if (stem.size() != 1 || (coda != kNieun && coda != kRieul)) return false;
  stem.change_last(without_coda(stem.last()));
  return stem.last() != u'하' && stem.last() != u'되' && find_native(stem) != nullptr;
}

/// 써, 봐: a fused 아/어 of such a stem.
bool undo_fused(Stem& stem) noexcept {
  if (stem.size() != 1 || stem.last() == u'왜') return false;
  const char16_t last = stem.last();
  undo_contraction(stem);
  return stem.last() != last && stem.last() != u'하' && stem.last() != u'되' && is_native(stem);
}

/// 바꾸기, 흐름, 움직임, 믿음: a predicate made a noun (제19항). Not 감 and the like, of one
/// syllable.
bool undo_nominal(Stem& stem) noexcept {
  const char16_t last = stem.last();
  if (stem.size() < 2) return false;
  if (last == u'기') {
    stem.drop();
  } else if (last == u'음') {
    stem.drop();
    restore_irregular(stem, Opening::eu);
  } else if (coda_of(last) == kMieum) {
    stem.change_last(without_coda(last));
  } else {
    return false;
  }
  return is_native(stem);
}

/// 값의, 책도: before the commonest particles that key_of() does not take from one syllable, since
/// 회의 and 지도 look alike. Rarer ones would cost more than they find (크론 is no 크).
bool is_short_noun(Run noun) noexcept {
  if (noun.size != 2 || is_whole_noun(noun)) return false;
  if (noun.back() == u'가') return is_open(noun[0]);
  if (noun.back() == u'과') return !is_open(noun[0]);
  return is_one_of(noun.back(), u"의도만");
}

}  // namespace

Key variant_of(Run noun) noexcept {
  if (noun.size == 0 || noun.size > kMaxRun) return {};
  const Stem whole(noun, noun.size);
  Key key;
  Stem stem = whole;
  if (undo_adnominal(stem) || undo_fused(stem = whole) || undo_nominal(stem = whole)) {
    write_predicate(stem, key);
    return key;
  }
  if (!is_short_noun(noun)) return key;
  key.write(Stem(noun, 1));
  return key;
}

}  // namespace geul::analysis::core
