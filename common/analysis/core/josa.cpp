// SPDX-License-Identifier: MIT
#include "common/analysis/core/josa.hpp"

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/lookup.hpp"
#include "korean_tables.hpp"

namespace geul::analysis::core {
namespace {

constexpr int kMaxLayers = 3;

/// 나라는 is 나라 + 는 far more often than 나 + 라는.
bool is_misread(const Particle& particle, Run rest) noexcept {
  return rest.size != 0 && rest.back() == u'나' && particle.form.text[0] == u'라';
}

bool fits(const Particle& particle, Run rest, Attachment attachment) noexcept {
  if (rest.size == 0) return attachment != Attachment::none;
  return agrees(particle.batchim, rest.back()) && !is_misread(particle, rest);
}

/// The longest particle that ends `run` and fits what is before it; nullptr for none.
const Particle* longest(Run run, Attachment attachment) noexcept {
  for (const Particle& particle : rows_ending(tables::kParticles, run.back())) {
    if (!ends_with(run, particle.form)) continue;
    if (fits(particle, run.prefix(run.size - particle.form.size), attachment)) return &particle;
  }
  return nullptr;
}

bool leaves_enough(const Particle& particle, size_t rest, int layer,
                   Attachment attachment) noexcept {
  if (rest != 1) return true;
  if (attachment == Attachment::number) return true;
  return particle.short_stem >= (layer == 0 ? ShortStem::as_last : ShortStem::anywhere);
}

}  // namespace

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
  Particles found{run.size, 0, nullptr};
  for (int layer = 0; layer < kMaxLayers && found.kept != 0; ++layer) {
    const Particle* const particle = longest(run.prefix(found.kept), attachment);
    if (particle == nullptr) break;
    const size_t rest = found.kept - particle->form.size;
    if (!leaves_enough(*particle, rest, layer, attachment)) break;
    found.kept = rest;
    found.length += particle->form.size;
    if (found.outermost == nullptr) found.outermost = particle;
  }
  return found;
}

bool is_bare_particle(Run run, Attachment attachment) noexcept {
  return attachment != Attachment::none && run.size != 0 && run.size <= kMaxRun &&
         strip_particles(run, attachment).kept == 0;
}

}  // namespace geul::analysis::core
