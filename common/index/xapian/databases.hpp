// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

namespace geul::index {

/// Databases searched as one. Document number G of the whole, from 1, is number (G - 1) / N + 1 of
/// shard (G - 1) % N, as Xapian has it.
struct SearchedDatabases {
  Xapian::Database all;
  std::vector<Xapian::Database> shards;  ///< none of them of several databases itself
};

}  // namespace geul::index
