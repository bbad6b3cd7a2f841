// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace geul::indexer::site {

/// A page's length in one byte: exact up to 40, then off by less than 2.5 % (FORMAT.md, quantised
/// length). Longer than the longest counts as that.
[[nodiscard]] std::uint8_t quantise_length(std::uint32_t length) noexcept;
/// The length that a byte stands for.
[[nodiscard]] std::uint32_t length_of(std::uint8_t quantised) noexcept;

}  // namespace geul::indexer::site
