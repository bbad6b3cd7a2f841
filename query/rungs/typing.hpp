// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "query/rungs/pattern.hpp"

namespace geul::query {

/// Words that are typed by their initial consonants (초성), or while a syllable is being composed.
/// `typed` holds code points, as to_utf16() gives them.

/// Whether the text holds initials: consonants alone (ㅋㅂㄴㅌㅅ), at least two of them, or among
/// syllables elsewhere than at the end (ㅋㅂ네티스).
[[nodiscard]] bool has_initials(std::u16string_view typed) noexcept;

/// The words with these initials and syllables, none longer. ㄳ, which input methods make of ㄱ and
/// ㅅ, is two initials.
/// Returns  nothing for what has_initials() denies.
[[nodiscard]] std::optional<WordPattern> initials_pattern(std::u16string_view typed);

/// The words whose keystrokes begin with those that gave `typed`: 컴퓨ㅌ is on the way to 컴퓨터,
/// and so is, since a consonant may go over to the next syllable, 알고맂 to 알고리즘.
///
/// Returns  patterns that together match these words, each once: none where no word of syllables
///          goes on so (각ㄳ) and for texts that are not syllables with at most one consonant
///          behind them. Syllables alone are among the words.
[[nodiscard]] std::vector<WordPattern> half_typed_patterns(std::u16string_view typed);

/// What may be typed next to complete the last syllable: `typed` with each syllable that it may
/// become, for texts as above.
/// Returns  at most some 600 texts of the same number of syllables (one more where `typed` ends in
///          a consonant).
[[nodiscard]] std::vector<std::u16string> completed_syllables(std::u16string_view typed);

}  // namespace geul::query
