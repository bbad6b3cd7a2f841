// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "common/analysis/core/josa.hpp"
#include "common/analysis/core/run.hpp"
#include "common/analysis/core/user_words.hpp"

namespace geul::analysis::core {

/// The families of terms that a Hangul run has; analysis/token.hpp describes them.
enum class TermKind : uint8_t { word, variant, pair, crossing_pair, tail_pair };

/// Takes terms, one call each. `term` is valid during the call.
struct TermSink {
  void* context;
  void (*take)(void* context, TermKind kind, Run term);
};

/// What stands before a run: 0, or the last syllable of the key of the Hangul word before it when
/// only spaces lie between.
struct Before {
  Attachment attachment = Attachment::none;
  char16_t last_of_key = 0;
};

/// Hands the terms of one run to the sink, in this order: the pair across the gap before it, its
/// key, the variant of a noun, and the pairs of neighbouring syllables (a lone
/// syllable is a pair by itself).
///
///     데이터는 -> word 데이터, pair 데이, pair 이터, tail_pair 터는
///
/// Expects  a run that is not empty.
/// Returns  the last syllable of the key, for the next run's crossing pair; 0 for a bare particle,
///          which has no terms.
/// Cost     that of key_of(), and one call a syllable; no allocation.
char16_t hangul_terms(Run run, Before before, const UserWords& words, TermSink sink);

}  // namespace geul::analysis::core
