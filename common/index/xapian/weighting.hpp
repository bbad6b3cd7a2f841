// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/index/profile.hpp"

namespace geul::index {

/// The ranking's BM25 in Xapian's form.
[[nodiscard]] inline Xapian::BM25Weight weighting(const RankingProfile& ranking) {
  constexpr double kQueryLength = 0;     // k2: no correction for the query's length
  constexpr double kQueryFrequency = 1;  // k3: acts on repeated query terms alone
  return {ranking.k1, kQueryLength, kQueryFrequency, ranking.b, ranking.min_length};
}

}  // namespace geul::index
