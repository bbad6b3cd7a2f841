// SPDX-License-Identifier: MIT
#pragma once

#include "common/analysis/core/stem.hpp"

namespace geul::analysis::core {

/// Undoes the fusion of a stem's last vowel with the 아/어 of an ending, in a last syllable without
/// a final consonant; other syllables stay.
///
///     해 -> 하 (제34항 붙임 2)   봐 -> 보, 둬 -> 두 (제35항)   돼 -> 되 (제35항 붙임 2)
///     놔 -> 놓 (제35항 붙임 1)   마셔 -> 마시 (제36항)
///     써 -> 쓰, 바빠 -> 바쁘 (제18항 4)   하얘 -> 하얗 (제18항 3)
///
/// The numbers are those of 한글 맞춤법. Native stems that fuse without a trace stay: 가, 건너, 켜
/// (제34항). So do 어 and 서, which are mostly whole.
void undo_contraction(Stem& stem) noexcept;

/// Whether the stem is a native one that swallows an 아/어 without a trace: 가, 건너, 켜, 보내.
[[nodiscard]] bool fuses_without_trace(const Stem& stem) noexcept;

}  // namespace geul::analysis::core
