// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <queue>
#include <string>
#include <utility>
#include <vector>

#include "common/index/query.hpp"

namespace geul::index {

/// One of several terms that weigh as if they were one, or what some of them were joined to.
template <class Part>
struct AlikePart {
  Xapian::doccount documents = 0;  ///< that have it; of several terms, as Xapian guesses
  std::size_t number = 0;          ///< in the order of making
  Part part;

  friend bool operator>(const AlikePart& a, const AlikePart& b) {
    return std::pair(a.documents, a.number) > std::pair(b.documents, b.number);
  }
};

/// Joins parts two by two with `join`. How frequent Xapian guesses the whole to be depends on the
/// order in which it joins them, by their frequencies in each shard: so they are joined here, in
/// the order and by the guess that it has for one database of all `documents`.
/// Expects  at least one part.
template <class Part, class Join>
AlikePart<Part> join_alike(std::vector<AlikePart<Part>> parts, Xapian::doccount documents,
                           const Join& join) {
  std::size_t made = parts.size();
  std::priority_queue queue(std::greater<>{}, std::move(parts));
  while (queue.size() > 1) {
    const AlikePart<Part> one = queue.top();
    queue.pop();
    const AlikePart<Part> other = queue.top();
    queue.pop();
    const double a = one.documents;
    const double b = other.documents;
    const double both = documents == 0 ? 0 : a + b - a * b / documents;
    queue.push(
        {static_cast<Xapian::doccount>(std::lround(both)), made++, join(one.part, other.part)});
  }
  return queue.top();
}

/// The terms that a query's prefixes stand for, kMaxExpansion each and kMaxTotalExpansion a query.
class PrefixExpansion {
 public:
  explicit PrefixExpansion(const Xapian::Database& database) : database_(database) {}

  struct Term {
    std::string term;
    Xapian::doccount documents = 0;
  };
  /// In the order of their bytes; a prefix that is asked for again counts once. Valid until the
  /// next query. Throws  Xapian::Error.
  [[nodiscard]] const std::vector<Term>& terms_of(const std::string& begin);
  void begin_query() noexcept {
    expanded_ = 0;
    known_.clear();
  }

 private:
  [[nodiscard]] std::vector<Term> expand(const std::string& begin) const;

  const Xapian::Database& database_;
  std::size_t expanded_ = 0;
  std::map<std::string, std::vector<Term>> known_;
};

/// Whether Xapian takes a term; others are in no document.
[[nodiscard]] bool is_storable(const std::string& term);

}  // namespace geul::index
