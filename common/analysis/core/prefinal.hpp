// SPDX-License-Identifier: MIT
#pragma once

#include <stdint.h>

#include "common/analysis/core/irregular.hpp"
#include "common/analysis/core/stem.hpp"

namespace geul::analysis::core {

/// What undo_prefinal() found of the copula.
enum class Copula : uint8_t {
  none,
  contracted,  ///< 였 behind a vowel, of 이었: 문제였 -> 문제
};

struct Prefinal {
  bool past = false;       ///< past or intention: 았 었 였 ㅆ 겠
  bool honorific = false;  ///< 시 or 셨
  Copula copula = Copula::none;
};

/// Takes prefinal endings off a stem: honorific 시, past 았 었 였 and contracted ㅆ, 겠; up to
/// four. What is left is in the form that dictionaries have.
///
///     만들었 -> 만들   마셨 -> 마시   오셨 -> 오      했 -> 하   하였 -> 하
///     지었 -> 짓       보였 -> 보이   문제였 -> 문제
///
/// `opening` says how the ending behind begins.
Prefinal undo_prefinal(Stem& stem, Opening opening) noexcept;

}  // namespace geul::analysis::core
