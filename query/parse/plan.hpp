// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "common/index/profile.hpp"
#include "common/index/query.hpp"
#include "query/parse/meant.hpp"
#include "query/parse/word_query.hpp"

namespace geul::query {

/// How many documents have a stored term: what planning has to know of the index.
using Frequency = std::function<std::size_t(const std::string& stored_term)>;

/// A stored term that the executed query looks for, and the word it stands for.
struct TermOrigin {
  std::string stored;  ///< as Hit::matched_terms has it
  std::string word;    ///< as typed
  std::string term;    ///< without prefix
  analysis::Family family = analysis::Family::word;
  std::optional<index::Field> field;          ///< none: anywhere
  std::size_t order = 0;                      ///< of the word in the query
  Rung rung = Rung::exact;                    ///< as what the word was taken
  std::string stands_for = {};                ///< by another rung: the words of the alternative
  bool begins = false;                        ///< `stored` is the beginning of terms, not one
  std::optional<index::FacetKey> facet = {};  ///< in place of a field
};

/// One summand of the score.
struct ScorePart {
  enum class Kind : std::uint8_t {
    term,       ///< BM25 of a term, times what it counts
    coverage,   ///< for having the word at all
    exact,      ///< for having the word itself
    proximity,  ///< for words close to each other
    recency,
    pinned,
  };
  Kind kind = Kind::term;
  std::string word;  ///< of the query, as typed; empty for recency and pinned
  std::string term;  ///< as stored, of terms; empty where many stand for one
  Rung rung = Rung::exact;
  index::Query query = index::Query::nothing();
};
[[nodiscard]] std::string_view name_of(ScorePart::Kind kind) noexcept;

/// What the index is asked.
struct Plan {
  index::Query query = index::Query::everything();  ///< assemble() of the two below
  index::Query match = index::Query::everything();  ///< which posts; without weights
  std::vector<ScorePart> parts;                     ///< what each post's score is the sum of
  bool ranked = false;              ///< false: nothing in it weighs; the newest come first
  std::vector<TermOrigin> origins;  ///< by `stored`; a term of two words is there twice
  std::vector<Note> notes;
};

/// The third of a query's three forms.
///
/// A word matches a post that has its key or a second reading of it, or every pair of syllables
/// inside its stem, wherever they stand: 엔진 finds 검색엔진; a name with
/// punctuation (node.js) as a whole or by all its parts. What matches is decided apart from what
/// ranks: every family of terms of every word that is not excluded adds to the score (KOREAN.md),
/// and each plain word that matches adds its share of `profile.coverage`.
///
/// Limits  the index keeps no positions of pairs, so 데이터 also finds 이터널 데이즈, behind posts
///       that have the word.
/// Cost  linear in the query; one call of `frequency` for each tag, category and author named.
///
/// `loosest` is how little of a plain word may do.
[[nodiscard]] Plan plan(const MeantQuery& meant, const index::RankingProfile& profile,
                        const Frequency& frequency, Matching loosest = Matching::whole);

/// The executed query: the posts of `match`, each with the sum of its parts.
[[nodiscard]] index::Query assemble(const index::Query& match, const std::vector<ScorePart>& parts);

/// With how little a query that has found nothing may be tried again: with traces of its words when
/// it is a sentence, with half a word when that is all it is; whole, which is of no use, when
/// signs, quotes or fields decide what is found.
[[nodiscard]] Matching loosest_for(const MeantQuery& meant);

/// What finds the posts that have `name` as a tag, category or author: the whole name, or where
/// no post has that, all of its words within such names, with a note.
/// Expects `words` to be the analysed name.
[[nodiscard]] index::Query plan_name(index::Field field, const std::string& name,
                                     const std::vector<MeantWord>& words,
                                     const Frequency& frequency, std::vector<Note>& notes);

/// The same for a value of a configured facet.
[[nodiscard]] index::Query plan_facet(const index::FacetKey& facet, const std::string& value,
                                      const std::vector<MeantWord>& words,
                                      const Frequency& frequency, std::vector<Note>& notes);

}  // namespace geul::query
