// SPDX-License-Identifier: MIT
#include "common/analysis/core/josa.hpp"

#include "common/analysis/core/auxiliary.hpp"
#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/lookup.hpp"
#include "korean_tables.hpp"

namespace geul::analysis::core {
namespace {

constexpr int kMaxLayers = 3;

/// 나라는 is 나라 + 는 far more often than 나 + 라는, and 살펴보다 a verb: 보다 behind 아/어.
bool is_misread(const Particle& particle, Run rest) noexcept {
  if (particle.form.text[0] == u'라') return rest.back() == u'나';
  const bool boda =
      particle.form.size == 2 && particle.form.text[0] == u'보' && particle.form.text[1] == u'다';
  return boda && is_connective(Stem(rest, rest.size));
}

bool fits(const Particle& particle, Run rest, Attachment attachment) noexcept {
  if (rest.size == 0) return attachment != Attachment::none;
  return agrees(particle.batchim, rest.back()) && !is_misread(particle, rest);
}

/// Whether the particle may stand below `outer`; nullptr: at the word's end.
bool may_stand_below(const Particle& particle, const Particle* outer) noexcept {
  return outer == nullptr || particle.above == Above::any ||
         (particle.above == Above::topic && outer->topic);
}

bool leaves_enough(const Particle& particle, Run rest, bool inner, Attachment attachment) noexcept {
  if (rest.size != 1) return true;
  if (attachment == Attachment::number) return true;
  if (particle.short_stem == ShortStem::in_rieul) return coda_of(rest.back()) == kRieul;
  return particle.short_stem >= (inner ? ShortStem::anywhere : ShortStem::as_last);
}

/// The particle that ends `run` and fits what is before it: the one that leaves a whole noun
/// (카메라+는, not 카메+라는), else the longest that may stand below `outer`; nullptr for none.
const Particle* find(Run run, Attachment attachment, const Particle* outer) noexcept {
  const Particle* longest = nullptr;
  for (const Particle& particle : rows_ending<tables::kParticles>(run.back())) {
    if (!ends_with(run, particle.form) || !may_stand_below(particle, outer)) continue;
    const Run rest = run.prefix(run.size - particle.form.size);
    if (!fits(particle, rest, attachment)) continue;
    if (is_whole_noun(rest)) return &particle;
    if (longest == nullptr && leaves_enough(particle, rest, outer != nullptr, attachment))
      longest = &particle;
  }
  return longest;
}

/// As are_particles(), with at most `layers` particles below `outer`.
bool are_layers(Run run, size_t kept, const Particle* outer, int layers) noexcept {
  if (run.size == kept) return outer != nullptr;
  if (layers == 0) return false;
  for (const Particle& particle : rows_ending<tables::kParticles>(run.back())) {
    if (kept + particle.form.size > run.size || !ends_with(run, particle.form)) continue;
    const Run rest = run.prefix(run.size - particle.form.size);
    if (may_stand_below(particle, outer) && agrees(particle.batchim, rest.back()) &&
        are_layers(rest, kept, &particle, layers - 1))
      return true;
  }
  return false;
}

}  // namespace

bool is_whole_noun(Run run) noexcept {
  if (run.size == 0) return false;
  const char16_t before = run.size == 1 ? char16_t{0} : run[run.size - 2];
  if (!kFilter<tables::kWholeNouns>.may_have(before, run.back())) return false;
  for (const WholeNoun& noun : rows_ending<tables::kWholeNouns>(run.back()))
    if ((noun.ends_longer || noun.form.size == run.size) && ends_with(run, noun.form)) return true;
  return false;
}

bool agrees(Batchim batchim, char16_t syllable) noexcept {
  const unsigned coda = coda_of(syllable);
  switch (batchim) {
    case Batchim::any:
      return true;
    case Batchim::closed:
      return coda != kNoCoda;
    case Batchim::open:
      return coda == kNoCoda;
    case Batchim::open_or_rieul:
      return coda == kNoCoda || coda == kRieul;
    case Batchim::ha:
      return syllable == u'하';
  }
  return false;
}

Particles strip_particles(Run run, Attachment attachment) noexcept {
  Particles found{run.size, 0, nullptr, false};
  const Particle* outer = nullptr;
  for (int layer = 0; layer < kMaxLayers && found.kept != 0; ++layer) {
    found.whole = is_whole_noun(run.prefix(found.kept));
    if (found.whole) break;
    const Particle* const particle = find(run.prefix(found.kept), attachment, outer);
    if (particle == nullptr) break;
    outer = particle;
    found.kept -= particle->form.size;
    found.length += particle->form.size;
    if (found.outermost == nullptr) found.outermost = particle;
  }
  return found;
}

bool are_particles(Run run, size_t kept) noexcept {
  return are_layers(run, kept, nullptr, kMaxLayers);
}

bool is_bare_particle(Run run, Attachment attachment) noexcept {
  return attachment != Attachment::none && run.size != 0 && run.size <= kMaxRun &&
         strip_particles(run, attachment).kept == 0;
}

}  // namespace geul::analysis::core
