// SPDX-License-Identifier: MIT
#pragma once

#include "common/analysis/core/key.hpp"
#include "common/analysis/core/run.hpp"

namespace geul::analysis::core {

/// A second, weaker reading of a noun (Key::is_noun): the native verb in an adnominal ㄴ or ㄹ, in
/// a fused 아/어 or in a nominal 기, ㅁ or 음 (볼 -> 보, 써 -> 쓰, 바꾸기 -> 바꾸, 흐름 -> 흐르),
/// or the one syllable before a particle (책의 -> 책). Text and query have it. Empty when there is
/// none.
[[nodiscard]] Key variant_of(Run noun) noexcept;

}  // namespace geul::analysis::core
