// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace geul::index {

/// Documents in a row that are looked at together, by their numbers: few enough that all that is
/// worked out about them stays in the processor's cache.
inline constexpr std::uint32_t kWindowDocuments = 4096;

/// Some of a window's documents, by their offsets in it.
class WindowBits {
 public:
  /// None of them.
  WindowBits() = default;
  [[nodiscard]] static WindowBits all() noexcept {
    WindowBits bits;
    bits.words_.fill(~std::uint64_t{0});
    return bits;
  }
  [[nodiscard]] static WindowBits only(std::uint32_t offset) noexcept {
    WindowBits bits;
    bits.set(offset);
    return bits;
  }

  void set(std::uint32_t offset) noexcept { words_[offset / 64] |= mask(offset); }
  [[nodiscard]] bool test(std::uint32_t offset) const noexcept {
    return (words_[offset / 64] & mask(offset)) != 0;
  }
  [[nodiscard]] bool none() const noexcept {
    return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
  }
  [[nodiscard]] std::size_t count() const noexcept {
    std::size_t count = 0;
    for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
    return count;
  }

  WindowBits& operator|=(const WindowBits& other) noexcept {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  WindowBits& operator&=(const WindowBits& other) noexcept {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  /// Takes the other's away.
  WindowBits& operator-=(const WindowBits& other) noexcept {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }
  friend WindowBits operator&(WindowBits a, const WindowBits& b) noexcept { return a &= b; }
  friend WindowBits operator-(WindowBits a, const WindowBits& b) noexcept { return a -= b; }

  /// Calls `visit` with each offset, in order.
  template <class Visit>
  void for_each(const Visit& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
        visit(
            static_cast<std::uint32_t>(64 * i + static_cast<std::size_t>(std::countr_zero(word))));
  }

 private:
  static std::uint64_t mask(std::uint32_t offset) noexcept {
    return std::uint64_t{1} << (offset % 64);
  }

  std::array<std::uint64_t, kWindowDocuments / 64> words_{};
};

}  // namespace geul::index
