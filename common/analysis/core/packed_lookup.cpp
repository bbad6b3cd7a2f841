// SPDX-License-Identifier: MIT
#include "common/analysis/core/packed_lookup.hpp"

namespace geul::analysis::core {
namespace {

char16_t last_of(const unsigned char* row) noexcept {
  const Form& form = *reinterpret_cast<const Form*>(row);
  return form.size == 0 ? char16_t{0} : form.text[form.size - 1];
}

/// The first row whose last syllable is not less.
const unsigned char* lower_bound(const PackedRange& table, char16_t syllable) noexcept {
  size_t low = 0;
  for (size_t high = static_cast<size_t>(table.last - table.first) / kRowBytes; low < high;) {
    const size_t middle = (low + high) / 2;
    if (last_of(table.first + middle * kRowBytes) < syllable)
      low = middle + 1;
    else
      high = middle;
  }
  return table.first + low * kRowBytes;
}

}  // namespace

PackedRange rows_ending_in(const PackedRange& table, char16_t syllable) noexcept {
  const unsigned char* const first = lower_bound(table, syllable);
  return {first, lower_bound({first, table.last}, static_cast<char16_t>(syllable + 1))};
}

}  // namespace geul::analysis::core
