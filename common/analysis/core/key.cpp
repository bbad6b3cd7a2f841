// SPDX-License-Identifier: MIT
#include "common/analysis/core/key.hpp"

#include "common/analysis/core/lookup.hpp"
#include "common/analysis/core/predicate.hpp"
#include "common/analysis/core/trust.hpp"

namespace geul::analysis::core {
namespace {

Key copy_of(const Stem& stem) noexcept {
  Key key;
  key.write(stem);
  return key;
}

Key whole(Run run) noexcept {
  Key key = copy_of(Stem(run, run.size));
  key.is_noun = true;
  return key;
}

/// A noun without 님 and 씨 behind a name (홍길동님), the plural 들 and the derivations 적, 적인
/// (사람들 -> 사람, 사회적인 -> 사회).
Key noun(Stem stem) noexcept {
  if (stem.size() >= 4 && (stem.last() == u'님' || stem.last() == u'씨')) stem.drop();
  if (stem.size() >= 3 && stem.last() == u'들') stem.drop();
  if (stem.size() >= 4 && stem.last() == u'인' && stem.before_last() == u'적') stem.drop();
  if (stem.size() >= 3 && stem.last() == u'적') stem.drop();
  Key key = copy_of(stem);
  key.is_noun = true;
  return key;
}

Key predicate(const Stem& stem) noexcept {
  Key key;
  write_predicate(stem, key);
  return key;
}

/// Whether 만 may be the end of 지만 instead of a particle: 잡지만 is 잡 + 지만 rather than a
/// magazine and 만.
bool ends_with_man(const Particles& particles) noexcept {
  return particles.length == 1 && particles.outermost->form.text[0] == u'만';
}

bool is_verb_before_jiman(const Readings& readings) noexcept {
  for (const Reading* reading = readings.begin(); reading != readings.predicates_end(); ++reading)
    if (reading->native && !reading->before.honorific && is_believed(*reading) &&
        length_of(*reading->ending) == 2)
      return true;
  return false;
}

/// 있는지를, 할지에, 만들때는: below the particles may be a clause.
bool may_be_clause(Run rest, const Particles& particles) noexcept {
  const char16_t last = rest.back();
  return particles.length != 0 && rest.size > 1 &&
         (last == u'지' || last == u'가' || last == u'때');
}

Key analysed(Run run, const Particles& particles) noexcept {
  const Run noun_run = run.prefix(particles.kept);
  if (particles.whole && !ends_with_man(particles)) return whole(noun_run);
  const Readings readings(run);
  if (particles.whole && !is_verb_before_jiman(readings)) return whole(noun_run);
  Stem stem;
  bool particles_win = false;
  if (find_verbalised_noun(run, readings, stem)) return copy_of(stem);
  if (find_copula_noun(run, readings, stem)) return noun(stem);
  if (find_adnominal_u(run, particles, stem)) return copy_of(stem);
  if (find_adnominal_ji(run, stem)) return predicate(stem);
  if (find_predicate_stem(readings, particles, stem, particles_win) && !particles_win)
    return predicate(stem);
  if (may_be_clause(noun_run, particles)) {
    const Key key = analysed(noun_run, {noun_run.size, 0, nullptr, false});
    if (!key.is_noun) return key;
  }
  if (particles.length == 0 && find_silent_copula(readings, stem)) return noun(stem);
  return noun(Stem(run, particles.kept));
}

/// Whether nouns may end like the particle: 를, 을, 는 and 에 end none but those of
/// whole_nouns.tsv.
bool may_end_noun(const Particle& particle) noexcept {
  return particle.form.size == 1 && !is_one_of(particle.form.text[0], u"를을는에");
}

/// 커서, 가면, 파서: predicates so short that nouns look like them.
bool may_be_noun(Run run) noexcept {
  constexpr size_t kLongest = 3;
  return run.size > 1 && run.size <= kLongest;
}

}  // namespace

void Key::write(const Stem& from) noexcept {
  size = stem = from.size();
#ifdef GEUL_SMALL_CORE
  if (size > 1) tail[0] = from.before_last();
  tail[1] = from.last();
#else
  for (size_t i = 0; i < size; ++i) text[i] = from[i];
#endif
}

Key key_of(Run run, Attachment attachment, const UserWords& words) noexcept {
  if (run.size > kMaxRun) return whole(run.prefix(kMaxRun));
  if (const UserWord word = find_user_word(words, run); word.size != 0)
    return copy_of(Stem(run, word.size));
  const Particles particles = strip_particles(run, attachment);
  return particles.kept == 0 ? Key{} : analysed(run, particles);
}

Alternates alternates_of(Run run, const UserWords& words) noexcept {
  Alternates found;
  if (run.size == 0 || run.size > kMaxRun || find_user_word(words, run).size != 0) return found;
  const Particles particles = strip_particles(run, Attachment::none);
  const Key key = particles.kept == 0 ? Key{} : analysed(run, particles);
  if (particles.whole) return found;
  if (!key.is_noun) {
    if (may_be_noun(run)) found.keys[found.size++] = whole(run.prefix(particles.kept));
    return found;
  }
  if (particles.length == 1 && may_end_noun(*particles.outermost))
    found.keys[found.size++] = noun(Stem(run, run.size));
  const Particles further = strip_particles(key.view(), Attachment::none);
  if (further.length == 1 && may_end_noun(*further.outermost))
    found.keys[found.size++] = noun(Stem(key.view(), further.kept));
  return found;
}

}  // namespace geul::analysis::core
