// SPDX-License-Identifier: MIT
#include "common/analysis/core/key.hpp"

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/lookup.hpp"
#include "common/analysis/core/predicate.hpp"
#include "korean_tables.hpp"

namespace geul::analysis::core {
namespace {

Key whole(Run run) noexcept {
  Key key;
  key.size = key.stem = run.size;
  for (size_t i = 0; i < run.size; ++i) key.text[i] = run[i];
  return key;
}

/// A noun without the plural 들 and the derivations 적, 적인 (사람들 -> 사람, 사회적인 -> 사회).
Key noun(Stem stem) noexcept {
  if (stem.size() >= 3 && stem.last() == u'들') stem.drop();
  if (stem.size() >= 4 && stem.last() == u'인' && stem.before_last() == u'적') stem.drop();
  if (stem.size() >= 3 && stem.last() == u'적') stem.drop();
  Key key;
  key.size = key.stem = stem.size();
  for (size_t i = 0; i < stem.size(); ++i) key.text[i] = stem[i];
  return key;
}

Key as_written(const Stem& stem) noexcept {
  Key key;
  key.size = key.stem = stem.size();
  for (size_t i = 0; i < stem.size(); ++i) key.text[i] = stem[i];
  return key;
}

Key predicate(const Stem& stem) noexcept {
  Key key;
  write_predicate(stem, key);
  return key;
}

Key analysed(Run run, const Particles& particles) noexcept {
  const Readings readings(run);
  Stem stem;
  bool particles_win = false;
  if (find_verbalised_noun(run, readings, stem)) return as_written(stem);
  if (find_copula_noun(run, readings, stem)) return noun(stem);
  if (find_adnominal_u(run, particles, stem)) return as_written(stem);
  if (find_adnominal_ji(run, stem)) return predicate(stem);
  if (find_predicate_stem(readings, particles, stem, particles_win) && !particles_win)
    return predicate(stem);
  return noun(Stem(run, particles.kept));
}

/// Whether the word's last syllable hides an adnominal ㄴ/ㄹ or a fused 아/어.
bool undo_adnominal(Stem& stem) noexcept {
  const char16_t last = stem.last();
  const unsigned coda = coda_of(last);
  if (coda == kNieun || coda == kRieul) {
    stem.change_last(without_coda(last));
    return contains(tables::kAdnominalStems, stem.last());
  }
  const unsigned vowel = vowel_of(last);
  if (coda != kNoCoda || lead_of(last) == kLeadIeung) return false;
  if (vowel != kYeo && vowel != kWa && vowel != kWae && vowel != kWo) return false;
  undo_contraction(stem);
  return true;
}

bool is_same(const Key& key, Run run) noexcept {
  return key.size == run.size && equal(key.text, run.data, run.size);
}

}  // namespace

Key key_of(Run run, Attachment attachment) noexcept {
  if (run.size > kMaxRun) return whole(run.prefix(kMaxRun));
  const Particles particles = strip_particles(run, attachment);
  return particles.kept == 0 ? Key{} : analysed(run, particles);
}

Key variant_of(Run run) noexcept {
  if (run.size < 2 || run.size > kMaxRun) return {};
  Stem stem(run, run.size);
  if (!undo_adnominal(stem)) return {};
  const Key key = predicate(stem);
  return is_same(key, run) ? Key{} : key;
}

}  // namespace geul::analysis::core
