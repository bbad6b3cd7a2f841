// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source/chunked_pipeline.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <numeric>
#include <random>
#include <stdexcept>
#include <thread>
#include <vector>

namespace geul::indexer {
namespace {

using Numbers = std::vector<int>;
using Pipeline = ChunkedPipeline<int, Numbers>;

struct Plan {
  int count = 0;  ///< numbers from 0 on
  std::size_t jobs = 2;
  std::size_t largest = 100;  ///< of a chunk that is read
  std::size_t smallest = 1;
  int stop_after = -1;  ///< outcomes
  unsigned seed = 1;
};

struct Run {
  Numbers taken;
  std::vector<std::size_t> chunks;  ///< their sizes
  std::size_t read = 0;             ///< chunks
};

void nap(int microseconds) {
  std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
}

/// Squares the numbers below `count`; some take much longer than others.
Run square(const Plan& plan) {
  Run run;
  int next = 0;
  std::mt19937 random(plan.seed);
  const int slow = std::uniform_int_distribution(0, std::max(plan.count, 1))(random);
  Pipeline pipeline(
      [&] {
        const std::size_t size =
            std::uniform_int_distribution<std::size_t>(1, plan.largest)(random);
        std::deque<int> chunk;
        while (chunk.size() < size && next < plan.count) chunk.push_back(next++);
        if (!chunk.empty()) ++run.read;
        return chunk;
      },
      [&] {
        return [&](const Pipeline::Items& items) {
          Numbers squares;
          while (const auto item = items()) {
            nap(*item < slow ? 50 : 1);
            squares.push_back(*item * *item);
          }
          return squares;
        };
      },
      [&](const Numbers& squares) {
        run.chunks.push_back(squares.size());
        run.taken.insert(run.taken.end(), squares.begin(), squares.end());
        return static_cast<int>(run.chunks.size()) != plan.stop_after;
      },
      [] { return true; }, plan.smallest);
  pipeline.run(plan.jobs);
  return run;
}

Numbers squares_below(int count) {
  Numbers squares(static_cast<std::size_t>(count));
  std::iota(squares.begin(), squares.end(), 0);
  for (int& number : squares) number *= number;
  return squares;
}

}  // namespace

TEST_CASE("chunks: outcomes are those of all items in order, however they are shared out") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    std::mt19937 random(seed);
    const auto draw = [&random](int least, int most) {
      return std::uniform_int_distribution(least, most)(random);
    };
    const Plan plan{draw(0, 700),
                    static_cast<std::size_t>(draw(1, 6)),
                    static_cast<std::size_t>(draw(1, 300)),
                    static_cast<std::size_t>(draw(1, 20)),
                    -1,
                    seed};
    CAPTURE(seed);
    CHECK(square(plan).taken == squares_below(plan.count));
  }
}

TEST_CASE("chunks: who has nothing to read takes half of what another has left") {
  const Run run = square({1000, 4, 1'000'000, 10});
  CHECK(run.taken == squares_below(1000));
  CHECK(run.read < 10);
  CHECK(run.chunks.size() > run.read);
  CHECK(*std::min_element(run.chunks.begin(), run.chunks.end()) >= 1);
}

TEST_CASE("chunks: none is split that is not twice the smallest") {
  int left = 1;
  std::atomic<int> made = 0;
  Pipeline pipeline([&] { return std::deque<int>(left-- > 0 ? 19 : 0, 1); },
                    [&] {
                      return [&](const Pipeline::Items& items) {
                        ++made;
                        Numbers all;
                        while (const auto item = items()) {
                          nap(500);
                          all.push_back(*item);
                        }
                        return all;
                      };
                    },
                    [](const Numbers& all) {
                      CHECK(all.size() == 19);
                      return true;
                    },
                    [] { return true; }, 10);
  pipeline.run(4);
  CHECK(made == 1);
}

