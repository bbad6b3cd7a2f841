// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/bm25.hpp"

#include <algorithm>
#include <cmath>

namespace geul::index {

Bm25::Bm25(const CollectionStats& collection, const RankingProfile& profile) noexcept
    : documents_(static_cast<double>(collection.documents)),
      per_length_(collection.average_length > 0 ? 1 / collection.average_length : 0),
      k1_(profile.k1),
      b_(profile.b),
      min_length_(profile.min_length) {}

double Bm25::term_weight(std::size_t frequency, double factor) const noexcept {
  const auto having = static_cast<double>(frequency);
  double ratio = (documents_ - having + 0.5) / (having + 0.5);
  if (ratio < 2) ratio = ratio * 0.5 + 1;
  return std::log(ratio) * factor * (k1_ + 1);
}

double Bm25::norm(std::uint32_t length) const noexcept {
  const double relative = std::max(length * per_length_, min_length_);
  return k1_ * (relative * b_ + (1 - b_));
}

}  // namespace geul::index
