// SPDX-License-Identifier: MIT
#pragma once

#include "common/analysis/core/eomi.hpp"
#include "common/analysis/core/josa.hpp"
#include "common/analysis/core/table_types.hpp"

namespace geul::analysis::core {

/// Whether the ending is this one syllable and nothing else.
[[nodiscard]] constexpr bool is_form(const Ending& ending, char16_t syllable) noexcept {
  return ending.form.size == 1 && ending.form.text[0] == syllable && ending.coda == 0 &&
         !ending.fused;
}

/// Whether a reading is likely enough to be the word's: its ending is trusted behind such a stem
/// (Trust), or a past tense shows that it is a predicate.
[[nodiscard]] bool is_believed(const Reading& reading) noexcept;

/// Whether the particles that could be cut instead are likelier: they are no shorter, and the stem
/// is not native. Not before 는 and 은, which mean the same either way, nor before 하고 behind one
/// syllable.
[[nodiscard]] bool lose_to(const Reading& reading, const Particles& particles) noexcept;

}  // namespace geul::analysis::core
