// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/rungs/pattern.hpp"

namespace geul::query {

/// A word of the index that was perhaps meant.
struct NearWord {
  std::string word;
  std::size_t documents = 0;
  std::size_t distance = 0;  ///< strokes
};

/// How many strokes apart two words are: strokes missing, added, exchanged for another, or two
/// neighbours exchanged (optimal string alignment; Boytsov 2011, Damerau 1964). Strokes are those
/// of strokes_of(), so that 컬리 and 켈리 differ by one; other characters are one stroke each.
[[nodiscard]] std::size_t stroke_distance(std::u16string_view a, std::u16string_view b);

/// The distance within which another word may be meant: 0 for what is too short to tell (less than
/// five strokes), 1 for less than nine, else 2.
[[nodiscard]] std::size_t distance_allowed(std::u16string_view word);

/// The words of the index within `distance` strokes of `word` and not `word` itself, as terms
/// behind `prefix`. Only words of letters of the same kind are looked at: Hangul that begins with a
/// syllable, or Latin and other alphabets; words of other scripts have no near ones.
///
/// Returns  the nearest `limit` ones; among equals those that begin with the same stroke, then
///          those of more documents.
/// Cost     a walk over the terms that jumps over all that begin too differently; at most
///          kMaxTypoSteps terms are looked at.
[[nodiscard]] std::vector<NearWord> find_near_words(std::u16string_view word, std::size_t distance,
                                                    const std::string& prefix, const TermWalk& walk,
                                                    std::size_t limit);
inline constexpr std::size_t kMaxTypoSteps = 60'000;

}  // namespace geul::query
