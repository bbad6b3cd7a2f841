// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "query/parse/meant.hpp"
#include "query/rungs/index_view.hpp"
#include "query/rungs/synonyms.hpp"

namespace geul::query {

/// A word that was perhaps meant for another: 이것을 찾으셨나요?
struct Correction {
  ByteSpan span;        ///< of TypedQuery::text
  std::string typed;    ///< as it stands there
  std::string instead;  ///< a word of the index, as posts write it
};

/// Finds what else the words of a query may stand for, and adds it to them
/// (MeantNode::alternatives) in the order of the rungs. Words of excluded nodes, of phrases,
/// prefixes and whole names, and function words keep to what they are.
class Ladder {
 public:
  /// References are kept.
  Ladder(analysis::Analyzer& analyzer, const IndexView& index, const Synonyms& synonyms)
      : analyzer_(analyzer), index_(index), synonyms_(synonyms) {}

  /// Initials and half-typed syllables where consonants stand alone; half-typed syllables also for
  /// the last word, where no post has it as a word; the other keyboard where it finds more;
  /// spellings and spacing; synonyms.
  ///
  /// Limits  only the first kMaxWidened words of a query are widened, with a note where it has
  /// more,
  ///         and of these at most kMaxPatterns as initials or half-typed syllables; words of more
  ///         than kMaxWidenedLength characters are nothing but themselves. Synonyms are for all.
  /// Cost  some look-ups a word, and a walk over the index's words for initials and half-typed
  ///       syllables (some ms at 100,000 posts).
  void widen(MeantQuery& meant) const;

  /// What becomes of words that are misspelt, as it seems.
  enum class Correcting {
    name_only,          ///< they are told of, nothing is changed
    beside,             ///< the nearest words become alternatives
    in_place_of_pairs,  ///< the same, also for words that no post has as a word: posts that have
                        ///< their pairs of syllables by chance are not found any more
  };

  /// For words that no post has, whatever else they stand for: the nearest words of the index.
  /// Limits  as for widen(): the first kMaxWidened words are asked about.
  /// Cost    a walk over the index's words for each of the first kMaxCorrected words that no post
  ///         has.
  std::vector<Correction> correct(MeantQuery& meant, Correcting how) const;

  static constexpr std::size_t kMaxCorrected = 4;
  static constexpr std::size_t kMaxWidened = 32;
  static constexpr std::size_t kMaxPatterns = 8;
  static constexpr std::size_t kMaxWidenedLength = 32;
  /// Words that one pattern (initials, a half-typed syllable) stands for.
  static constexpr std::size_t kMaxExpansions = 64;

 private:
  /// Whether a word is the last that was typed, so that its last syllable may still change.
  enum class Ending { complete, perhaps_half_typed };
  /// What is left of the limits.
  struct Room {
    std::size_t words = kMaxWidened;
    std::size_t patterns = kMaxPatterns;
    std::size_t corrections = kMaxCorrected;
    bool was_too_small = false;

    /// Whether there was room for one more word.
    bool take_word();
  };

  void widen_list(MeantNode& node, Ending ending, Room& room) const;
  void widen_word(MeantNode& node, Ending ending, Room& room) const;
  [[nodiscard]] std::vector<Alternative> patterned(const MeantNode& node, Ending ending,
                                                   Room& room) const;
  void add_spacing(MeantNode& list) const;
  void add_synonyms(MeantNode& list) const;
  [[nodiscard]] bool finds_nothing(const MeantNode& node) const;
  [[nodiscard]] bool is_misspelt(const MeantNode& node, Correcting how) const;
  void correct_in(MeantNode& node, Correcting how, Room& room,
                  std::vector<Correction>& corrections) const;
  void correct_word(MeantNode& node, Correcting how, std::vector<Correction>& corrections) const;

  analysis::Analyzer& analyzer_;
  const IndexView& index_;
  const Synonyms& synonyms_;
};

}  // namespace geul::query
