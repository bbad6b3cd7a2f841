// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/formatting.hpp"

#include <algorithm>
#include <array>

namespace geul::indexer {
namespace {

struct Renamed {
  std::string_view name;
  std::string_view other;
};

constexpr std::array<Renamed, 14> kNames{{{"a", "z"},
                                          {"b", "y"},
                                          {"big", "xig"},
                                          {"code", "xode"},
                                          {"em", "xm"},
                                          {"font", "xont"},
                                          {"i", "x"},
                                          {"nobr", "xobr"},
                                          {"s", "w"},
                                          {"small", "xmall"},
                                          {"strike", "xtrike"},
                                          {"strong", "xtrong"},
                                          {"tt", "xt"},
                                          {"u", "v"}}};
constexpr std::size_t kLongest = 6;

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool ends_name(char c) {
  return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}

bool is_name(std::string_view typed, std::string_view name) {
  return std::equal(typed.begin(), typed.end(), name.begin(), name.end(),
                    [](char a, char b) { return lower(a) == b; });
}

/// Replaces the names of tags by what `other` makes of them, which is as long.
template <typename Other>
void replace_names(std::string& html, Other&& other) {
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at)) {
    ++at;
    if (at < html.size() && html[at] == '/') ++at;
    std::size_t end = at;
    while (end < html.size() && end - at <= kLongest && !ends_name(html[end])) ++end;
    if (end == html.size() || end - at > kLongest) continue;
    const std::string_view name = other(std::string_view(html).substr(at, end - at));
    if (!name.empty()) html.replace(at, end - at, name);
  }
}

}  // namespace

void rename_formatting(std::string& html) {
  replace_names(html, [](std::string_view typed) -> std::string_view {
    for (const Renamed& row : kNames)
      if (is_name(typed, row.name)) return row.other;
    return {};
  });
}

std::string restore_formatting(std::string_view renamed) {
  std::string html(renamed);
  replace_names(html, formatting_name);
  return html;
}

std::string_view formatting_name(std::string_view renamed) noexcept {
  for (const Renamed& row : kNames)
    if (renamed == row.other) return row.name;
  return {};
}

}  // namespace geul::indexer
