// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/latency_table.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string_view>

namespace geul::bench {
namespace {

using Clock = std::chrono::steady_clock;

QueryClass& class_named(const std::string& name, std::vector<QueryClass>& classes) {
  const auto found = std::ranges::find(classes, name, &QueryClass::name);
  if (found != classes.end()) return *found;
  classes.push_back({name, {}, {}, 0});
  return classes.back();
}

/// The nearest-rank percentile. Expects sorted times, at least one.
double percentile(const std::vector<double>& sorted, double share) {
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

bool warm(QueryClass& measured, const Answerer& answer) {
  for (const TimedQuery& query : measured.queries) {
    const std::optional<std::size_t> hits = answer(query);
    if (!hits) return false;
    measured.hits += *hits;
  }
  return true;
}

bool run(QueryClass& measured, const Answerer& answer) {
  for (const TimedQuery& query : measured.queries) {
    const auto begin = Clock::now();
    if (!answer(query)) return false;
    const std::chrono::duration<double, std::milli> taken = Clock::now() - begin;
    measured.milliseconds.push_back(taken.count());
  }
  return true;
}

void print(QueryClass& measured) {
  auto& times = measured.milliseconds;
  std::ranges::sort(times);
  std::printf("%s\t%zu\t%zu\t%.3f\t%.3f\t%.3f\n", measured.name.c_str(), measured.queries.size(),
              measured.hits, percentile(times, 0.5), percentile(times, 0.99), times.back());
}

}  // namespace

std::optional<std::vector<QueryClass>> read_classes(const char* path) {
  std::vector<QueryClass> classes;
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::string name;
    std::string query;
    std::getline(cells, name, '\t');
    std::getline(cells, query, '\t');
    if (name.empty() || query.empty()) {
      std::cerr << "not \"class TAB query TAB options\": " << line << '\n';
      return std::nullopt;
    }
    using Words = std::istream_iterator<std::string>;
    class_named(name, classes).queries.push_back({query, {Words(cells), Words()}});
  }
  return classes;
}

std::optional<int> read_runs(int argc, char** argv) {
  constexpr int kRuns = 3;
  if (argc == 3) return kRuns;
  int runs = 0;
  const std::string_view text = argc == 4 ? argv[3] : "";
  std::from_chars(text.data(), text.data() + text.size(), runs);
  return runs > 0 ? std::optional(runs) : std::nullopt;
}

bool time_classes(std::vector<QueryClass>& classes, int runs, const Answerer& answer) {
  for (QueryClass& measured : classes)
    if (!warm(measured, answer)) return false;
  for (int count = 0; count < runs; ++count)
    for (QueryClass& measured : classes)
      if (!run(measured, answer)) return false;
  for (QueryClass& measured : classes) print(measured);
  return true;
}

}  // namespace geul::bench
