// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace geul::test {

/// How many rounds of a fault to try: `in_short`, or `at_length` where the environment has
/// GEUL_FAULTS=long (./dev soak faults).
[[nodiscard]] std::size_t rounds(std::size_t in_short, std::size_t at_length);

/// What draws begin from: GEUL_FAULT_SEED of the environment, else always the same.
[[nodiscard]] std::uint64_t seed();

/// A row of the table of faults: counts what became of each round and prints the row at its end.
class Tally {
 public:
  explicit Tally(std::string kind) : kind_(std::move(kind)) {}
  ~Tally();
  Tally(const Tally&) = delete;
  Tally& operator=(const Tally&) = delete;
  Tally(Tally&&) = delete;
  Tally& operator=(Tally&&) = delete;

  void round() { ++rounds_; }
  void count(const std::string& outcome);

 private:
  std::string kind_;
  std::size_t rounds_ = 0;
  std::vector<std::pair<std::string, std::size_t>> outcomes_;
};

}  // namespace geul::test
