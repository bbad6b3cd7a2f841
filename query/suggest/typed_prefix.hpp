// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/rungs/pattern.hpp"

namespace geul::query {

/// As what a completion goes on from what was typed, from the surest on.
enum class Reading : std::uint8_t {
  exact,       ///< letter by letter
  half_typed,  ///< with a last syllable that is still being composed: 데잍 -> 데이터
  initials,    ///< 초성: ㅋㅂ -> 쿠버네티스
  keyboard,    ///< on the other layout: zjff -> 컬리
};
/// As in JSON: "half_typed".
[[nodiscard]] std::string_view name_of(Reading reading) noexcept;

/// The beginning of a text, and what it may be on the way to.
struct TypedPrefix {
  std::string text;                   ///< folded; at most kMaxTypedBytes
  std::vector<WordPattern> patterns;  ///< of texts that begin otherwise, the exact ones among them
  Reading loosely = Reading::half_typed;  ///< as what the patterns read it
};

/// What `typed` may be on the way to: as it is; with its last syllable composed on
/// (half_typed_patterns()); with lone consonants as the initials of syllables, the last of them
/// alone or not (ㅋ -> 쿠버네티스), also behind other letters (SRE ㅌ).
///
/// Expects  any bytes.
/// Returns  an empty text for what has no visible characters. Lone vowels stand for themselves.
[[nodiscard]] TypedPrefix typed_prefix(std::string_view typed);

/// Whether a folded text goes on from what was typed; how, in `reading`.
[[nodiscard]] bool goes_on(const TypedPrefix& typed, std::string_view text, Reading& reading);

/// Longer ones are cut; terms of titles have no more.
inline constexpr std::size_t kMaxTypedBytes = 120;

}  // namespace geul::query
