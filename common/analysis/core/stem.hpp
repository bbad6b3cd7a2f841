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
  constexpr Stem(Run run, size_t size) noexcept : parts_(run, size, last_of(run, size)) {}

  [[nodiscard]] constexpr size_t size() const noexcept { return parts_.size(); }
  /// The syllables that it was taken from, as many as it has.
  [[nodiscard]] constexpr Run run() const noexcept { return parts_.run(); }
  [[nodiscard]] constexpr bool empty() const noexcept { return size() == 0; }
  [[nodiscard]] constexpr char16_t last() const noexcept { return parts_.last(); }
  /// The syllable before the last. Expects size() >= 2.
  [[nodiscard]] constexpr char16_t before_last() const noexcept { return run()[size() - 2]; }
  [[nodiscard]] constexpr char16_t operator[](size_t i) const noexcept {
    return i + 1 == size() ? last() : run()[i];
  }

  /// Expects count <= size().
  constexpr void drop(size_t count = 1) noexcept { *this = Stem(run(), size() - count); }
  constexpr void change_last(char16_t syllable) noexcept {
    parts_ = Parts(run(), size(), syllable);
  }

  [[nodiscard]] constexpr bool ends_with(const Form& form) const noexcept {
    if (form.size == 0 || form.size > size() || form.text[form.size - 1] != last()) return false;
    return equal(run().begin() + size() - form.size, form.text, form.size - size_t{1});
  }

  /// Expects stems of one run.
  friend constexpr bool operator==(const Stem& a, const Stem& b) noexcept {
    return a.size() == b.size() && a.last() == b.last();
  }

 private:
  static constexpr char16_t last_of(Run run, size_t size) noexcept {
    return size == 0 ? char16_t{0} : run[size - 1];
  }

#ifdef GEUL_SMALL_CORE
  /// Of the one run; one number, so that it is copied at once.
  class Parts {
   public:
    constexpr Parts() noexcept = default;
    constexpr Parts(Run, size_t size, char16_t last) noexcept : bits_(size << 16U | last) {}
    [[nodiscard]] constexpr Run run() const noexcept { return {size()}; }
    [[nodiscard]] constexpr size_t size() const noexcept { return bits_ >> 16U; }
    [[nodiscard]] constexpr char16_t last() const noexcept { return static_cast<char16_t>(bits_); }

   private:
    size_t bits_ = 0;
  };
#else
  class Parts {
   public:
    constexpr Parts() noexcept = default;
    constexpr Parts(Run run, size_t size, char16_t last) noexcept
        : data_(run.data), size_(size), last_(last) {}
    [[nodiscard]] constexpr Run run() const noexcept { return {data_, size_}; }
    [[nodiscard]] constexpr size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr char16_t last() const noexcept { return last_; }

   private:
    const char16_t* data_ = nullptr;
    size_t size_ = 0;
    char16_t last_ = 0;
  };
#endif
  Parts parts_;
};

}  // namespace geul::analysis::core
