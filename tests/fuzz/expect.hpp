// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace geul::fuzz {

/// Aborts, so that libFuzzer keeps the input, unless `law` holds.
inline void expect(bool law, const char* what) {
  if (law) return;
  static_cast<void>(std::fprintf(stderr, "broken law: %s\n", what));
  std::abort();
}

/// libFuzzer's input as text; it lives as long as the input does.
inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace geul::fuzz
