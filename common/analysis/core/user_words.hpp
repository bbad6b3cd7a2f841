// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "common/analysis/core/run.hpp"

namespace geul::analysis::core {

/// As many as fit a term.
inline constexpr size_t kMaxUserWord = 20;

#ifdef GEUL_SMALL_CORE

/// JavaScript looks the words up: bit n tells that the first n syllables of the run are one.
struct UserWords {
  uint32_t prefixes = 0;
};

#else

/// Words that a user wants never to be cut: a view of arrays that outlive it. Each has 2 to
/// kMaxUserWord syllables; they are ascending by their code points and all different.
struct UserWords {
  const char16_t* syllables = nullptr;  ///< of all words, one behind another
  const uint32_t* begins = nullptr;     ///< where each begins, and the end of the last: size + 1
  uint32_t size = 0;
  /// By a hash of two syllables: 1 + the number of the first word that begins with them, or 0. The
  /// next slot is looked at where one is taken. Filled by index_heads().
  const uint32_t* heads = nullptr;
  uint32_t slots = 0;  ///< of `heads`

  [[nodiscard]] Run operator[](uint32_t i) const noexcept {
    return {syllables + begins[i], begins[i + 1] - begins[i]};
  }
};

/// Fills `heads`, an array of `slots`, for `words`, and makes it theirs.
/// Expects  `slots` a power of two above words.size, at most 2^20.
void index_heads(UserWords& words, uint32_t* heads, uint32_t slots) noexcept;

#endif  // GEUL_SMALL_CORE

/// A word found at the beginning of a run; `size` 0 when there is none.
struct UserWord {
  uint32_t number = 0;  ///< of `words`
  size_t size = 0;      ///< syllables
};

/// The longest of the words that the run begins with and behind which stands nothing, or the
/// plural 들, particles (are_particles()), or the copula 이다 (is_copula_behind()):
///
///     바로고, 하이퍼클로바   바로고는 -> 바로고        하이퍼클로바들에게만은 -> 하이퍼클로바
///                         바로고였다 -> 바로고      바로고민하다 -> none
///
/// Cost  without words none; else a look at a hash table, and where a word has the run's first two
///       syllables, some log2(size) comparisons for each further one.
[[nodiscard]] UserWord find_user_word(const UserWords& words, Run run) noexcept;

}  // namespace geul::analysis::core
