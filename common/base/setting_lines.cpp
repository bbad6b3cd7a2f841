// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/setting_lines.hpp"

#include <algorithm>

namespace geul {
namespace {

std::string_view without_comment(std::string_view line) noexcept {
  for (std::size_t i = 0; i < line.size(); ++i)
    if (line[i] == '#' && (i == 0 || is_blank(line[i - 1]))) return line.substr(0, i);
  return line;
}

std::string_view trimmed(std::string_view line) noexcept {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  return line;
}

}  // namespace

std::optional<SettingLine> SettingLines::next() noexcept {
  while (!rest_.empty()) {
    const std::string_view line = rest_.substr(0, rest_.find('\n'));
    rest_.remove_prefix(std::min(line.size() + 1, rest_.size()));
    ++number_;
    const std::string_view text = trimmed(without_comment(line));
    if (!text.empty()) return SettingLine{number_, text};
  }
  return {};
}

}  // namespace geul
