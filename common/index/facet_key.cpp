// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/facet_key.hpp"

#include <algorithm>
#include <array>

#include "common/base/format.hpp"
#include "common/base/hash.hpp"
#include "common/text/normalize.hpp"
#include "common/text/script.hpp"
#include "common/text/utf8.hpp"

namespace geul::index {
namespace {

/// Names that mean something in queries and options, beside those of the fields.
constexpr std::array<std::string_view, 10> kTaken{
    "tags", "categories", "authors", "date", "year", "month", "day", "id", "text", "content"};

bool is_taken(std::string_view key) {
  return field_named(key) || std::ranges::find(kTaken, key) != kTaken.end();
}

bool is_part_of_key(char32_t c) {
  return c == U'-' || c == U'_' || text::script_of(c) != text::Script::other;
}

bool is_key(std::string_view key) {
  if (key.empty() || key.front() == '-') return false;
  for (std::size_t at = 0; at < key.size();)
    if (!is_part_of_key(text::next_code_point(key, at))) return false;
  return true;
}

}  // namespace

Result<FacetKey> facet_key(std::string_view name) {
  const std::string key = text::fold_name(name);
  const std::string shown(text::clip(key, kMaxFacetKeyBytes));
  if (!is_key(key))
    return fail(ErrorCode::usage, format("\"{}\" cannot be a facet", shown),
                "name a key of the front matter: letters, digits, - and _");
  if (key.size() > kMaxFacetKeyBytes)
    return fail(ErrorCode::limit,
                format("\"{}…\" is longer than {} bytes", shown, kMaxFacetKeyBytes),
                "give the key a shorter name in the front matter");
  if (is_taken(key))
    return fail(ErrorCode::usage, format("\"{}\" has a meaning already", key),
                "leave it out; tags, categories, authors and dates are facets without it");
  return FacetKey(key);
}

Result<void> add_facet_key(FacetKey key, std::vector<FacetKey>& keys) {
  if (std::ranges::find(keys, key) != keys.end()) return {};
  if (keys.size() == kMaxFacetKeys)
    return fail(ErrorCode::limit, format("more than {} facets", kMaxFacetKeys),
                "leave out those that nobody filters by");
  const auto same = std::ranges::find_if(
      keys, [slot = slot_of(key)](const FacetKey& other) { return slot_of(other) == slot; });
  if (same != keys.end())
    return fail(ErrorCode::conflict,
                format("\"{}\" and \"{}\" share a value slot", same->str(), key.str()),
                "give one of the keys another name in the front matter");
  keys.push_back(std::move(key));
  return {};
}

std::vector<FacetKey> keys_of(const std::vector<std::string>& names) {
  std::vector<FacetKey> keys;
  for (const std::string& name : names)
    if (Result<FacetKey> key = facet_key(name)) static_cast<void>(add_facet_key(*key, keys));
  return keys;
}

Slot slot_of(const FacetKey& key) {
  std::uint32_t number = 0;
  for (const char byte : hash128(key.str()).substr(0, sizeof number))
    number = (number << 8U) | static_cast<unsigned char>(byte);
  return static_cast<Slot>(kFirstKeySlot + (number >> (32U - kKeySlotBits)));
}

}  // namespace geul::index
