// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/index/reader.hpp"
#include "common/index/xapian/databases.hpp"
#include "common/index/xapian/found.hpp"
#include "common/index/xapian/windows/score.hpp"

namespace geul::index {

/// Answers a request window by window: which documents match, what they weigh, what is counted.
/// Each term's list is read once, whatever it is asked for. Finds what search_by_matcher() finds,
/// and counts every match.
/// Expects  split() made `query` of the request's.
/// Throws  Xapian::Error; on DatabaseModifiedError the whole must be asked again.
/// Cost  some 12 ns for each document of each term (a sentence of twenty words over 100,000 long
///       posts: a million), more for positions and for each match that is counted.
[[nodiscard]] Found search_by_windows(const SearchedDatabases& databases,
                                      const SearchRequest& request, const RankedQuery& query);

}  // namespace geul::index
