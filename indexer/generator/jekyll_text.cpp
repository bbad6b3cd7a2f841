// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/jekyll_text.hpp"

#include <algorithm>

namespace geul::indexer {

std::string jekyll_sanitized(std::string_view url) {
  std::string parted;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const bool upward = url.substr(i, 2) == "..";
    parted += upward ? '/' : url[i];
    if (upward) ++i;
  }
  std::string out;
  for (std::size_t i = 0; i < parted.size(); ++i) {
    if (parted.compare(i, 2, "./") == 0)
      ++i;
    else
      out += parted[i];
  }
  return out;
}

void add_once(std::vector<std::string>& all, std::string_view text) {
  if (std::find(all.begin(), all.end(), text) == all.end()) all.emplace_back(text);
}

bool add_names(const MetaValue* value, std::vector<std::string>& all) {
  if (value == nullptr) return true;
  if (value->text.find(',') != std::string::npos) return false;
  for (std::string_view rest = value->text; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
    if (end > 0) add_once(all, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (const MetaValue& item : value->items)
    if (!item.text.empty()) add_once(all, item.text);
  return true;
}

}  // namespace geul::indexer
