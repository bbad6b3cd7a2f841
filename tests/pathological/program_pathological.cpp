// SPDX-License-Identifier: GPL-2.0-or-later
// Files made to hurt, through the real program: what time and memory they cost, how both grow, and
// that the post beside them is indexed.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>

#include "common/base/format.hpp"
#include "tests/pathological/hostile_inputs.hpp"
#include "tests/support/patience.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::test {
namespace {

constexpr double kMebi = 1024.0 * 1024.0;
constexpr std::size_t kMostBytes = 16U << 20U;  // of a post, as the README has it

/// The programs of this build, unless the environment names others.
std::string program(const char* variable, const char* built) {
  const char* const named = std::getenv(variable);
  return named != nullptr ? named : built;
}

struct Cost {
  double megabytes = 0;  ///< of the input
  double seconds = 0;    ///< of CPU
  double memory = 0;     ///< in MiB, at the most
};

/// Builds a database of the input and of an ordinary post, in one thread. The input is gone from
/// memory before: a new process counts what its parent held as its own.
Cost cost_of(const HostileInput& input, std::size_t n) {
  const TemporaryFolder folder;
  Cost cost;
  bool skipped = n >= input.refused_from;
  {
    const std::string bytes = input.make(n);
    folder.write("source/" + input.file, bytes);
    cost.megabytes = static_cast<double>(bytes.size()) / 1e6;
    skipped = skipped || bytes.size() > kMostBytes;
  }
  folder.write("source/beside.md", "---\ntitle: 된장찌개\n---\n두부를 넣고 끓인다.\n");
  std::vector<std::string> arguments{"build",       folder / "source", "--db",
                                     folder / "db", "--jobs",          "1"};
  if (input.file != "post.md") arguments.push_back(folder / "source" / input.file);
  RunOptions options;
  options.timeout = std::chrono::seconds(600);
  const RunResult built =
      run(program("GEUL_INDEX_PROGRAM", GEUL_INDEX_PROGRAM), arguments, options);
  INFO(built.err.substr(0, 500));
  CHECK(built.status == 0);
  CHECK(skipped == (built.out.find(" 1 skipped") != std::string::npos));
  const RunResult found = run(program("GEUL_QUERY_PROGRAM", GEUL_QUERY_PROGRAM),
                              {"--db", folder / "db", "두부", "--format", "paths"}, options);
  CHECK(found.out.find("beside.md") != std::string::npos);
  cost.seconds = built.cpu_seconds;
  cost.memory = static_cast<double>(built.peak_bytes) / kMebi;
  return cost;
}

/// As post_pathological.cpp has it: what grows with the square costs sixteen times as much.
void check_growth(const Cost& once, const Cost& four) {
  constexpr double kLeast = 0.1;
  CHECK((four.seconds < 2 * kLeast * kPatience ||
         four.seconds < 12 * std::max(once.seconds, kLeast / 2 * kPatience)));
  if (kPatience > 1) return;
  // Bytes of memory for a byte of input, above what a build takes anyway; and never more than that.
  constexpr double kBasis = 64;
  constexpr double kFactor = 200;
  constexpr double kMost = 1024;
  CHECK(four.memory < std::min(kBasis + kFactor * four.megabytes, kMost));
}

void print_row(const HostileInput& input, const Cost& once, const Cost& four) {
  std::cout << format("{:28} {:8.2f} {:7.2f} {:6.0f}   {:8.2f} {:7.2f} {:6.0f}   {:4.1f} {:5.1f}\n",
                      input.name, once.megabytes, once.seconds, once.memory, four.megabytes,
                      four.seconds, four.memory, four.seconds / std::max(once.seconds, 0.001),
                      four.memory / once.memory)
            << std::flush;
}

void check_all(std::size_t HostileInput::*size) {
  std::cout << format("{:28} {:>8} {:>7} {:>6}   {:>8} {:>7} {:>6}   {:>4} {:>5}\n", "input", "MB",
                      "s", "MiB", "MB x4", "s", "MiB", "s x", "MiB x");
  for (const HostileInput& input : hostile_inputs()) {
    if (input.*size == 0) continue;
    CAPTURE(input.name);
    const Cost once = cost_of(input, input.*size);
    const Cost four = cost_of(input, 4 * (input.*size));
    print_row(input, once, four);
    check_growth(once, four);
  }
}

}  // namespace

TEST_CASE("Hostile files cost no more time and memory than their size, and nothing of the rest") {
  check_all(&HostileInput::small);
}

TEST_CASE("Hostile files of the full size", "[.table]") {
  check_all(&HostileInput::large);
}

}  // namespace geul::test
