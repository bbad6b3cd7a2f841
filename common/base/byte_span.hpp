// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace geul {

/// A half-open range [begin, end) of bytes. Of which text, the owner says.
struct ByteSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
  friend constexpr bool operator==(const ByteSpan&, const ByteSpan&) = default;
};

/// The bytes of `span` in `text`. Expects `span` to lie within `text`.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, ByteSpan span) noexcept {
  return {text.data() + span.begin, span.size()};
}

}  // namespace geul
