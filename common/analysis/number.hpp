// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace geul::analysis {

/// A unit of ten's powers behind digits: 만 (10,000) of 10만, 천만 of 3천만.
struct NumberUnit {
  unsigned zeros = 0;
  std::size_t syllables = 0;  ///< 0: no unit
};

/// The unit at the front of a run of Hangul that stands directly behind digits. What may follow it
/// in the run is nothing, a particle or a counter (만원, 만 명은 apart): 10만큼 has none. 조 is
/// none either: it is an article of a law more often than a trillion.
[[nodiscard]] NumberUnit number_unit(std::u16string_view syllables) noexcept;

/// Digits, perhaps with one full stop, times ten to the power of `zeros`: 1.5 and 8 -> 150000000.
/// Returns  empty for what is no such number, or would keep a fraction.
[[nodiscard]] std::string write_out(std::string_view digits, unsigned zeros);

}  // namespace geul::analysis