TEST_CASE("chunks: before the end of the input none is split, however long taking takes") {
  std::atomic<int> read = 0;
  std::atomic<int> begun = 0;
  std::atomic<bool> ended = false;
  Pipeline pipeline(
      [&] {
        if (ended) return std::deque<int>();
        ++read;
        return std::deque<int>(100, read >= 9 ? 2000 : 10);
      },
      [&] {
        return [&](const Pipeline::Items& items) {
          ++begun;
          Numbers all;
          while (const auto item = items()) {
            nap(*item);
            all.push_back(*item);
          }
          return all;
        };
      },
      [&](const Numbers&) {
        // The window is full, and a slow chunk behind it.
        while (!ended && read < 9) nap(1000);
        if (!ended) nap(150'000);
        if (!ended) CHECK(begun <= read);
        ended = true;
        return true;
      },
      [] { return true; }, 1);
  pipeline.run(2);
  CHECK(read == 9);
}

TEST_CASE("chunks: while an input is slow to come, threads share what is there") {
  constexpr int kItems = 200;
  std::atomic<int> done = 0;
  std::size_t taken = 0;
  int read = 0;
  Pipeline pipeline(
      [&] {
        if (read++ == 0) return std::deque<int>(kItems, 1);
        while (done < kItems) nap(1000);
        return std::deque<int>();
      },
      [&] {
        return [&](const Pipeline::Items& items) {
          Numbers all;
          while (const auto item = items()) {
            nap(3000);
            ++done;
            all.push_back(*item);
          }
          return all;
        };
      },
      [&](const Numbers& all) {
        ++taken;
        CHECK(all.size() < kItems);
        return true;
      },
      [] { return true; }, 1);
  pipeline.run(3);
  CHECK(taken > 1);
}

TEST_CASE("chunks: the smallest is one item, also where none is asked for") {
  const Run run = square({500, 3, 200, 0});
  CHECK(run.taken == squares_below(500));
  CHECK(*std::min_element(run.chunks.begin(), run.chunks.end()) >= 1);
}

TEST_CASE("chunks: a first one that takes long holds up no more than some outcomes") {
  std::atomic<bool> go_on = false;
  std::atomic<int> read = 0;
  int waited = 0;
  Pipeline pipeline(
      [&] {
        std::deque<int> chunk;
        if (read < 100) chunk.push_back(read++);
        return chunk;
      },
      [&] {
        return [&](const Pipeline::Items& items) {
          Numbers all;
          while (const auto item = items()) {
            while (*item == 0 && !go_on) nap(100);
            all.push_back(*item);
          }
          return all;
        };
      },
      [](const Numbers&) { return true; },
      [&] {
        CHECK(read <= 8);
        go_on = ++waited == 2;
        return true;
      },
      1);
  pipeline.run(2);
  CHECK(waited == 2);
  CHECK(read == 100);
}

TEST_CASE("chunks: it stops when told, in the middle of a chunk too") {
  CHECK(square({1000, 3, 10, 1, 7}).chunks.size() == 7);
  std::atomic<int> begun = 0;
  int taken = 0;
  Pipeline pipeline([] { return std::deque<int>(1'000'000, 1); },
                    [&] {
                      return [&](const Pipeline::Items& items) {
                        while (items()) {
                          ++begun;
                          nap(1000);
                        }
                        return Numbers{};
                      };
                    },
                    [&](const Numbers&) { return ++taken > 0; }, [&] { return begun == 0; }, 1);
  pipeline.run(3);
  CHECK(taken == 0);
  CHECK(begun > 0);
  CHECK(begun < 10'000);
}

TEST_CASE("chunks: what is thrown anywhere ends it and comes out") {
  enum class Where { read, make, work, take, wait };
  for (const Where where : {Where::read, Where::make, Where::work, Where::take, Where::wait})
    for (const std::size_t jobs : {1U, 3U}) {
      const auto at = [where](Where here) {
        if (where == here) throw std::runtime_error("thrown");
      };
      std::atomic<int> read = 0;
      Pipeline pipeline(
          [&] {
            if (++read > 3) at(Where::read);
            return std::deque<int>(10, 1);
          },
          [&] {
            at(Where::make);
            return [&](const Pipeline::Items& items) {
              while (items()) nap(where == Where::wait ? 30'000 : 0);
              at(Where::work);
              return Numbers{};
            };
          },
          [&](const Numbers&) {
            at(Where::take);
            return true;
          },
          [&] {
            at(Where::wait);
            return true;
          },
          1);
      CHECK_THROWS_WITH(pipeline.run(jobs), "thrown");
    }
}

}  // namespace geul::indexer
