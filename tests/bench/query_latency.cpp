// SPDX-License-Identifier: GPL-2.0-or-later
// query_latency DB QUERIES [RUNS]: the time that answers take, by class of query.
//
// QUERIES has lines "class TAB query [TAB options]"; options are words: newest (by date), facets
// (all of them counted), tag=T, suggest (the query is being typed and completed, as geul-query
// --suggest does). After a pass that warms the caches, each query is answered RUNS times (3), with
// ten hits, their excerpts and reasons, or ten suggestions; rendering is left out. Prints for each
// class, in the order of the file: class, queries, hits or suggestions in all, and the median, 99th
// percentile and maximum of all runs in milliseconds, with tabs between.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/reader.hpp"
#include "query/answer.hpp"
#include "query/suggest/suggester.hpp"

namespace {

using Clock = std::chrono::steady_clock;

struct Question {
  std::string query;
  geul::query::Request request;
  bool suggest = false;
};

/// Both ways to ask a database.
struct Programs {
  geul::query::Searcher searcher;
  geul::query::Suggester suggester;
};

struct Class {
  std::string name;
  std::vector<Question> questions;
  std::vector<double> milliseconds;
  std::size_t hits = 0;
};

bool set_option(const std::string& option, Question& question) {
  geul::query::Request& request = question.request;
  if (option == "newest")
    request.sort = geul::index::Sort::newest;
  else if (option == "facets")
    request.facets.names = {"tag", "category", "author", "year", "month"};
  else if (option.rfind("tag=", 0) == 0)
    request.tags.push_back(option.substr(4));
  else if (option == "suggest")
    question.suggest = true;
  else
    return false;
  return true;
}

std::optional<Question> read_question(const std::string& query, const std::string& options) {
  Question question{query, {}};
  std::istringstream in(options);
  for (std::string option; in >> option;)
    if (!set_option(option, question)) return std::nullopt;
  return question;
}

Class& class_named(const std::string& name, std::vector<Class>& classes) {
  const auto found = std::ranges::find(classes, name, &Class::name);
  if (found != classes.end()) return *found;
  classes.push_back({name, {}, {}, 0});
  return classes.back();
}

/// Nothing, with a message, when a line is none.
std::optional<std::vector<Class>> read_classes(const char* path) {
  std::vector<Class> classes;
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::string name;
    std::string query;
    std::string options;
    std::getline(cells, name, '\t');
    std::getline(cells, query, '\t');
    std::getline(cells, options, '\t');
    auto question = read_question(query, options);
    if (name.empty() || query.empty() || !question) {
      std::cerr << "query_latency: not \"class TAB query TAB options\": " << line << '\n';
      return std::nullopt;
    }
    class_named(name, classes).questions.push_back(*std::move(question));
  }
  return classes;
}

geul::Result<std::size_t> answer(Programs& programs, const Question& question) {
  if (question.suggest)
    return programs.suggester.suggest(question.query, question.request.limit, {2024, 7, 18})
        .map([](const geul::query::Suggestions& made) { return made.found.size(); });
  return programs.searcher.answer(question.query, question.request, geul::query::Detail::full)
      .map([](const geul::query::Answer& made) { return made.total.count; });
}

/// The milliseconds of one answer; nothing, with a message, when there is none.
std::optional<double> time_of(Programs& programs, const Question& question, std::size_t& hits) {
  const auto begin = Clock::now();
  const auto count = answer(programs, question);
  const std::chrono::duration<double, std::milli> taken = Clock::now() - begin;
  if (!count) {
    std::cerr << "query_latency: " << question.query << ": " << count.error().message << '\n';
    return std::nullopt;
  }
  hits = *count;
  return taken.count();
}

bool warm(Programs& programs, std::vector<Class>& classes) {
  for (Class& measured : classes) {
    for (const Question& question : measured.questions) {
      std::size_t hits = 0;
      if (!time_of(programs, question, hits)) return false;
      measured.hits += hits;
    }
  }
  return true;
}

bool run(Programs& programs, Class& measured) {
  for (const Question& question : measured.questions) {
    std::size_t hits = 0;
    const auto taken = time_of(programs, question, hits);
    if (!taken) return false;
    measured.milliseconds.push_back(*taken);
  }
  return true;
}

/// The nearest-rank percentile. Expects sorted times, at least one.
double percentile(const std::vector<double>& sorted, double share) {
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

void print(Class& measured) {
  auto& times = measured.milliseconds;
  std::ranges::sort(times);
  std::printf("%s\t%zu\t%zu\t%.3f\t%.3f\t%.3f\n", measured.name.c_str(), measured.questions.size(),
              measured.hits, percentile(times, 0.5), percentile(times, 0.99), times.back());
}

int measure(Programs programs, std::vector<Class>& classes, int runs) {
  if (!warm(programs, classes)) return 2;
  for (int count = 0; count < runs; ++count)
    for (Class& measured : classes)
      if (!run(programs, measured)) return 2;
  for (Class& measured : classes) print(measured);
  return 0;
}

std::optional<int> read_runs(int argc, char** argv) {
  constexpr int kRuns = 3;
  if (argc == 3) return kRuns;
  int runs = 0;
  const std::string_view text = argc == 4 ? argv[3] : "";
  std::from_chars(text.data(), text.data() + text.size(), runs);
  return runs > 0 ? std::optional(runs) : std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
  const auto runs = read_runs(argc, argv);
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
  auto classes = read_classes(argv[2]);
  if (!classes) return 2;
  return measure(
      {geul::query::Searcher(*std::move(reader)), geul::query::Suggester(*std::move(second))},
      *classes, *runs);
}
