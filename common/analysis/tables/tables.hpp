// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace geul::analysis::tables {

/// A row of core/table_types.hpp.
struct Entry {
  std::u16string form;
  unsigned kind = 0;                ///< orders rows of forms of one length
  std::string text;                 ///< as C++
  std::vector<std::size_t> values;  ///< of its members behind the form
};

/// Rows in the order that look-ups expect.
struct Table {
  std::string type;
  std::string name;
  std::vector<Entry> entries;
};

/// The tables of data/korean. Throws Failure.
[[nodiscard]] std::vector<Table> read_tables(const std::string& folder);

}  // namespace geul::analysis::tables
