// SPDX-License-Identifier: MIT
#pragma once

#include "common/analysis/core/stem.hpp"

namespace geul::analysis::core {

/// Takes an auxiliary predicate (보조 용언, 한글 맞춤법 제47항) that is written on to the one
/// before it off a stem, with what links the two:
///
///     만들어주 -> 만들   구분해내 -> 구분하   써보 -> 쓰   해야하 -> 하
///     가지않 -> 가       하고싶 -> 하         할수있 -> 하
///
/// Where nothing but a vowel shows the link (보내주, 써보) the verb before has to be native.
/// Returns  whether there was one.
bool strip_auxiliary(Stem& stem) noexcept;

/// Whether the stem is a native verb in its 아/어 form: 살펴, 찾아, not 언어.
[[nodiscard]] bool is_connective(const Stem& stem) noexcept;

}  // namespace geul::analysis::core
