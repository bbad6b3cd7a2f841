// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/lengths.hpp"

#include <algorithm>
#include <array>

namespace geul::indexer::site {
namespace {

using Lengths = std::array<std::uint32_t, 256>;

constexpr Lengths make_lengths() {
  Lengths lengths{};
  for (std::size_t q = 1; q < lengths.size(); ++q)
    lengths[q] = std::max(lengths[q - 1] + 1, lengths[q - 1] * 21 / 20);
  return lengths;
}

constexpr Lengths kLengths = make_lengths();

}  // namespace

std::uint8_t quantise_length(std::uint32_t length) noexcept {
  const auto above = std::ranges::lower_bound(kLengths, length);
  if (above == kLengths.begin()) return 0;
  if (above == kLengths.end()) return static_cast<std::uint8_t>(kLengths.size() - 1);
  const auto below = above - 1;
  const auto nearest = length - *below <= *above - length ? below : above;
  return static_cast<std::uint8_t>(nearest - kLengths.begin());
}

std::uint32_t length_of(std::uint8_t quantised) noexcept {
  return kLengths[quantised];
}

}  // namespace geul::indexer::site
