// SPDX-License-Identifier: MIT
#include "common/analysis/core/eomi.hpp"

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/josa.hpp"
#include "common/analysis/core/lookup.hpp"
#include "korean_tables.hpp"

namespace geul::analysis::core {
namespace {

/// Vowels that hold a fused 아/어; 해 is the one of 하.
bool shows_fusion(char16_t syllable) noexcept {
  const unsigned vowel = vowel_of(syllable);
  return vowel == kYeo || vowel == kWa || vowel == kWae || vowel == kWo || syllable == u'해';
}

/// 불러, of 부르 (한글 맞춤법 제18항 9), and the few syllables of fused_eo.tsv.
bool shows_fused_eo(const Stem& stem) noexcept {
  if (stem.size() == 1) return contains(tables::kFusedEo, stem.last());
  const unsigned vowel = vowel_of(stem.last());
  return lead_of(stem.last()) == kLeadRieul && (vowel == kEo || vowel == kA) &&
         coda_of(stem.before_last()) == kRieul;
}

/// Fusion that only some endings make likely: 가서 is 가 + 아서 although the vowel does not show it
/// (한글 맞춤법 제34항), 불러야 is 부르 + 어야.
bool hides_fusion(const Stem& stem, const Ending& ending) noexcept {
  if (ending.form.size == 0) return false;
  const char16_t first = ending.form.text[0];
  if (first == u'서' && vowel_of(stem.last()) == kA) return true;
  return (first == u'서' || first == u'야') && shows_fused_eo(stem);
}

/// A stem in which the ending's own final consonant (한 of 한다) is undone.
bool take_coda(Stem& stem, unsigned coda) noexcept {
  if (coda_of(stem.last()) != coda) return false;
  stem.change_last(without_coda(stem.last()));
  return true;
}

bool take_fusion(Stem& stem, const Ending& ending) noexcept {
  if (!is_open(stem.last())) return false;
  if (!shows_fusion(stem.last()) && !hides_fusion(stem, ending)) return false;
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

/// Undoes what the ending has done to the stem's last syllable; false when it cannot follow it.
bool take(Stem& stem, const Ending& ending) noexcept {
  if (ending.fused) return take_fusion(stem, ending);
  if (ending.coda != 0) return take_coda(stem, ending.coda);
  return agrees(ending.batchim, stem.last());
}

}  // namespace

Readings::Readings(Run run) noexcept {
  read_endings(run);
  predicates_ = size_;
  read_nominals(run);
}

void Readings::read_endings(Run run) noexcept {
  for (const Ending& ending : rows_ending(tables::kEndings, run.back())) read_ending(run, ending);
  for (const Ending& ending : rows_ending(tables::kEndings, 0)) read_ending(run, ending);
}

void Readings::read_ending(Run run, const Ending& ending) noexcept {
  if (run.size <= ending.form.size || !ends_with(run, ending.form)) return;
  Stem stem(run, run.size - ending.form.size);
  const bool copula = ending.fused && ending.form.size != 0 && is_contracted_copula(stem);
  if (!take(stem, ending)) return;
  if (!copula) return add_predicate(stem, ending);
  drop_copula(stem);
  add({stem, &ending, Nominal::none, false, Copula::contracted, false});
}

void Readings::add_predicate(Stem stem, const Ending& ending) noexcept {
  const Prefinal prefinal = undo_prefinal(stem);
  add({stem, &ending, Nominal::none, prefinal.past, prefinal.copula, prefinal.honorific});
}

/// Of readings that agree in stem and copula the first stays.
void Readings::add(const Reading& reading) noexcept {
  for (const Reading& known : *this)
    if (known.stem == reading.stem && known.copula == reading.copula) return;
  if (size_ < kMax) items_[size_++] = reading;
}

void Readings::read_nominals(Run run) noexcept {
  for (const Form& particle : rows_ending(tables::kNominalParticles, run.back()))
    if (run.size > particle.size && ends_with(run, particle))
      read_nominal(run.prefix(run.size - particle.size));
}

void Readings::read_nominal(Run run) noexcept {
  const char16_t last = run.back();
  if (last == u'기' && run.size > 1) add_nominal(Stem(run, run.size - 1), Nominal::gi);
  if (coda_of(last) != kMieum) return;
  Stem open(run, run.size);
  open.change_last(without_coda(last));
  if (size_ < kMax) items_[size_++] = {open, nullptr, Nominal::coda, false, Copula::none, false};
  if (last == u'음' && run.size > 1) add_nominal(Stem(run, run.size - 1), Nominal::eum);
}

void Readings::add_nominal(Stem stem, Nominal nominal) noexcept {
  const Prefinal prefinal = undo_prefinal(stem);
  if (size_ < kMax)
    items_[size_++] = {stem, nullptr, nominal, prefinal.past, prefinal.copula, prefinal.honorific};
}

}  // namespace geul::analysis::core
