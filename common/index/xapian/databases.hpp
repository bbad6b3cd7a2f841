// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

namespace geul::index {

/// Databases searched as one. Document number G of the whole, from 1, is number (G - 1) / N + 1 of
/// shard (G - 1) % N, as Xapian has it.
struct SearchedDatabases {
  Xapian::Database all;
  std::vector<Xapian::Database> shards;  ///< none of them of several databases itself

  /// Where a document of the whole is.
  struct Place {
    std::size_t shard;
    Xapian::docid number;
  };
  [[nodiscard]] Place place_of(Xapian::docid number) const {
    const auto count = static_cast<Xapian::docid>(shards.size());
    return {(number - 1) % count, (number - 1) / count + 1};
  }
  [[nodiscard]] Xapian::docid number_of(const Place& place) const {
    return (place.number - 1) * static_cast<Xapian::docid>(shards.size()) +
           static_cast<Xapian::docid>(place.shard) + 1;
  }
};

}  // namespace geul::index
