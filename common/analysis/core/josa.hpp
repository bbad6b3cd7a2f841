// SPDX-License-Identifier: MIT
#pragma once

#include "common/analysis/core/run.hpp"
#include "common/analysis/core/table_types.hpp"

namespace geul::analysis::core {

/// What stands directly before a run, without a space.
enum class Attachment : uint8_t {
  none,    ///< nothing, or punctuation
  word,    ///< Latin letters, Hanja and the like: SRE|팀이, 新聞|은
  number,  ///< digits: 2019|년, where what follows is a unit, often of one syllable
};

/// What strip_particles() found.
struct Particles {
  size_t kept = 0;                      ///< syllables left over
  size_t length = 0;                    ///< syllables cut
  const Particle* outermost = nullptr;  ///< the last one of the word; none: nullptr
  bool whole = false;                   ///< what is left is a word of whole_nouns.tsv
};

/// Whether a particle or an ending may follow `syllable` (한글 맞춤법 제18항, 제41항).
[[nodiscard]] bool agrees(Batchim batchim, char16_t syllable) noexcept;

/// Finds the particles at the end of a run: up to three, one upon another (에서+는, 까지+만+은),
/// each the longest that agrees with the syllable before it.
///
///     학교에서는 -> 학교 + 에서, 는        사과은 -> 사과은: 은 needs a final consonant
///     책을 -> 책 + 을                     주의 -> 주의: 의 leaves no single syllable
///     나무를 -> 나무 + 를                  고양이가 -> 고양이 + 가: below 가 no other stands
///
/// A run behind a word may be particles alone (SRE|는); behind a number any particle may leave one
/// syllable (3|개의).
/// Cost    up to three looks at the particles with one last syllable, each with a look at a bit
///         for every one that fits.
/// Limits  knows few nouns (whole_nouns.tsv): 소쩍새로 is cut right, 미나리꽝이 ("marsh of
///         parsley") to 미나리꽝. Text and query are cut alike.
[[nodiscard]] Particles strip_particles(Run run, Attachment attachment) noexcept;

/// Whether the run is a word of whole_nouns.tsv, or ends with one that may end a longer one.
[[nodiscard]] bool is_whole_noun(Run run) noexcept;

/// Whether all that stands behind the first `kept` syllables of a run are particles, up to three,
/// each agreeing with the syllable before it: 에서+는 of 바로고에서는. Unlike strip_particles(), it
/// knows where the word ends, so that shorter particles and any stem will do.
/// Expects  0 < kept <= run.size.
[[nodiscard]] bool are_particles(Run run, size_t kept) noexcept;

/// Whether a run behind something is particles and nothing else: 는 of SRE는.
[[nodiscard]] bool is_bare_particle(Run run, Attachment attachment) noexcept;

}  // namespace geul::analysis::core
