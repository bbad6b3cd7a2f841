// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/run.hpp"
#include "common/analysis/core/table_types.hpp"
#ifdef GEUL_SMALL_CORE
#include "common/analysis/core/packed_lookup.hpp"
#endif

namespace geul::analysis::core {

#ifndef GEUL_SMALL_CORE

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
template <class Row>
Rows(const Row*, const Row*) -> Rows<Row>;

/// Where the rows of a sorted table begin whose forms end with syllables of one lead and vowel, so
/// that a look-up walks a few rows. Empty forms come first.
class Groups {
 public:
  template <class Row, size_t size>
  explicit constexpr Groups(const Row (&table)[size]) noexcept {
    static_assert(size < 0xFFFF);
    size_t row = 0;
    for (size_t group = 0; group <= kCount; ++group) {
      while (row < size && group_of(last_of(table[row])) < group) ++row;
      begins_[group] = static_cast<uint16_t>(row);
    }
  }
  /// The place of the first row that may end with `syllable`, and that behind the last one.
  [[nodiscard]] constexpr size_t begin_of(char16_t syllable) const noexcept {
    return begins_[group_of(syllable)];
  }
  [[nodiscard]] constexpr size_t end_of(char16_t syllable) const noexcept {
    return begins_[group_of(syllable) + 1];
  }

 private:
  /// One group for empty forms and one for each pair of lead and vowel.
  static constexpr size_t kCount = 1 + (kLastSyllable - kFirstSyllable + 1) / kCodas;
  static constexpr size_t group_of(char16_t last) noexcept {
    return last == 0 ? 0 : 1 + (last - size_t{kFirstSyllable}) / kCodas;
  }

  uint16_t begins_[kCount + 1] = {};
};

template <const auto& table>
inline constexpr Groups kGroups{table};

/// The rows whose form ends with `syllable` (0: empty forms), longest first, of a table that is
/// sorted by the last syllable (empty forms first), then by length, longest first.
/// Cost  a few rows: those that end with the same lead and vowel.
template <const auto& table>
[[nodiscard]] constexpr auto rows_ending(char16_t syllable) noexcept {
  size_t begin = kGroups<table>.begin_of(syllable);
  const size_t end = kGroups<table>.end_of(syllable);
  while (begin < end && last_of(table[begin]) != syllable) ++begin;
  size_t behind = begin;
  while (behind < end && last_of(table[behind]) == syllable) ++behind;
  return Rows{&table[0] + begin, &table[0] + behind};
}

/// Tells most words that are in no row of a table from those that may be in one, by their last two
/// syllables but for the final consonant (Bloom 1970, with one hash).
class Filter {
 public:
  template <class Row, size_t size>
  explicit constexpr Filter(const Row (&table)[size]) noexcept {
    for (const Row& row : table) {
      const Form& form = form_of(row);
      const char16_t before = form.size < 2 ? char16_t{0} : form.text[form.size - 2];
      const size_t bit = bit_of(before, form.text[form.size - 1]);
      words_[bit / kWordBits] |= uint64_t{1} << (bit % kWordBits);
    }
  }
  /// False: no row has a form that ends with `before` and `last`, nor with another final consonant.
  /// `before` is 0 for a word of one syllable.
  [[nodiscard]] constexpr bool may_have(char16_t before, char16_t last) const noexcept {
    const size_t bit = bit_of(before, last);
    return (words_[bit / kWordBits] >> (bit % kWordBits) & 1U) != 0;
  }

 private:
  static constexpr size_t kWordBits = 64;
  static constexpr size_t kWords = 64;
  static constexpr size_t bit_of(char16_t before, char16_t last) noexcept {
    return (before * size_t{31} + without_coda(last) / kCodas) % (kWords * kWordBits);
  }

  uint64_t words_[kWords] = {};
};

template <const auto& table>
inline constexpr Filter kFilter{table};

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

#endif  // GEUL_SMALL_CORE

/// Whether one of the forms is the whole of `run`.
template <const auto& table>
[[nodiscard]] bool contains(Run run) noexcept {
  if (run.size == 0) return false;
  for (const Form& form : rows_ending<table>(run.back()))
    if (form.size == run.size && ends_with(run, form)) return true;
  return false;
}

/// Whether the syllable is one of a literal's.
template <size_t bytes>
[[nodiscard]] constexpr bool is_one_of(char16_t syllable,
                                       const char16_t (&literal)[bytes]) noexcept {
  for (size_t i = 0; i + 1 < bytes; ++i)
    if (literal[i] == syllable) return true;
  return false;
}

}  // namespace geul::analysis::core
