// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace geul::query {

/// Text typed on the wrong keyboard layout. The Korean layout is 두벌식 (KS X 5002) on QWERTY; it
/// composes as input methods do: a consonant between two vowels begins the second's syllable.

/// What Latin keystrokes give on the Korean layout: zjffl -> 컬리. Shift makes ㅃㅉㄸㄲㅆㅒㅖ;
/// other characters stay. Expects valid UTF-8. Cost: linear.
[[nodiscard]] std::string to_korean_layout(std::string_view typed);

/// The Latin keys that give a Korean text: ㄴㄱㄷ -> sre, 컬리 -> zjffl. Other characters stay.
/// Doubled consonants give capitals. Expects valid UTF-8 in NFC.
[[nodiscard]] std::string to_latin_layout(std::string_view typed);

}  // namespace geul::query
