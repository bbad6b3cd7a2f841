// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/post/text_lines.hpp"

namespace geul::indexer {

/// A line without what containers put before its text: spaces, '>' and the markers of lists.
[[nodiscard]] constexpr std::string_view without_containers(std::string_view line) noexcept {
  for (;;) {
    line = trim_left(line);
    if (starts_with(line, ">")) {
      line.remove_prefix(1);
    } else if (line.size() > 1 && (line[0] == '-' || line[0] == '*' || line[0] == '+') &&
               is_blank(line[1])) {
      line.remove_prefix(2);
    } else {
      return line;
    }
  }
}

/// Tells, line by line, what lies in fenced code: CommonMark's rule without the details of
/// indentation, for the few dialects that have to be read before CommonMark can be.
class FenceTracker {
 public:
  /// Whether the line is a fence or within one.
  bool is_code(std::string_view line) noexcept {
    const std::string_view text = open_ == 0 ? without_containers(line) : within(line);
    const char mark = text.empty() ? '\0' : text.front();
    std::size_t run = 0;
    while (run < text.size() && text[run] == mark) ++run;
    const bool fence = (mark == '`' || mark == '~') && run >= 3;
    if (open_ != 0) {
      if (fence && mark == mark_ && run >= open_ && trim_right(text.substr(run)).empty()) open_ = 0;
      return true;
    }
    if (!fence || (mark == '`' && text.find('`', run) != text.npos)) return false;
    open_ = run;
    mark_ = mark;
    return true;
  }

 private:
  static std::string_view within(std::string_view line) noexcept {
    line = trim_left(line);
    while (starts_with(line, ">")) line = trim_left(line.substr(1));
    return line;
  }

  std::size_t open_ = 0;
  char mark_ = '\0';
};

}  // namespace geul::indexer
