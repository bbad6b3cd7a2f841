// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/analysis/scanner.hpp"

namespace geul::analysis {

/// What one character is to the scanner.
struct CharacterClass {
  Kind kind = Kind::symbol;
  bool mark = false;   ///< belongs to what is before it; `kind` means nothing then
  bool plain = false;  ///< ASCII, or a precomposed syllable
  bool letter = false;
  bool digit = false;
};

[[nodiscard]] CharacterClass class_of(char32_t c) noexcept;

/// A full-width or typographic character as the ASCII one that it stands for; others as they are.
[[nodiscard]] char32_t narrow(char32_t c) noexcept;

/// Whether a character is seen by nobody and makes no difference to a word: soft hyphens, byte
/// order marks, variation selectors, fillers, directional marks; not the joiners of emoji.
[[nodiscard]] bool is_ignorable(char32_t c) noexcept;

}  // namespace geul::analysis
