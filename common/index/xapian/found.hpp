// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/index/facets.hpp"
#include "common/index/reader.hpp"

namespace geul::index {

/// A match's place on the page.
struct RankedMatch {
  Xapian::docid number = 0;
  double weight = 0;  ///< settled()
};

/// What a search has found, before any post is read.
struct Found {
  Total total;
  std::vector<RankedMatch> page;
  std::map<Slot, ValueCounts> counted;
  std::set<Slot> inexact;          ///< slots of which not every match was counted
  std::vector<std::string> terms;  ///< of the query and its filters, in the order of their bytes
};

/// A weight without its last digits. They depend on the order in which a shard adds up its terms,
/// so they would set apart posts of one weight, otherwise in each layout.
[[nodiscard]] inline double settled(double weight) {
  constexpr double kSteps = 1e9;
  return std::round(weight * kSteps) / kSteps + 0.0;  // a remote database may send -0
}

}  // namespace geul::index
