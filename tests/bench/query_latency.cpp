// SPDX-License-Identifier: GPL-2.0-or-later
// query_latency DB QUERIES [RUNS]: the time that answers take, by class of query.
//
// QUERIES has lines "class TAB query [TAB options]"; options are words: newest (by date), facets
// (all of them counted) or facets=tag,year (these), tag=T, bare (no excerpts and reasons), suggest
// (the query is being typed and completed, as geul-query --suggest does). After a pass that warms
// the caches, each query is answered RUNS times (3), with ten hits, their excerpts and reasons, or
// ten suggestions; rendering is left out. Prints for each class, in the order of the file: class,
// queries, hits or suggestions in all, and the median, 99th percentile and maximum of all runs in
// milliseconds, with tabs between.
#include <cstddef>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/reader.hpp"
#include "query/answer.hpp"
#include "query/suggest/suggester.hpp"
#include "tests/bench/latency_table.hpp"

namespace {

using geul::bench::TimedQuery;

struct Question {
  geul::query::Request request;
  geul::query::Detail detail = geul::query::Detail::full;
  bool suggest = false;
};

/// Both ways to ask a database.
struct Programs {
  geul::query::Searcher searcher;
  geul::query::Suggester suggester;
};

std::vector<std::string> names_of(std::string_view list) {
  std::vector<std::string> names;
  std::istringstream in{std::string(list)};
  for (std::string name; std::getline(in, name, ',');) names.push_back(name);
  return names;
}

bool set_option(std::string_view option, Question& question) {
  constexpr std::string_view kTag = "tag=";
  constexpr std::string_view kFacets = "facets=";
  geul::query::Request& request = question.request;
  if (option == "newest")
    request.sort = geul::index::Sort::newest;
  else if (option == "facets")
    request.facets.names = {"tag", "category", "author", "year", "month"};
  else if (option.starts_with(kFacets))
    request.facets.names = names_of(option.substr(kFacets.size()));
  else if (option.starts_with(kTag))
    request.tags.emplace_back(option.substr(kTag.size()));
  else if (option == "bare")
    question.detail = geul::query::Detail::names;
  else if (option == "suggest")
    question.suggest = true;
  else
    return false;
  return true;
}

std::optional<Question> read_question(const std::vector<std::string>& options) {
  Question question;
  for (const std::string& option : options) {
    if (set_option(option, question)) continue;
    std::cerr << "query_latency: unknown option " << option << '\n';
    return std::nullopt;
  }
  return question;
}

geul::Result<std::size_t> answer(Programs& programs, const std::string& query,
                                 const Question& question) {
  if (question.suggest)
    return programs.suggester.suggest(query, question.request.limit, {2024, 7, 18})
        .map([](const geul::query::Suggestions& made) { return made.found.size(); });
  return programs.searcher.answer(query, question.request, question.detail)
      .map([](const geul::query::Answer& made) { return made.total.count; });
}

std::optional<std::size_t> answer_or_say(Programs& programs, const TimedQuery& query) {
  const std::optional<Question> question = read_question(query.options);
  if (!question) return std::nullopt;
  const auto count = answer(programs, query.query, *question);
  if (count) return *count;
  std::cerr << "query_latency: " << query.query << ": " << count.error().message << '\n';
  return std::nullopt;
}

int measure(Programs programs, const char* queries, int runs) {
  auto classes = geul::bench::read_classes(queries);
  if (!classes) return 2;
  const auto ask = [&](const TimedQuery& query) { return answer_or_say(programs, query); };
  return geul::bench::time_classes(*classes, runs, ask) ? 0 : 2;
}

}  // namespace

int main(int argc, char** argv) {
  const auto runs = geul::bench::read_runs(argc, argv);
  if (!runs) {
    std::cerr << "usage: query_latency DB QUERIES [RUNS]\n";
    return 2;
  }
  auto reader = geul::index::Reader::open({argv[1]});
  auto second = geul::index::Reader::open({argv[1]});
  if (!reader || !second) {
    std::cerr << "query_latency: " << (reader ? second : reader).error().message << '\n';
    return 2;
  }
  return measure(
      {geul::query::Searcher(*std::move(reader)), geul::query::Suggester(*std::move(second))},
      argv[2], *runs);
}
