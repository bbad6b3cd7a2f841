// SPDX-License-Identifier: MIT
#pragma once

#include "common/analysis/core/stem.hpp"

namespace geul::analysis::core {

/// Undoes the fusion of a stem's last vowel with the 아/어 of an ending, in a last syllable without
/// a final consonant; other syllables stay.
///
///     해 -> 하 (제34항 붙임 2)   봐 -> 보, 둬 -> 두 (제35항)   돼 -> 되 (제35항 붙임 2)
///     마셔 -> 마시 (제36항)      써 -> 쓰, 커 -> 크 (제18항 4)
///
/// The numbers are those of 한글 맞춤법. 가 (가+아, 제34항) shows nothing and stays; so do 어 and
/// 서, which are mostly whole.
void undo_contraction(Stem& stem) noexcept;

/// Takes a compound's auxiliary verb (보조 용언, 제47항) off a stem: 구분해내 -> 구분하, 만들어주
/// -> 만들. Returns whether there was one.
bool strip_auxiliary(Stem& stem) noexcept;

/// What undo_prefinal() found of the copula.
enum class Copula : uint8_t {
  none,
  contracted,  ///< 였 behind a vowel, of 이었: 문제였 -> 문제
  whole,       ///< 였 of 이었 behind a consonant or one syllable: 책였 -> 책이
};

struct Prefinal {
  bool past = false;       ///< past or intention: 았 었 였 ㅆ 겠
  bool honorific = false;  ///< 시 or 셨
  Copula copula = Copula::none;
};

/// Takes prefinal endings off a stem: honorific 시, past 았 었 였 and contracted ㅆ, 겠; up to
/// four.
///
///     만들었 -> 만들   마셨 -> 마시   오셨 -> 오   했 -> 하   하였 -> 하   문제였 -> 문제
Prefinal undo_prefinal(Stem& stem) noexcept;

}  // namespace geul::analysis::core
