// SPDX-License-Identifier: GPL-2.0-or-later
// parts FOLDER [--benchmark_...]: what each part of indexing and of answering takes, over at most
// 200 of a folder's posts (Google Benchmark; --help lists its options).
#include <benchmark/benchmark.h>

#include <iostream>

#include "tests/bench/parts/parts.hpp"

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    std::cerr << "usage: parts FOLDER [--benchmark_filter=REGEX ...]\n";
    return 2;
  }
  const auto sample = geul::bench::read_sample(argv[1]);
  if (!sample) {
    std::cerr << "parts: " << sample.error().message << '\n';
    return 2;
  }
  std::cout << sample->bytes.size() << " posts, " << sample->total_bytes << " bytes; one pass:\n";
  geul::bench::register_indexing(*sample);
  geul::bench::register_answering(*sample);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
