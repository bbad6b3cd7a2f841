// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

#include "common/analysis/core/run.hpp"
#include "common/analysis/core/table_types.hpp"

namespace geul::analysis::core {

[[nodiscard]] constexpr const Form& form_of(const Form& row) noexcept {
  return row;
}
template <class Row>
[[nodiscard]] constexpr const Form& form_of(const Row& row) noexcept {
  return row.form;
}

/// A form's last syllable, by which tables are sorted; 0 for an empty form.
template <class Row>
[[nodiscard]] constexpr char16_t last_of(const Row& row) noexcept {
  const Form& form = form_of(row);
  return form.size == 0 ? char16_t{0} : form.text[form.size - 1];
}

/// Neighbouring rows of a table.
template <class Row>
struct Rows {
  const Row* first;
  const Row* last;
  [[nodiscard]] constexpr const Row* begin() const noexcept { return first; }
  [[nodiscard]] constexpr const Row* end() const noexcept { return last; }
};

/// The rows of a sorted table whose form ends with `syllable` (0: empty forms), longest first.
/// Cost  logarithmic in the table.
template <class Row, size_t size>
[[nodiscard]] constexpr Rows<Row> rows_ending(const Row (&table)[size],
                                              char16_t syllable) noexcept {
  size_t low = 0;
  for (size_t high = size; low < high;) {
    const size_t middle = (low + high) / 2;
    if (last_of(table[middle]) < syllable)
      low = middle + 1;
    else
      high = middle;
  }
  size_t end = low;
  while (end < size && last_of(table[end]) == syllable) ++end;
  return {table + low, table + end};
}

/// Whether one of the forms is the whole of `run`.
template <size_t size>
[[nodiscard]] constexpr bool contains(const Form (&table)[size], Run run) noexcept {
  if (run.size == 0) return false;
  for (const Form& form : rows_ending(table, run.back()))
    if (form.size == run.size && ends_with(run, form)) return true;
  return false;
}

/// Whether a sorted array has the syllable.
template <size_t size>
[[nodiscard]] constexpr bool contains(const char16_t (&sorted)[size], char16_t syllable) noexcept {
  size_t low = 0;
  for (size_t high = size; low < high;) {
    const size_t middle = (low + high) / 2;
    if (sorted[middle] < syllable)
      low = middle + 1;
    else
      high = middle;
  }
  return low < size && sorted[low] == syllable;
}

}  // namespace geul::analysis::core
