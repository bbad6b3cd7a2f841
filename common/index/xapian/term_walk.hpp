// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/index/reader.hpp"

namespace geul::index {

/// Reader::walk_terms() over one state of a database. Leaves in `range` where to go on after a
/// failure. Throws  Xapian::Error.
void walk_terms_in(const Xapian::Database& database, TermRange& range, const TermVisitor& visit);

/// The terms of a database of which parts are on other machines, fetched as walks need them: a
/// remote list of terms comes as a whole from some beginning on, without jumps, at some 6 µs a
/// term, and all terms of 100,000 posts would take 6 seconds. What was fetched once is kept.
/// Expects  one state of the database; after reopening, make anew.
class RemoteTerms {
 public:
  /// As walk_terms_in(), but ends where a walk has fetched kMostFetched terms, as if no more came.
  void walk(const Xapian::Database& database, TermRange& range, const TermVisitor& visit);

 private:
  using Block = std::vector<std::pair<std::string, std::size_t>>;

  [[nodiscard]] const Block& block(const Xapian::Database& database, const std::string& beginning);

  std::map<std::string, Block> blocks_;  ///< by what their terms begin with
  std::size_t kept_ = 0;                 ///< terms in all of them
  std::size_t fetched_ = 0;              ///< terms and requests of the walk at hand
};

inline constexpr std::size_t kMostFetched = 200'000;

}  // namespace geul::index
