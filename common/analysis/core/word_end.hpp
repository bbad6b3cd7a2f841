// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

#include "common/analysis/core/run.hpp"

namespace geul::analysis::core {

/// Whether behind the first `size` syllables of a run stands nothing, or the plural 들, particles
/// (are_particles()), or the copula 이다 (is_copula_behind()), so that they may be a word by
/// themselves.
/// Expects  0 < size <= run.size.
[[nodiscard]] bool ends_word(Run run, size_t size) noexcept;

}  // namespace geul::analysis::core
