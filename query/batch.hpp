// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace geul::query {

/// A line of a batch: "id TAB query".
struct BatchQuery {
  std::string id;
  std::string query;
};

struct Batch {
  std::vector<BatchQuery> queries;     ///< in the order of their lines
  std::vector<std::size_t> malformed;  ///< numbers, from 1, of lines without a tab or an id
};

/// Reads a batch. Empty lines are passed over, CR before LF is none of the query's, and further
/// tabs are. Cost: linear.
[[nodiscard]] Batch read_batch(std::string_view text);

}  // namespace geul::query
