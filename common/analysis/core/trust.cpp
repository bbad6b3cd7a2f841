// SPDX-License-Identifier: MIT
#include "common/analysis/core/trust.hpp"

#include "common/analysis/core/auxiliary.hpp"
#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/lookup.hpp"
#include "common/analysis/core/native_stem.hpp"
#include "korean_tables.hpp"

namespace geul::analysis::core {
namespace {

/// Whether a weak ending stands behind a syllable that predicates end with.
bool has_likely_final(const Stem& stem) noexcept {
  return stem.size() > 1 && contains(tables::kStemFinals, stem.last());
}

/// Whether 아지 ends an animal's name instead of a predicate: 강아지, 송아지, not 낮아지.
bool is_animal(const Stem& stem) noexcept {
  return stem.size() == 3 && stem.last() == u'지' && stem.before_last() == u'아' &&
         find_native(Stem(stem.run(), 1)) == nullptr;
}

/// 알려주는, 만들어지는: the verb before the auxiliary tells that 는 is no particle. Not 가, which
/// ends nouns (여가).
bool ends_with_auxiliary(Stem stem) noexcept {
  return stem.last() != u'가' && !is_animal(stem) && strip_auxiliary(stem);
}

/// 변하, 안되: what 하다 and 되다 make of a root of one syllable.
bool is_verbal(const Stem& stem) noexcept {
  return stem.size() > 1 && (stem.last() == u'하' || stem.last() == u'되');
}

bool is_known(const Reading& reading) noexcept {
  return reading.native || is_verbal(reading.stem) || ends_with_auxiliary(reading.stem);
}

/// 가시는 is 가 with an honorific, 도시는 a town and 캐시는 a cache: before 시 few stems count.
bool is_honoured(const Reading& reading) noexcept {
  if (!reading.before.honorific) return false;
  if (is_one_of(reading.stem.last(), u"가오하되보주쓰쉬")) return true;
  return reading.native && (reading.stem.size() > 1 || !is_open(reading.stem.last()));
}

/// A longer stem, or one that an honorific 시 made longer.
bool is_long_known(const Reading& reading) noexcept {
  if (is_honoured(reading)) return true;
  return reading.stem.size() > 1 && is_known(reading);
}

/// 상관없지, 똑같아, 있나: a consonant that ends predicates, before endings that end nouns too
/// (페이지, 안테나).
bool is_closed_before(const Ending& ending, const Reading& reading) noexcept {
  const Stem& stem = reading.stem;
  if (is_open(stem.last())) return false;
  if (is_form(ending, u'지') || is_form(ending, u'어') || is_form(ending, u'아'))
    return has_likely_final(stem);
  return is_form(ending, u'나') && (reading.native || has_likely_final(stem));
}

/// 필요없는, 살아남는: the particle 는 stands behind vowels alone.
bool is_verb_before_neun(const Reading& reading) noexcept {
  return !reading.before.honorific && is_form(*reading.ending, u'는') &&
         !is_open(reading.stem.last());
}

bool is_short_stem(const Reading& reading) noexcept {
  return reading.stem.size() == 1 && (!reading.before.honorific || is_honoured(reading));
}

bool is_trusted(const Reading& reading) noexcept {
  switch (reading.ending->trust) {
    case Trust::none:
      return false;
    case Trust::lengthy:
      return is_long_known(reading);
    case Trust::native:
      if (is_closed_before(*reading.ending, reading)) return true;
      return !is_form(*reading.ending, u'나') && is_known(reading);
    case Trust::weak:
      return is_known(reading) || has_likely_final(reading.stem);
    case Trust::one:
      return is_short_stem(reading) || is_verb_before_neun(reading) || is_long_known(reading);
    case Trust::sure:
      return true;
  }
  return false;
}

/// 에게 is a particle; 이다, 이고 have no stem. Neither 어 nor 자 stands behind 시: 지시어, 지시자.
/// 이를 is the pronoun.
bool is_no_predicate(const Reading& reading) noexcept {
  const Ending& ending = *reading.ending;
  if (reading.before.honorific && (is_form(ending, u'어') || is_form(ending, u'자'))) return true;
  if (is_form(*reading.ending, u'게') && reading.stem.last() == u'에') return true;
  if (reading.stem.size() == 1) return reading.stem.last() == u'이';
  const bool is_ireul = reading.stem.size() == 2 && reading.stem[0] == u'이';
  return is_ireul && reading.stem.last() == u'르' && ending.coda == kRieul;
}

/// The syllables by which an ending shows itself: its own final consonant and a leading 어 do not.
size_t visible_length(const Ending& ending) noexcept {
  size_t hidden = 0;
  if (!ending.fused && ending.coda == 0)
    while (hidden < ending.form.size && ending.form.text[hidden] == u'어') ++hidden;
  if (hidden == ending.form.size) hidden = 0;
  return ending.form.size - hidden;
}

}  // namespace

bool is_believed(const Reading& reading) noexcept {
  if (reading.nominal != Nominal::none)
    return reading.nominal == Nominal::eum && reading.before.past;
  return reading.before.past || (is_trusted(reading) && !is_no_predicate(reading));
}

bool lose_to(const Reading& reading, const Particles& particles) noexcept {
  if (particles.length == 0 || reading.before.past || reading.nominal != Nominal::none)
    return false;
  if (reading.native && reading.stem.size() > 1) return false;
  const Ending& ending = *reading.ending;
  if (is_form(ending, u'는') || is_form(ending, u'은')) return false;
  const Form& outermost = particles.outermost->form;
  const bool hago = outermost.size == 2 && outermost.text[0] == u'하' && outermost.text[1] == u'고';
  return particles.length >= visible_length(ending) && !(hago && particles.kept == 1);
}

}  // namespace geul::analysis::core
