// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/metadata.hpp"

#include <algorithm>

namespace geul::indexer {
namespace {

char to_lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool same_letters(std::string_view a, std::string_view b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return to_lower(x) == to_lower(y); });
}

}  // namespace

const MetaValue* MetaValue::find(std::string_view key) const noexcept {
  const auto found = std::find_if(members.rbegin(), members.rend(), [key](const auto& member) {
    return same_letters(member.key, key);
  });
  return found == members.rend() ? nullptr : &found->value;
}

}  // namespace geul::indexer
