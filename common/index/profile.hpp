// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace geul::index {

/// Every number that ranking depends on at query time. Field weights act when a post is indexed
/// and stand in fields.hpp.
struct RankingProfile {
  /// BM25 (Robertson, Zaragoza 2009). k1: 0 counts a word once however often it stands there,
  /// large values count each occurrence. b: 0 ignores a post's length, 1 divides by it.
  double k1 = 0.9;
  double b = 0.65;
  /// Families of terms (analysis/token.hpp), relative to `word`. 0 leaves the family out.
  double variant = 0.5;
  double pair = 0.85;
  double tail_pair = 0.4;
  /// A piece of a name with punctuation (node of node.js), beside the name itself.
  double part = 0.5;
  /// Words of Latin letters and digits: rare, exact, and mostly what the search is about.
  double latin = 2.5;
  /// What a post gets that has every word of a plain query, whatever their rarity; one with two of
  /// four words gets half. So posts with more of the words come first, clearly so in a search of
  /// two words. 0 leaves the ranking to BM25. Flat from 4 to 12 on questions (nDCG@10 within .2).
  double coverage = 8.0;
};

}  // namespace geul::index
