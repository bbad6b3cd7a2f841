// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "common/index/bm25.hpp"
#include "common/index/query.hpp"
#include "common/index/xapian/windows/match.hpp"

namespace geul::index {

/// A query as what it matches and what adds to the rank of a match.
struct RankedQuery {
  const Query* match = nullptr;
  std::vector<const Query*>
      parts;  ///< each a term, a prefix or terms alike, scaled or not; a bonus
};

/// Whether a query has that form, as those of query/parse have: weights under "all", "without" and
/// phrases have not. Lifetime  it refers to the query.
[[nodiscard]] bool split(const Query& query, RankedQuery& ranked);

/// What documents weigh, window by window: one list of a term after the other is added up, as
/// Lucene's BooleanScorer does. Xapian's matcher asks each list for each document, through a tree
/// of them.
class WindowScore {
 public:
  /// Lifetime  it refers to the context. Throws  Xapian::Error.
  WindowScore(const std::vector<const Query*>& parts, WindowContext& context, const Bm25& bm25);

  /// Weighs some documents of the window that begins with the number `first`, but for what depends
  /// on positions. Those that cannot come to `least` with it weigh less than they should.
  /// Expects  all matches made that are to share the context's lists; windows in ascending order.
  /// Throws  Xapian::Error.
  void weigh(Xapian::docid first, const WindowBits& documents, double least);
  [[nodiscard]] double weight(std::uint32_t offset) const noexcept { return weights_[offset]; }
  /// No document's positions are worth more.
  [[nodiscard]] double most_by_positions() const noexcept { return most_by_positions_; }
  /// Adds what positions are worth to documents that have been weighed.
  /// Cost  as those_with_positions(), for each bonus.
  void add_positions(const WindowBits& documents);

 private:
  /// Terms that weigh as one. No two are of the same.
  struct Weighted {
    std::vector<TermPostings*> lists;
    double weight;  ///< Bm25::term_weight(), which no document reaches

    [[nodiscard]] bool is_matched() const {
      return lists.size() > 1 || lists.front()->is_matched();
    }
  };
  struct Bonus {
    std::unique_ptr<WindowMatch> match;
    double weight;
  };

  void take_terms(const Query& query, double factor);
  void take_prefix(const Query& query, double factor);
  void take_alike(std::vector<TermPostings*> lists, double factor);
  void join_same();
  void take_bonus(const Query& query);
  void measure(const WindowBits& documents);
  void add_optional(const WindowBits& documents, double least);
  [[nodiscard]] bool is_sparse(const TermPostings& list, const WindowBits& documents) const;
  void add_one(TermPostings& list, double weight, const WindowBits& documents);
  void add_by_jumps(TermPostings& list, double weight, const WindowBits& documents);
  void add_together(const Weighted& terms, const WindowBits& documents);
  void add_bonus(const Bonus& bonus, const WindowBits& documents);

  WindowContext& context_;
  const Bm25& bm25_;
  std::vector<Weighted> terms_;  ///< the heaviest first
  std::vector<Bonus> bonuses_;
  std::vector<Bonus> by_positions_;
  double most_by_positions_ = 0;

  Xapian::docid first_ = 0;
  // By offset in the window, for the documents that are weighed.
  std::array<double, kWindowDocuments> weights_{};
  std::array<double, kWindowDocuments> norms_{};
  std::array<std::uint32_t, kWindowDocuments> lengths_{};
  std::array<std::uint32_t, kWindowDocuments> occurrences_{};
};

}  // namespace geul::index
