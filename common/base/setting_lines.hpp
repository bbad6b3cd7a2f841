// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace geul {

[[nodiscard]] constexpr bool is_blank(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

struct SettingLine {
  std::size_t number = 0;  ///< in the file, from 1
  std::string_view text;   ///< not empty; without blanks around it
};

/// Walks the lines of a plain settings file that say something: without comments, which a '#' at
/// a line's beginning or behind a blank opens (C# is a word), and without empty lines.
class SettingLines {
 public:
  /// `text` must outlive the walk and its lines.
  explicit SettingLines(std::string_view text) noexcept : rest_(text) {}
  /// The next line; nothing at the end.
  [[nodiscard]] std::optional<SettingLine> next() noexcept;

 private:
  std::string_view rest_;
  std::size_t number_ = 0;
};

}  // namespace geul
