// SPDX-License-Identifier: MIT
#pragma once

#include <stddef.h>

#include "common/analysis/core/run.hpp"

namespace geul::analysis::core {

/// What is left of a run when something is taken from its end: a prefix of the run whose last
/// syllable may have changed (마셨 -> 마시). A view: the run's syllables outlive it.
class Stem {
 public:
  constexpr Stem() noexcept = default;
  /// Expects size <= run.size.
  constexpr Stem(Run run, size_t size) noexcept
      : run_(run), last_(size == 0 ? char16_t{0} : run[size - 1]) {
    run_.size = size;
  }

  [[nodiscard]] constexpr size_t size() const noexcept { return run_.size; }
  /// The syllables that it was taken from, as many as it has.
  [[nodiscard]] constexpr Run run() const noexcept { return run_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return run_.size == 0; }
  [[nodiscard]] constexpr char16_t last() const noexcept { return last_; }
  /// The syllable before the last. Expects size() >= 2.
  [[nodiscard]] constexpr char16_t before_last() const noexcept { return run_[run_.size - 2]; }
  [[nodiscard]] constexpr char16_t operator[](size_t i) const noexcept {
    return i + 1 == run_.size ? last_ : run_[i];
  }

  /// Expects count <= size().
  constexpr void drop(size_t count = 1) noexcept { *this = Stem(run_, run_.size - count); }
  constexpr void change_last(char16_t syllable) noexcept { last_ = syllable; }

  [[nodiscard]] constexpr bool ends_with(const Form& form) const noexcept {
    if (form.size == 0 || form.size > run_.size || form.text[form.size - 1] != last_) return false;
    return equal(run_.data + run_.size - form.size, form.text, form.size - size_t{1});
  }

  /// Expects stems of one run.
  friend constexpr bool operator==(const Stem& a, const Stem& b) noexcept {
    return a.run_.size == b.run_.size && a.last_ == b.last_;
  }

 private:
  Run run_;
  char16_t last_ = 0;
};

}  // namespace geul::analysis::core
