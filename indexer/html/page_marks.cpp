// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_marks.hpp"

#include <algorithm>
#include <utility>

#include "indexer/post/text_lines.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {
namespace {

constexpr std::string_view kOurs = "data-geul-";
constexpr std::string_view kPagefinds = "data-pagefind-";
constexpr std::size_t kMaxNames = 100;

/// `key[attribute]` or `key`: the value that it stands for.
Capture read_capture(const PageTree& page, std::size_t node, std::string_view typed) {
  const std::size_t open = typed.find('[');
  if (open == std::string_view::npos || typed.back() != ']')
    return {clean_line(typed), std::nullopt};
  const std::string_view name = trim(typed.substr(open + 1, typed.size() - open - 2));
  const auto value = page.attribute(node, name);
  return {clean_line(typed.substr(0, open)), clean_line(value.value_or(std::string_view()))};
}

}  // namespace

std::optional<std::string_view> mark_of(const PageTree& page, std::size_t node,
                                        std::string_view name) noexcept {
  std::optional<std::string_view> found;
  for (const PageAttribute& attribute : page.attributes(node)) {
    if (!starts_with(attribute.name, "data-")) continue;
    if (starts_with(attribute.name, kOurs) && attribute.name.substr(kOurs.size()) == name)
      return attribute.value;
    if (starts_with(attribute.name, kPagefinds) && attribute.name.substr(kPagefinds.size()) == name)
      found = attribute.value;
  }
  return found;
}

Ignore ignored_of(const PageTree& page, std::size_t node) noexcept {
  const auto mark = mark_of(page, node, "ignore");
  if (!mark) return Ignore::nothing;
  return trim(*mark) == "all" ? Ignore::all : Ignore::text;
}

std::vector<Capture> read_captures(const PageTree& page, std::size_t node, std::string_view list) {
  std::vector<Capture> captures;
  const auto take = [&captures](Capture capture) {
    if (!capture.key.empty()) captures.push_back(std::move(capture));
  };
  for (std::size_t count = 0; !list.empty() && count < kMaxNames; ++count) {
    const std::size_t mark = list.find_first_of(",:[");
    if (mark != std::string_view::npos && list[mark] == ':') {
      take({clean_line(list.substr(0, mark)), clean_line(list.substr(mark + 1))});
      break;
    }
    const std::size_t end = std::min(list.find(','), list.size());
    if (const std::string_view typed = trim(list.substr(0, end)); !typed.empty())
      take(read_capture(page, node, typed));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return captures;
}

std::vector<std::string_view> names_in(std::string_view list) {
  std::vector<std::string_view> names;
  while (!list.empty() && names.size() < kMaxNames) {
    const std::size_t end = std::min(list.find(','), list.size());
    if (const std::string_view name = trim(list.substr(0, end)); !name.empty())
      names.push_back(name);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names;
}

}  // namespace geul::indexer
