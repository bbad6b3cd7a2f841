// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/site/directory.hpp"

namespace geul::indexer::site {

/// Where files end that part an order of keys among them: where a file has `least` bytes, behind
/// the last key of a stem whose hash is divisible by `divisor`; and before a key that would make it
/// longer than `most`. So what is added somewhere changes the files around it and no others.
struct RangeRules {
  std::size_t least;
  std::size_t most;
  std::uint32_t divisor;

  friend bool operator==(const RangeRules&, const RangeRules&) = default;
};

/// Rules for 750 to 1,499 pages as they are for `pages`: with every doubling files are longer by
/// the square root of 2, so that what says where everything is and what a query fetches grow alike.
[[nodiscard]] RangeRules scaled(const RangeRules& rules, std::size_t pages) noexcept;

/// The shortest front of `first`, in whole code points, that is behind `last`.
/// Expects last < first.
[[nodiscard]] std::string separator(std::string_view last, std::string_view first);

/// Whether a file may end behind the keys of a stem.
[[nodiscard]] bool is_end(std::string_view stem, std::uint32_t divisor) noexcept;

/// Parts groups of rows, one a key, among files.
template <class Row>
class RangeWriter {
 public:
  using Write = std::function<std::uint32_t(const std::vector<Row>& rows)>;

  /// `write` writes a file and returns its name.
  RangeWriter(RangeRules rules, Write write) : rules_(rules), write_(std::move(write)) {}

  /// Expects keys ascending, each once, of the same stem side by side; rows that take `bytes` in
  /// their file.
  void add(const std::string& key, std::string_view stem, std::vector<Row> rows,
           std::size_t bytes) {
    const bool full = bytes_ >= rules_.least && stem != stem_ && is_end(stem_, rules_.divisor);
    if (bytes_ > 0 && (full || bytes_ + bytes > rules_.most)) end_file();
    if (rows_.empty())
      range_.firsts.push_back(range_.firsts.empty() ? std::string() : separator(last_, key));
    for (Row& row : rows) rows_.push_back(std::move(row));
    bytes_ += bytes;
    last_ = key;
    stem_ = stem;
  }
  [[nodiscard]] FileRange finish() && {
    end_file();
    return std::move(range_);
  }

 private:
  void end_file() {
    if (rows_.empty()) return;
    range_.names.push_back(write_(rows_));
    rows_.clear();
    bytes_ = 0;
  }

  RangeRules rules_;
  Write write_;
  FileRange range_;
  std::vector<Row> rows_;
  std::size_t bytes_ = 0;
  std::string last_;
  std::string stem_;
};

}  // namespace geul::indexer::site
