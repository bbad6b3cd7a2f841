// SPDX-License-Identifier: MIT
#pragma once

#include "common/analysis/core/eomi.hpp"
#include "common/analysis/core/key.hpp"

namespace geul::analysis::core {

// The rules of key_of() that see a predicate, in the order of their precedence. Each tells
// whether it applies, and then sets `stem`.

/// 1. The noun before a verbaliser, of all readings the shortest; auxiliaries go first
/// (구분해냈다 -> 구분하 -> 구분).
[[nodiscard]] bool find_verbalised_noun(Run run, const Readings& readings, Stem& stem) noexcept;

/// 2. The noun before the copula 이, 였, 예요/에요 (표준어: 이에요, 예요).
[[nodiscard]] bool find_copula_noun(Run run, const Readings& readings, Stem& stem) noexcept;

/// 3a. The stem of an adnominal of a ㅂ-irregular adjective (제18항 6): 아름다운, where no particle
/// is.
[[nodiscard]] bool find_adnominal_u(Run run, const Particles& particles, Stem& stem) noexcept;
/// 3b. 아/어지다 in its adnominal or nominal form: 만들어진, 알려질, 나뉘어짐. `stem` ends with 지.
[[nodiscard]] bool find_adnominal_ji(Run run, Stem& stem) noexcept;

/// 4. The stem before an ending that is believed. `particles_win` tells that the ending is no more
/// certain than the particles that could be cut instead.
[[nodiscard]] bool find_predicate_stem(const Readings& readings, const Particles& particles,
                                       Stem& stem, bool& particles_win) noexcept;

/// 5. 추상화다: behind a vowel the copula may be silent before 다 (제36항). What no rule before has
/// taken for a predicate is a noun then.
[[nodiscard]] bool find_silent_copula(const Readings& readings, Stem& stem) noexcept;

/// Whether behind the first `noun` syllables of a run, known to be a noun, stands the copula:
/// 바로고입니다, 바로고였다, 바로고예요, 바로고지만; not 인, as in 한국인.
[[nodiscard]] bool is_copula_behind(Run run, const Readings& readings, size_t noun) noexcept;

/// Appends a predicate's stem in its one form, without auxiliaries.
void write_predicate(Stem stem, Key& key) noexcept;

}  // namespace geul::analysis::core
