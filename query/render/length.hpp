// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace geul::query {

enum class LengthUnit : std::uint8_t {
  code_points,
  columns,  ///< of a terminal: text::display_width()
};

/// How long an excerpt may be.
struct ExcerptLength {
  std::size_t most = 160;
  LengthUnit unit = LengthUnit::code_points;

  /// About what it has at least, where the text has it and the borders of sentences allow it.
  [[nodiscard]] std::size_t least() const noexcept { return most * 11 / 16; }
  /// What all matches that are shown have to fit into, so that there is room around them.
  [[nodiscard]] std::size_t of_window() const noexcept { return most * 13 / 16; }
};

/// Measures stretches of a text in one of the units. Offsets are bytes on code point borders.
class Ruler {
 public:
  explicit Ruler(LengthUnit unit) : unit_(unit) {}

  /// The length of text[begin, end).
  [[nodiscard]] std::size_t length(std::string_view text, std::size_t begin, std::size_t end) const;
  /// The furthest offset from `offset` on, or back, that is at most `length` away.
  [[nodiscard]] std::size_t forward(std::string_view text, std::size_t offset,
                                    std::size_t length) const;
  [[nodiscard]] std::size_t backward(std::string_view text, std::size_t offset,
                                     std::size_t length) const;

 private:
  LengthUnit unit_;
};

}  // namespace geul::query
