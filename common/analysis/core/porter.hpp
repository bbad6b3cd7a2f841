// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

namespace geul::analysis::core {

/// Stems an English word in place and returns its new length (M. F. Porter, "An algorithm for
/// suffix stripping", Program 14(3), 1980): running -> run, relational -> relat, skies -> ski.
/// Words of one or two letters stay, as in Porter's own program.
///
/// Expects  letters a to z only, at least length + 1 bytes of room.
/// Returns  at most `length`.
/// Cost     a few passes over the word.
[[nodiscard]] size_t stem_english(char* word, size_t length) noexcept;

}  // namespace geul::analysis::core
