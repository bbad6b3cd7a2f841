// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace geul::index {

/// Times that one occurrence of a word counts where it stands. They act when a post is indexed, so
/// that a change wants a new index (kSchemaVersion). 0: the field is not searched by plain words;
/// large: one word there says more than a text about it. geul.yaml may give a database others.
struct FieldWeights {
  int title = 5;
  int tag = 2;
  int category = 1;
  int author = 1;
  int heading = 2;
  int summary = 1;
  int body = 1;
  int code = 1;
  int path = 0;

  friend bool operator==(const FieldWeights&, const FieldWeights&) = default;
};
inline constexpr FieldWeights kFieldWeights;
/// What geul.yaml may give. A weight of 0 would leave the field's words out of a site's search.
inline constexpr int kLeastFieldWeight = 1;
inline constexpr int kMostFieldWeight = 20;

/// Every number that ranking depends on at query time; RANKING.md says how each was chosen and
/// checked.
struct RankingProfile {
  /// BM25 (Robertson, Zaragoza 2009). k1: 0 counts a word once however often it stands there,
  /// large values count each occurrence. b: 0 ignores a post's length, 1 divides by it.
  double k1 = 0.95;
  double b = 0.7;
  /// Shorter posts count as if they had this share of the mean length. 0: none does; 1: all below
  /// the mean count alike.
  double min_length = 0.3;
  /// Families of terms (analysis/token.hpp), relative to `word`. 0 leaves the family out.
  double variant = 0.5;
  double alternate = 0.5;
  double pair = 1.2;
  double crossing_pair = 0.5;
  double tail_pair = 0.3;
  /// A piece of a name with punctuation (node of node.js), beside the name itself.
  double part = 0.5;
  /// Words of Latin letters: rare, exact, and mostly what the search is about. 1: as Hangul.
  double latin = 2.5;
  /// Words of digits.
  double digit = 1.5;
  /// Question words and fillers beside other words (무엇인가요). 0 leaves them out, 1 counts them
  /// like any.
  double function_word = 0.5;
  /// A Korean sentence begins with its topic and ends with its predicate: in a query of three
  /// words and more the first counts 1 + slope, the last 1 - slope, those between in even steps.
  /// 0: all alike.
  double topic_slope = 0.12;
  /// What a post gets that has every word of a plain query, whatever their rarity; one with two of
  /// four words gets half. So posts with more of the words come first, clearly so in a search of
  /// two words. 0 leaves the ranking to BM25.
  double coverage = 7.0;
  /// What a post gets that has all words of a search of two to four bare words (without particles
  /// and endings, which make a sentence). 0: as `coverage` has it; 20: before nearly all others.
  double all_words = 20.0;
  /// What a post gets, in a search of one word, that has the word itself and not only something it
  /// may stand for (query/rungs: a spelling, a synonym, a typo). 0 ranks them by their weights
  /// alone; 60 is more than a word can score, so that what was typed comes first.
  double exact = 60.0;
  /// The same in a search of several words, as a share of the word's part of `coverage`. 0: a word
  /// and what it may stand for cover alike; 1: the word itself covers twice.
  double exact_share = 0.25;
  /// What the terms of such an alternative count, beside the same terms typed. 0: they are listed
  /// but do not rank; 1: as if they were typed.
  double spacing = 0.5;
  double spelling = 0.9;
  double synonym = 0.9;
  double half_typed = 0.8;
  double initials = 0.8;
  double keyboard = 0.8;
  double typo = 0.6;
  /// What a post gets, in a search of two bare words, that has them side by side or written as one;
  /// half of it where they are within kNearby words, in any order. 0 ignores where words stand; 24:
  /// before nearly all others.
  double proximity = 24.0;
  /// What a post of today gets when recency is asked for; it halves with each half-life. 0 ranks
  /// by words alone; far above `coverage` posts are sorted by date.
  double recency = 8.0;
  /// What a tag in common adds to the likeness of two posts, times the logarithm of its rarity. 0:
  /// words alone decide; 10: tags do.
  double shared_tag = 1.5;
};

/// Words within which `proximity` counts.
inline constexpr unsigned kNearby = 8;

}  // namespace geul::index
