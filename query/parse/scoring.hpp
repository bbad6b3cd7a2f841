// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "common/index/profile.hpp"
#include "query/parse/matching.hpp"
#include "query/parse/meant.hpp"
#include "query/parse/plan.hpp"

namespace geul::query {

/// Works out of what parts a post's score is the sum (RANKING.md), and which terms stand for which
/// word.
class Scorer {
 public:
  /// References are kept. Coverage asks `matcher` for a word's posts, matched as in a list that
  /// has to find something: `loosest` as plan() has it.
  Scorer(const index::RankingProfile& profile, Matcher& matcher, Matching loosest, Plan& plan)
      : profile_(profile), matcher_(matcher), loosest_(loosest), plan_(plan) {}

  /// Adds the parts and origins of a query to the plan.
  void score(const MeantNode& root);

 private:
  struct Weighted {
    double weight = 0;
    std::string word;
    Rung rung = Rung::exact;
  };

  void score_node(const MeantNode& node, double emphasis);
  [[nodiscard]] double emphasis_of(std::size_t at, std::size_t words) const;
  void score_prefix(const MeantNode& node, double emphasis);
  void score_word(const MeantWord& word, const MeantNode& node, double emphasis);
  void score_alternatives(const MeantNode& node, double emphasis);
  void score_alternative_word(const MeantWord& word, const MeantNode& node,
                              const Alternative& alternative, double emphasis);
  void score_alike(const MeantNode& node, double emphasis);
  void score_coverage(const MeantNode& list);
  void score_exactness(const MeantNode& list);
  void score_bare_words(const MeantNode& list);
  void score_neighbours(const MeantNode& left, const MeantNode& right, double bonus);
  /// Without an alternative: as the word itself.
  void add_origin(const MeantTerm& term, const MeantNode& node, const MeantWord& word,
                  const Alternative* alternative);
  void add_bonus(ScorePart::Kind kind, const MeantNode& node, double bonus, index::Query query);

  const index::RankingProfile& profile_;
  Matcher& matcher_;
  Matching loosest_;
  Plan& plan_;
  std::map<std::string, Weighted> weights_;
};

}  // namespace geul::query
