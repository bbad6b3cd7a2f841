// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/config/reading.hpp"

#include <utility>

#include "common/base/format.hpp"
#include "common/base/nearest.hpp"
#include "indexer/source/paths.hpp"

namespace geul::indexer {
namespace {

constexpr ConfigKey kKeys[] = {
    {"addresses", read_addresses}, {"dictionary", read_dictionary},
    {"exclude", read_exclude},     {"facets", read_facets},
    {"html", read_html},           {"pinned", read_pinned},
    {"site", read_site},           {"sources", read_sources},
    {"synonyms", read_synonyms},   {"timezone", read_time_zone},
    {"weights", read_weights},
};

}  // namespace

std::span<const ConfigKey> config_keys() noexcept {
  return kKeys;
}

Failure Reading::refuse(const MetaValue& value, std::string message, std::string hint) const {
  return fail(ErrorCode::malformed, std::move(message), std::move(hint),
              {file.string(), value.line});
}

Result<std::vector<const MetaValue*>> read_items(const Reading& reading, std::string_view key,
                                                 const MetaValue& value) {
  constexpr const char* kHint = "write a name or a list of names";
  if (value.kind == MetaValue::Kind::scalar) return std::vector<const MetaValue*>{&value};
  if (value.kind == MetaValue::Kind::table)
    return reading.refuse(value, format("{} is a table", key), kHint);
  std::vector<const MetaValue*> items;
  for (const MetaValue& item : value.items) {
    if (item.kind != MetaValue::Kind::scalar)
      return reading.refuse(item, format("{} holds something that is no name", key), kHint);
    items.push_back(&item);
  }
  return items;
}

Result<std::vector<std::string>> read_names(const Reading& reading, std::string_view key,
                                            const MetaValue& value) {
  const auto items = read_items(reading, key, value);
  if (!items) return fail(items.error());
  std::vector<std::string> names;
  for (const MetaValue* const item : *items) names.push_back(item->text);
  return names;
}

Result<std::string> read_text(const Reading& reading, std::string_view key, const MetaValue& value,
                              std::string hint) {
  if (value.kind == MetaValue::Kind::null) return std::string();
  if (value.kind == MetaValue::Kind::scalar && !value.text.empty()) return value.text;
  return reading.refuse(value, format("{} is no text", key), std::move(hint));
}

Result<std::filesystem::path> read_path(const Reading& reading, std::string_view key,
                                        const MetaValue& value) {
  if (value.kind == MetaValue::Kind::null) return std::filesystem::path();
  if (value.kind != MetaValue::Kind::scalar || value.text.empty())
    return reading.refuse(
        value, format("{} names no file", key),
        format("write one path, counted from this file's folder: {}: {}.txt", key, key));
  return absolute_path(reading.file.parent_path() / value.text);
}

std::string hint_for(std::string_view typed, std::span<const std::string_view> names,
                     std::string_view kind) {
  if (const std::string_view meant = nearest(typed, names); !meant.empty())
    return format("did you mean {}?", meant);
  std::string known;
  for (const std::string_view name : names) known.append(known.empty() ? "" : ", ").append(name);
  return format("known {}: {}", kind, known);
}

}  // namespace geul::indexer
