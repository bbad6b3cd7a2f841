// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/run.hpp"
#include "common/analysis/core/table_types.hpp"

namespace geul::analysis::core {

// Look-ups of the browser's core (GEUL_SMALL_CORE): the tables are unpacked into rows of one
// size when the core starts, and nothing is precomputed, for fewer bytes to send.

inline constexpr size_t kRowBytes = 16;
/// Of all tables, one behind the other; a row's bytes beyond its members are unused.
extern unsigned char packed_rows[];  // NOLINT(bugprone-dynamic-static-initializers): zeros

/// Walks rows.
template <class Row>
class Cursor {
 public:
  explicit Cursor(const unsigned char* at) noexcept : at_(at) {}
  const Row& operator*() const noexcept { return *reinterpret_cast<const Row*>(at_); }
  Cursor& operator++() noexcept {
    at_ += kRowBytes;
    return *this;
  }
  friend bool operator!=(Cursor a, Cursor b) noexcept { return a.at_ != b.at_; }

 private:
  const unsigned char* at_;
};

/// Neighbouring rows. Not trivial, so that it is handed over by address, which is less code.
// NOLINTNEXTLINE(cppcoreguidelines-special-member-functions)
struct PackedRange {
  PackedRange(const unsigned char* from, const unsigned char* to) noexcept
      : first(from), last(to) {}
  PackedRange(const PackedRange& other) noexcept : first(other.first), last(other.last) {}

  const unsigned char* first;
  const unsigned char* last;
};

template <class Row>
struct PackedRows {
  PackedRange range;
  [[nodiscard]] Cursor<Row> begin() const noexcept { return Cursor<Row>(range.first); }
  [[nodiscard]] Cursor<Row> end() const noexcept { return Cursor<Row>(range.last); }
};

/// The rows of a sorted table whose form ends with `syllable`.
[[nodiscard]] PackedRange rows_ending_in(const PackedRange& table, char16_t syllable) noexcept;

/// `count` rows from row number `first` on.
template <class Row, size_t first, size_t count>
struct PackedTable {
  [[nodiscard]] static PackedRange range() noexcept {
    return {packed_rows + first * kRowBytes, packed_rows + (first + count) * kRowBytes};
  }
  [[nodiscard]] PackedRows<Row> ending(char16_t syllable) const noexcept {
    return {rows_ending_in(range(), syllable)};
  }
  [[nodiscard]] Cursor<Row> begin() const noexcept { return Cursor<Row>(range().first); }
  [[nodiscard]] Cursor<Row> end() const noexcept { return Cursor<Row>(range().last); }
};

template <const auto& table>
[[nodiscard]] auto rows_ending(char16_t syllable) noexcept {
  return table.ending(syllable);
}

/// Knows nothing.
struct NoFilter {
  [[nodiscard]] static constexpr bool may_have(char16_t, char16_t) noexcept { return true; }
};
template <const auto& table>
inline constexpr NoFilter kFilter{};

template <size_t first, size_t count>
[[nodiscard]] bool contains(const PackedTable<Form, first, count>& table,
                            char16_t syllable) noexcept {
  const PackedRange range = rows_ending_in(table.range(), syllable);
  return range.first != range.last;
}

}  // namespace geul::analysis::core
