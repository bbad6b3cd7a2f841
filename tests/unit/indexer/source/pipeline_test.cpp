// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/ordered_pipeline.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace geul::indexer {
namespace {

struct Run {
  std::vector<int> taken;
  int most_held = 0;
};

/// Squares the numbers below `count`; the first of every ten takes long.
Run square(int count, std::size_t jobs, int stop_after = -1) {
  Run run;
  int next = 0;
  std::atomic<int> held = 0;
  std::atomic<int> most_held = 0;
  OrderedPipeline<int, int> pipeline(
      [&]() -> std::optional<int> {
        if (next == count) return std::nullopt;
        return next++;
      },
      [&] {
        return [&](int number) {
          if (number % 10 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
          const int now = ++held;
          if (now > most_held) most_held = now;
          return number * number;
        };
      },
      [&](int outcome) {
        --held;
        run.taken.push_back(outcome);
        return static_cast<int>(run.taken.size()) != stop_after;
      });
  pipeline.run(jobs);
  run.most_held = most_held;
  return run;
}

}  // namespace

TEST_CASE("pipeline: outcomes come in order, whatever the number of threads") {
  const std::vector<int> expected = square(300, 1).taken;
  CHECK(expected.size() == 300);
  for (const std::size_t jobs : {2U, 3U, 8U}) CHECK(square(300, jobs).taken == expected);
  CHECK(square(0, 4).taken.empty());
}

TEST_CASE("pipeline: holds a bounded number of outcomes") {
  CHECK(square(2000, 2).most_held <= 2 * 16 + 2);
}

TEST_CASE("pipeline: stops when told") {
  for (const std::size_t jobs : {1U, 4U}) CHECK(square(1000, jobs, 7).taken.size() == 7);
}

TEST_CASE("pipeline: what is thrown anywhere ends it and comes out") {
  enum class Where { next, make, work, take };
  for (const Where where : {Where::next, Where::make, Where::work, Where::take})
    for (const std::size_t jobs : {1U, 2U, 5U}) {
      const auto at = [where](Where here, int number) {
        if (where == here && number >= 40) throw std::runtime_error("thrown");
      };
      int next = 0;
      OrderedPipeline<int, int> pipeline(
          [&]() -> std::optional<int> {
            at(Where::next, next);
            return next++;
          },
          [&] {
            at(Where::make, 40);
            return [&](int number) {
              at(Where::work, number);
              return number;
            };
          },
          [&](int outcome) {
            at(Where::take, outcome);
            return true;
          });
      CHECK_THROWS_WITH(pipeline.run(jobs), "thrown");
    }
}

}  // namespace geul::indexer
