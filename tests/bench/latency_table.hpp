// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace geul::bench {

/// A line of a file of queries: "class TAB query [TAB options]", options with spaces between.
struct TimedQuery {
  std::string query;
  std::vector<std::string> options;
};

/// The queries of a class, in the order of the file.
struct QueryClass {
  std::string name;
  std::vector<TimedQuery> queries;
  std::vector<double> milliseconds = {};
  std::size_t hits = 0;
};

/// Answers a query; nothing, with a message of its own, when it cannot.
using Answerer = std::function<std::optional<std::size_t>(const TimedQuery& query)>;

/// Nothing, with a message, when a line is none.
[[nodiscard]] std::optional<std::vector<QueryClass>> read_classes(const char* path);

/// The third argument of a program: how often each query is asked; 3 without.
[[nodiscard]] std::optional<int> read_runs(int argc, char** argv);

/// Asks each query once to warm the caches and so often again, and prints for each class, with
/// tabs between: class, queries, hits in all, and the median, 99th percentile and maximum of all
/// times in milliseconds. Stops with false at the first that is not answered.
[[nodiscard]] bool time_classes(std::vector<QueryClass>& classes, int runs, const Answerer& answer);

}  // namespace geul::bench
