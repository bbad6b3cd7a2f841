// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

#include "common/analysis/core/table_types.hpp"

namespace geul::analysis::core {

/// Runs of up to this many syllables are analysed; a longer one is no word but words glued
/// together, and its first kMaxRun syllables are its key.
inline constexpr size_t kMaxRun = 64;

// GEUL_SMALL_CORE is the browser's build, which gives the same results in fewer bytes: packed
// tables (packed_lookup.hpp), and one run at a time, at one address.

/// A view of neighbouring Hangul syllables in precomposed form (U+AC00 to U+D7A3, nothing else).
struct Run {
#ifdef GEUL_SMALL_CORE
  /// Two units of nobody's, then the run.
  // NOLINTNEXTLINE(bugprone-dynamic-static-initializers): zeros
  static char16_t buffer[kMaxRun + 3];
  size_t size = 0;

  [[nodiscard]] static constexpr char16_t* begin() noexcept {
    return buffer + 2;
  }
#else
  const char16_t* data = nullptr;
  size_t size = 0;

  [[nodiscard]] constexpr const char16_t* begin() const noexcept {
    return data;
  }
#endif

  [[nodiscard]] constexpr char16_t operator[](size_t i) const noexcept {
    return begin()[i];
  }
  /// Expects a run that is not empty.
  [[nodiscard]] constexpr char16_t back() const noexcept {
    return begin()[size - 1];
  }
  [[nodiscard]] constexpr Run prefix(size_t length) const noexcept {
    Run run = *this;
    run.size = length;
    return run;
  }
};

[[nodiscard]] constexpr bool equal(const char16_t* a, const char16_t* b, size_t size) noexcept {
  for (size_t i = 0; i < size; ++i)
    if (a[i] != b[i]) return false;
  return true;
}

[[nodiscard]] constexpr bool ends_with(Run run, const Form& form) noexcept {
  return run.size >= form.size && equal(run.begin() + run.size - form.size, form.text, form.size);
}

[[nodiscard]] constexpr bool starts_with(Run run, const Form& form) noexcept {
  return run.size >= form.size && equal(run.begin(), form.text, form.size);
}

}  // namespace geul::analysis::core
