// SPDX-License-Identifier: MIT
#pragma once

#include <stdint.h>

#include "common/analysis/core/run.hpp"
#include "common/analysis/core/stem.hpp"

namespace geul::analysis::core {

/// How what follows a stem begins, which decides what an irregular stem looks like before it
/// (한글 맞춤법 제18항).
enum class Opening : uint8_t {
  consonant,  ///< 고, 면
  eu,         ///< 으, 은, 을, 음
  eo,         ///< 아, 어, 았, 었
  fused,      ///< the same, fused with the stem: 하얘, 도와, 바빠
  coda,       ///< a final consonant put into the stem: ㄴ, ㄹ
};

/// Of an ending, as written.
[[nodiscard]] Opening opening_of(char16_t first) noexcept;

/// Brings an irregular stem back to the form that dictionaries have: 들(으면) -> 듣, 지(어) -> 짓,
/// 하야(ㄴ) -> 하얗, 하얘 -> 하얗, 이르러 -> 이르, 도오 (of 도와) -> 도우, 바빠 -> 바쁘. Only
/// native stems are; others stay.
/// Expects  a stem that is not empty.
/// Returns  whether it has changed.
bool restore_irregular(Stem& stem, Opening opening) noexcept;

/// Whether a stem of the shape 들 is one in ㄷ: no stem in ㄹ stands before 으.
[[nodiscard]] bool is_softened_digeut(const Stem& stem) noexcept;

/// Whether a stem of the shape 지 may stand before 으 although it is open: its ㅅ has fallen.
[[nodiscard]] bool has_lost_siot(const Stem& stem) noexcept;

}  // namespace geul::analysis::core
