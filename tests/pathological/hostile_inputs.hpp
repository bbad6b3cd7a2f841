// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace geul::test {

inline constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();

/// A file that somebody made to hurt, of any size.
struct HostileInput {
  std::string name;
  std::string file;                   ///< its name, "post.md" or "records.jsonl"
  std::size_t small = 0;              ///< n that takes a moment; 0: none of interest
  std::size_t large = 0;              ///< a quarter of the attack's n
  std::size_t refused_from = kNever;  ///< n from which nothing is indexed of it
  std::function<std::string(std::size_t n)> make;
};

/// Lines, words, lists, headings, marks, nesting and aliases without end.
[[nodiscard]] std::vector<HostileInput> hostile_inputs();

}  // namespace geul::test
