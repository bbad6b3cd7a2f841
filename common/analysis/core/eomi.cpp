// SPDX-License-Identifier: MIT
#include "common/analysis/core/eomi.hpp"

#include "common/analysis/core/contraction.hpp"
#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/josa.hpp"
#include "common/analysis/core/lookup.hpp"
#include "common/analysis/core/native_stem.hpp"
#include "korean_tables.hpp"

namespace geul::analysis::core {
namespace {

/// Vowels that hold a fused 아/어; 해 is the one of 하.
bool shows_fusion(const Stem& stem) noexcept {
  const unsigned vowel = vowel_of(stem.last());
  if (vowel == kYeo || vowel == kWa || vowel == kWae || vowel == kWo || stem.last() == u'해')
    return true;
  Stem restored = stem;
  return restore_irregular(restored, Opening::fused);
}

/// 불러 (한글 맞춤법 제18항 9), 써 (18항 4), 건너 and 가 (제34항): fusion that is seen where the
/// stem is native.
bool hides_fusion(const Stem& stem, const Ending& ending) noexcept {
  const bool is_particle = ending.form.size == 1 && ending.form.text[0] == u'도';
  if (is_particle && stem.size() == 1) return false;  // 태도, 파도
  Stem undone = stem;
  undo_contraction(undone);
  if (undone == stem && !is_doubled_rieul(stem) && !fuses_without_trace(stem)) return false;
  return is_native(undone);
}

/// 가서: before 서 a vowel ㅏ is a fused 아 also where nothing is known of the stem.
bool is_before_seo(const Stem& stem, const Ending& ending) noexcept {
  return ending.form.size != 0 && ending.form.text[0] == u'서' && vowel_of(stem.last()) == kA;
}

/// A stem in which the ending's own final consonant (한 of 한다) is undone.
bool take_coda(Stem& stem, unsigned coda) noexcept {
  if (coda_of(stem.last()) != coda) return false;
  stem.change_last(without_coda(stem.last()));
  return true;
}

bool take_fusion(Stem& stem, const Ending& ending) noexcept {
  if (!is_open(stem.last())) return false;
  if (!shows_fusion(stem) && !is_before_seo(stem, ending) && !hides_fusion(stem, ending))
    return false;
  undo_contraction(stem);
  return true;
}

/// Whether a stem that ends with 여 is a noun and the copula before a fused 어 (한글 맞춤법
/// 제36항): 객체여야 is 객체 + 이어야. Behind a consonant, one syllable or 보, it is a verb in 이:
/// 붙여서, 쓰여서, 돋보여서.
bool is_contracted_copula(const Stem& stem) noexcept {
  return stem.size() >= 3 && stem.last() == u'여' && is_open(stem.before_last()) &&
         stem.before_last() != u'보' && stem.before_last() != u'하';
}

/// The noun before the copula, also before 이 written twice (색이여서).
void drop_copula(Stem& stem) noexcept {
  stem.drop();
  if (stem.size() >= 3 && stem.last() == u'이' && !is_open(stem.before_last())) stem.drop();
}

Opening opening_before(const Ending& ending) noexcept {
  if (ending.fused) return Opening::fused;
  if (ending.coda != 0) return Opening::coda;
  return opening_of(ending.form.text[0]);
}

/// 맵은, 곱은 are nouns: ㅂ-irregular stems have 우 before 으 (매운).
bool keeps_bieup(const Stem& stem) noexcept {
  const NativeStem* const native = find_native(stem);
  return native == nullptr || native->change != Change::bieup;
}

/// Undoes what the ending has done to the stem's last syllable; false when it cannot follow it.
bool take(Stem& stem, const Ending& ending) noexcept {
  if (ending.fused) return take_fusion(stem, ending);
  if (ending.coda != 0) return take_coda(stem, ending.coda);
  if (ending.batchim != Batchim::closed || opening_before(ending) != Opening::eu)
    return agrees(ending.batchim, stem.last());
  if (coda_of(stem.last()) == kRieul) return is_softened_digeut(stem);
  return is_open(stem.last()) ? has_lost_siot(stem) : keeps_bieup(stem);
}

}  // namespace

Readings::Readings(Run run) noexcept {
  read_endings(run);
  predicates_ = size_;
  read_nominals(run);
}

void Readings::read_endings(Run run) noexcept {
  for (const Ending& ending : rows_ending<tables::kEndings>(run.back())) read_ending(run, ending);
  for (const Ending& ending : rows_ending<tables::kEndings>(0)) read_ending(run, ending);
}

void Readings::read_ending(Run run, const Ending& ending) noexcept {
  if (run.size <= ending.form.size || !ends_with(run, ending.form)) return;
  Stem stem(run, run.size - ending.form.size);
  const bool copula = ending.fused && ending.form.size != 0 && is_contracted_copula(stem);
  if (!take(stem, ending)) return;
  if (!copula) return add_predicate(stem, ending);
  drop_copula(stem);
  add({stem, &ending, Nominal::none, {false, false, Copula::contracted}, false});
}

void Readings::add_predicate(Stem stem, const Ending& ending) noexcept {
  const Prefinal prefinal = undo_prefinal(stem, opening_before(ending));
  add({stem, &ending, Nominal::none, prefinal, false});
}

/// Of readings that agree in stem and copula the first stays.
void Readings::add(const Reading& reading) noexcept {
  for (const Reading& known : *this)
    if (known.stem == reading.stem && known.before.copula == reading.before.copula) return;
  push(reading);
}

void Readings::push(const Reading& reading) noexcept {
  if (size_ == kMax) return;
  items_[size_] = reading;
  items_[size_].native = is_native(reading.stem);
  ++size_;
}

void Readings::read_nominals(Run run) noexcept {
  for (const Form& particle : rows_ending<tables::kNominalParticles>(run.back()))
    if (run.size > particle.size && ends_with(run, particle))
      read_nominal(run.prefix(run.size - particle.size));
}

void Readings::read_nominal(Run run) noexcept {
  const char16_t last = run.back();
  if (last == u'기' && run.size > 1)
    add_nominal(Stem(run, run.size - 1), Nominal::gi, Opening::consonant);
  if (coda_of(last) != kMieum) return;
  Stem open(run, run.size);
  open.change_last(without_coda(last));
  push({open, nullptr, Nominal::coda, {}, false});
  if (last == u'음' && run.size > 1)
    add_nominal(Stem(run, run.size - 1), Nominal::eum, Opening::eu);
}

void Readings::add_nominal(Stem stem, Nominal nominal, Opening opening) noexcept {
  const Prefinal prefinal = undo_prefinal(stem, opening);
  push({stem, nullptr, nominal, prefinal, false});
}

}  // namespace geul::analysis::core
