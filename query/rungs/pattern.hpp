// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/reader.hpp"

namespace geul::query {

/// Syllables from `first` to `last`, both included.
struct SyllableRange {
  char16_t first;
  char16_t last;
};
/// What may stand in one place: ranges in ascending order, apart from each other, at least one.
using SyllableChoice = std::vector<SyllableRange>;

/// A set of words, told by what may stand in each of their places.
struct WordPattern {
  enum class End : std::uint8_t {
    here,      ///< words of just as many syllables
    anywhere,  ///< and longer ones that begin so
  };
  std::vector<SyllableChoice> places;  ///< at least one
  End end = End::here;

  [[nodiscard]] bool matches(std::u16string_view word) const;
};

/// The first word that the pattern can match, as UTF-8: where a walk over sorted words begins.
[[nodiscard]] std::string first_candidate(const WordPattern& pattern);

/// What all words that the pattern matches begin with, as UTF-8; may be empty.
[[nodiscard]] std::string common_beginning(const WordPattern& pattern);

/// Where a walk over words, sorted by code point, goes on behind `word`, so that nothing that
/// matches is passed over and little else is looked at.
///
///     초성 ㄱㄴ, behind 가방  ->  from 각나     (no word between can match)
///
/// Cost  linear in the pattern.
[[nodiscard]] index::NextTerm next_candidate(const WordPattern& pattern, std::u16string_view word);

/// A word of the index and the documents that have it.
struct FoundWord {
  std::string word;
  std::size_t documents = 0;
};

/// Walks the index's terms: Reader::walk_terms() without its errors, which whoever asks keeps.
using TermWalk =
    std::function<void(const index::TermRange& range, const index::TermVisitor& visit)>;

/// The words of the index that a pattern matches, as terms behind `prefix` (a field's, or empty).
/// Returns  the most frequent `limit` ones, by documents, then by their bytes.
/// Cost     one jump for each beginning that is there and could match; at most kMaxSteps terms are
///          looked at, the first in their order.
[[nodiscard]] std::vector<FoundWord> find_words(const WordPattern& pattern,
                                                const std::string& prefix, const TermWalk& walk,
                                                std::size_t limit);
inline constexpr std::size_t kMaxSteps = 20'000;

/// Sorts by documents and then by bytes, and cuts to `limit`.
void keep_most_frequent(std::vector<FoundWord>& words, std::size_t limit);

}  // namespace geul::query
