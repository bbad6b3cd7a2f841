// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "common/index/profile.hpp"

namespace geul::index {

/// What the weighting knows of all documents.
struct CollectionStats {
  std::size_t documents = 0;
  double average_length = 0;
};

/// BM25 (Robertson, Zaragoza 2009), to the digit as Xapian::BM25Weight 1.4 computes it with
/// k2 = 0, so that it makes no difference by which of the two a post is ranked:
///
///     idf      log((N - f + .5) / (f + .5)), with ratios r below 2 as r/2 + 1, so never negative
///     weight   factor * idf * (k1 + 1) * occurrences / (norm + occurrences)
///     norm     k1 * (1 - b + b * max(length / average length, min_length))
class Bm25 {
 public:
  Bm25(const CollectionStats& collection, const RankingProfile& profile) noexcept;

  /// The part of a term's weight that is the same in all documents.
  [[nodiscard]] double term_weight(std::size_t frequency, double factor) const noexcept;
  /// What a document's length sets against occurrences.
  [[nodiscard]] double norm(std::uint32_t length) const noexcept;
  [[nodiscard]] static double weight(double term_weight, double norm,
                                     std::uint32_t occurrences) noexcept {
    return term_weight * (occurrences / (norm + occurrences));
  }

 private:
  double documents_;
  double per_length_;
  double k1_;
  double b_;
  double min_length_;
};

}  // namespace geul::index
