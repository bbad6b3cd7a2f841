// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace geul::test {

/// How often each call into a library was made, by its symbol. Of the calls that `wrap` and
/// refusals.cpp put a stub before.
using Calls = std::map<std::string, std::size_t>;
[[nodiscard]] Calls calls_of(const std::function<void()>& run);

/// While it lives, one call into a library fails: it throws what `fault` throws, or, where that
/// throws nothing, gives back what the library has for a failure (refusals.cpp).
/// One at a time.
class Injection {
 public:
  /// Expects  nth is at least 1.
  Injection(std::string call, std::size_t nth, std::function<void()> fault);
  ~Injection();
  Injection(const Injection&) = delete;
  Injection& operator=(const Injection&) = delete;
  Injection(Injection&&) = delete;
  Injection& operator=(Injection&&) = delete;

  /// Whether the call was made.
  [[nodiscard]] bool has_happened() const;
};

/// Counts a call; true where it is the one that is to fail, after what it throws.
bool call_fails(const char* call);

/// Of `count` calls the first, some in between, and the last.
[[nodiscard]] std::vector<std::size_t> some_of(std::size_t count);

}  // namespace geul::test
