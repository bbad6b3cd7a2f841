// SPDX-License-Identifier: GPL-2.0-or-later
#include <benchmark/benchmark.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/index/profile.hpp"
#include "query/parse/meant.hpp"
#include "query/parse/plan.hpp"
#include "query/parse/typed.hpp"
#include "query/render/excerpt.hpp"
#include "query/render/highlight.hpp"
#include "tests/bench/parts/parts.hpp"

namespace geul::bench {
namespace {

using benchmark::State;
constexpr Day kToday{2024, 7, 18};

/// The titles as they were typed, which is what people ask for.
std::vector<std::string> queries_of(const Sample& sample) {
  std::vector<std::string> queries;
  for (const index::Document& document : sample.documents) queries.push_back(document.title);
  return queries;
}

template <class Pass>
void add(const char* name, std::size_t items, Pass pass) {
  benchmark::RegisterBenchmark(name, [items, pass](State& state) {
    for (auto iteration : state) pass();
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(items));
  })->Unit(benchmark::kMillisecond);
}

query::MeantQuery meant_of(const std::string& query, analysis::Analyzer& analyzer) {
  return query::resolve(query::parse(query), analyzer, kToday);
}

void parse(const std::vector<std::string>& queries) {
  for (const std::string& query : queries) benchmark::DoNotOptimize(query::parse(query));
}

void parse_and_resolve(const std::vector<std::string>& queries, analysis::Analyzer& analyzer) {
  for (const std::string& query : queries) benchmark::DoNotOptimize(meant_of(query, analyzer));
}

void plan(const std::vector<query::MeantQuery>& queries) {
  const query::Frequency frequency = [](const std::string&) { return std::size_t{1}; };
  for (const query::MeantQuery& meant : queries)
    benchmark::DoNotOptimize(query::plan(meant, index::RankingProfile(), frequency));
}

/// Each post is shown for its own title.
void show(const Sample& sample, const std::vector<query::MeantQuery>& queries,
          analysis::Analyzer& analyzer) {
  for (std::size_t at = 0; at < queries.size(); ++at) {
    const query::Highlighter highlighter(queries[at], analyzer);
    benchmark::DoNotOptimize(query::show(sample.documents[at], highlighter));
  }
}

}  // namespace

void register_answering(const Sample& sample) {
  // Shared by the benchmarks, which run one after the other for as long as the program does.
  const auto analyzer = std::make_shared<analysis::Analyzer>();
  const auto queries = queries_of(sample);
  std::vector<query::MeantQuery> meant;
  for (const std::string& query : queries) meant.push_back(meant_of(query, *analyzer));
  const std::size_t items = queries.size();
  add("query, parsed", items, [queries] { parse(queries); });
  add("query, parsed and resolved", items,
      [queries, analyzer] { parse_and_resolve(queries, *analyzer); });
  add("query, planned", items, [meant] { plan(meant); });
  add("excerpt of a post", items, [&sample, meant, analyzer] { show(sample, meant, *analyzer); });
}

}  // namespace geul::bench
