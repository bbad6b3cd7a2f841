// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/parse/meant.hpp"
#include "query/parse/plan.hpp"

namespace geul::query {

/// Decides which posts a query matches; weights are none of its business (scoring.hpp).
class Matcher {
 public:
  /// `loosest` as plan() has it. References are kept.
  Matcher(const Frequency& frequency, Matching loosest, Plan& plan)
      : frequency_(frequency), loosest_(loosest), plan_(plan) {}

  /// The posts of a node, its sign left aside. Names that are looked for add their origin to the
  /// plan, and notes.
  [[nodiscard]] index::Query match(const MeantNode& node);

  /// The posts of typed words: each of them is there, or one of the alternatives.
  [[nodiscard]] static index::Query match_words(const MeantNode& node,
                                                Matching matching = Matching::whole);
  /// The same without alternatives.
  [[nodiscard]] static index::Query match_as_typed(const MeantNode& node,
                                                   Matching matching = Matching::whole);

  /// What posts that have the word itself match, from the surest on, each with the one before in
  /// it. Where the word falls into two that the index has (Rung::spacing): the word as a whole, and
  /// the two side by side. Of the pairs of such a compound, which may come from anywhere in a post,
  /// the ranking thinks less then. Without such halves: match_as_typed() alone.
  [[nodiscard]] static std::vector<index::Query> surest_matches(const MeantNode& node);

  /// The terms that begin as a prefix says, in their field or facet.
  [[nodiscard]] static index::Query match_beginning(const MeantNode& node);

 private:
  [[nodiscard]] index::Query match_name(const MeantNode& node);
  [[nodiscard]] index::Query match_any(const MeantNode& node);
  [[nodiscard]] index::Query match_signed(const MeantNode& node);
  [[nodiscard]] index::Query match_all(const MeantNode& node);
  [[nodiscard]] index::Query match_list(const MeantNode& node);
  [[nodiscard]] Matching matching_in(const MeantNode& list) const;

  const Frequency& frequency_;
  Matching loosest_;
  Plan& plan_;
};

}  // namespace geul::query
