// SPDX-License-Identifier: MIT
#pragma once

#include "common/analysis/core/stem.hpp"
#include "common/analysis/core/table_types.hpp"

namespace geul::analysis::core {

// The stems of native verbs and adjectives (predicate_stems.tsv). They are a closed class, so that
// a table of them is grammar and no dictionary that ages: new predicates are nouns with 하다.

/// The row of `stem` as dictionaries have it; nullptr for none.
/// Expects  a stem that is not empty.
/// Cost     a look at a bit, and where it is set at a few rows.
[[nodiscard]] const NativeStem* find_native(const Stem& stem) noexcept;

/// False for most stems of which neither they nor others with another final consonant in the last
/// syllable are native.
/// Cost  one look at a bit.
[[nodiscard]] bool may_be_native(const Stem& stem) noexcept;

/// Whether the stem is native, also as it is with 우 for ㅂ (고마우, 한글 맞춤법 제18항 6), with a
/// doubled ㄹ (불르, 제18항 9) or, of two syllables and more, without its final ㄹ (만드, 제18항
/// 1).
[[nodiscard]] bool is_native(const Stem& stem) noexcept;

/// Whether the stem has the shape 불르 or 불러, of 부르, and is not native as it is (들르).
[[nodiscard]] bool is_doubled_rieul(const Stem& stem) noexcept;

}  // namespace geul::analysis::core
