// SPDX-License-Identifier: MIT
#pragma once

#include "common/analysis/core/run.hpp"

namespace geul::analysis::core {

/// Whether a word is a question word or a filler (function_words.tsv): 무엇인가요, 대해서, 것이.
/// Expects  a run that is not empty.
[[nodiscard]] bool is_function_run(Run run) noexcept;

}  // namespace geul::analysis::core
