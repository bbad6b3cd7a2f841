// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace geul::analysis::tables {

/// Ends the build; what() is "file:line: reason". This program runs at build time only, so that
/// the rule against exceptions across modules does not touch it.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One row of a table of data/korean.
struct Row {
  std::string file;
  std::size_t line = 0;
  std::vector<std::string> cells;

  /// Throws Failure with this row's place.
  [[noreturn]] void reject(const std::string& reason) const;
  /// The position of cell `column` among `values`. Throws Failure when it is none of them.
  [[nodiscard]] std::size_t choice(std::size_t column,
                                   const std::vector<std::string>& values) const;
  /// Cell `column` as syllables; a leading ㄴ ㄹ ㅁ ㅂ is allowed where `with_coda`; "-" is empty
  /// where `or_empty`. Throws Failure on anything else.
  enum class Coda { refused, allowed };
  enum class Empty { refused, allowed };
  [[nodiscard]] std::u16string form(std::size_t column, Coda coda = Coda::refused,
                                    Empty empty = Empty::refused) const;
};

/// Reads a table: lines that begin with '#' are comments, the first other line names `columns`,
/// each further line has as many cells, parted by tabs, and a first cell that no line before has.
/// Throws Failure.
[[nodiscard]] std::vector<Row> read_rows(const std::string& file,
                                         const std::vector<std::string>& columns);

}  // namespace geul::analysis::tables
