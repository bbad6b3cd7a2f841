// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/profile.hpp"
#include "common/index/query.hpp"
#include "query/parse/meant.hpp"

namespace geul::query {

/// How a term of a query is spelled in the index: under `field`, or over all fields without one.
/// Nothing for pairs in a field that keeps none (FieldKind::words).
[[nodiscard]] std::optional<std::string> stored_term(const MeantTerm& term,
                                                     std::optional<index::Field> field);

/// How much of a word a post must have.
enum class Matching : std::uint8_t {
  whole,  ///< its key, another reading of it, all pairs of its stem, or all of its parts
  half,   ///< or, of a stem of 4 to 32 syllables, half of its pairs in a row: 망원경 for
          ///< 허블망원경
  trace,  ///< or any pair of its stem
};

/// The posts that have the word. Unweighted; `nothing` for a word that the field cannot have.
[[nodiscard]] index::Query match_of(const MeantWord& word, std::optional<index::Field> field,
                                    Matching matching = Matching::whole);

/// The posts that have it as a word, not as a part of one. Unweighted.
[[nodiscard]] index::Query word_of(const MeantWord& word, std::optional<index::Field> field);

/// The posts that have one of the alternatives; several words side by side or written as one.
/// Unweighted.
[[nodiscard]] index::Query match_of(const std::vector<Alternative>& alternatives,
                                    std::optional<index::Field> field);

/// Whether the alternative is one word of the index and nothing more: one of many, that weigh
/// alike.
[[nodiscard]] bool is_single_term(const Alternative& alternative);

/// The posts that have the words one behind the other, none of them as a part of a longer word.
/// In a field without positions: all of them in the field, and the phrase anywhere.
[[nodiscard]] index::Query phrase_of(const std::vector<MeantWord>& words,
                                     std::optional<index::Field> field);

/// What a term counts that stands for a typed word by a rung; 1 for the word itself.
[[nodiscard]] double weight_of(Rung rung, const index::RankingProfile& profile);

/// What a match of the term counts in the ranking; 0: it is not asked for.
[[nodiscard]] double weight_of(const MeantTerm& term, const index::RankingProfile& profile);

}  // namespace geul::query
