// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "common/analysis/dictionary_file.hpp"
#include "common/base/format.hpp"
#include "common/index/facet_key.hpp"
#include "common/index/fields.hpp"
#include "common/index/synonyms.hpp"
#include "common/text/normalize.hpp"
#include "indexer/config/reading.hpp"

namespace geul::indexer {
namespace {

/// An error of a file that a key names, as one of the key when the file cannot be read at all.
Failure file_error(const Reading& reading, std::string_view key, const MetaValue& value,
                   Error error) {
  if (error.place.file.empty()) {
    error.message = format("{}: {}", key, error.message);
    error.place = {reading.file.string(), value.line};
  }
  if (error.hint.empty())
    error.hint =
        format("mend the path, which counts from this file's folder, or leave {} out", key);
  return fail(std::move(error));
}

Result<index::Pin> read_pin(const Reading& reading, const MetaValue& value) {
  constexpr const char* kHint = "write {query: 채용, posts: [recruit.md]}";
  if (value.kind != MetaValue::Kind::table)
    return reading.refuse(value, "pinned holds something without query and posts", kHint);
  index::Pin pin;
  for (const auto& [key, member] : value.members) {
    const auto names = read_names(reading, key, member);
    if (!names) return fail(names.error());
    if (key == "query" && member.kind == MetaValue::Kind::scalar)
      pin.query = text::to_nfc(member.text);
    else if (key == "posts")
      for (const std::string& id : *names) pin.posts.emplace_back(text::to_nfc(id));
    else
      return reading.refuse(member, format("no {} of this kind belongs to pinned", key), kHint);
  }
  if (text::fold_name(pin.query).empty() || pin.posts.empty())
    return reading.refuse(value, "a pinned entry needs a query and posts", kHint);
  return pin;
}

/// The fields whose words are searched without their name before them.
std::vector<std::string_view> weighted_fields() {
  std::vector<std::string_view> names;
  for (const index::FieldInfo& field : index::kFields)
    if (field.weight() > 0) names.push_back(field.name);
  return names;
}

std::optional<int> weight_in(const MetaValue& value) {
  int weight = 0;
  const char* const end = value.text.data() + value.text.size();
  const auto read = std::from_chars(value.text.data(), end, weight);
  const bool fits = value.kind == MetaValue::Kind::scalar && read.ec == std::errc() &&
                    read.ptr == end && weight >= index::kLeastFieldWeight &&
                    weight <= index::kMostFieldWeight;
  return fits ? std::optional<int>(weight) : std::nullopt;
}

}  // namespace

Result<void> read_weights(Reading& reading, std::string_view /*key*/, const MetaValue& value) {
  if (value.kind == MetaValue::Kind::null) return {};
  if (value.kind != MetaValue::Kind::table)
    return reading.refuse(value, "weights is no table of fields", "write {title: 8, code: 2}");
  const std::vector<std::string_view> names = weighted_fields();
  for (const auto& [name, member] : value.members) {
    if (std::ranges::find(names, name) == names.end())
      return reading.refuse(member, format("weights: no field {}", name),
                            hint_for(name, names, "fields"));
    if (std::ranges::count(value.members, name, &MetaMember::key) > 1)
      return reading.refuse(member, format("weights: {} is given twice", name), "write it once");
    const auto weight = weight_in(member);
    if (!weight)
      return reading.refuse(member,
                            format("weights: {} is no whole number from {} to {}", name,
                                   index::kLeastFieldWeight, index::kMostFieldWeight),
                            "a weight says how many times a word there counts");
    reading.config.settings.weights.*index::info(*index::field_named(name)).weight_in = *weight;
  }
  return {};
}

Result<void> read_dictionary(Reading& reading, std::string_view key, const MetaValue& value) {
  const auto path = read_path(reading, key, value);
  if (!path) return fail(path.error());
  if (path->empty()) return {};
  auto file = analysis::load_dictionary(*path);
  if (!file) return file_error(reading, key, value, std::move(file.error()));
  index::Settings& settings = reading.config.settings;
  settings.dictionary = path->string();
  for (analysis::DictionaryEntry& entry : file->entries)
    settings.words.push_back(std::move(entry.word));
  std::ranges::sort(settings.words);
  settings.words.erase(std::unique(settings.words.begin(), settings.words.end()),
                       settings.words.end());
  std::ranges::move(file->warnings, std::back_inserter(reading.config.warnings));
  return {};
}

Result<void> read_synonyms(Reading& reading, std::string_view key, const MetaValue& value) {
  const auto path = read_path(reading, key, value);
  if (!path) return fail(path.error());
  if (path->empty()) return {};
  auto table = index::load_synonyms(*path);
  if (!table) return file_error(reading, key, value, std::move(table.error()));
  reading.config.settings.synonyms = path->string();
  std::ranges::move(table->warnings, std::back_inserter(reading.config.warnings));
  return {};
}

Result<void> read_pinned(Reading& reading, std::string_view /*key*/, const MetaValue& value) {
  if (value.kind == MetaValue::Kind::scalar || value.kind == MetaValue::Kind::table)
    return reading.refuse(value, "pinned is no list",
                          "write a list of {query: 채용, posts: [recruit.md]}");
  for (const MetaValue& item : value.items) {
    auto pin = read_pin(reading, item);
    if (!pin) return fail(pin.error());
    reading.config.settings.pinned.push_back(*std::move(pin));
    reading.config.pin_lines.push_back(item.line);
  }
  return {};
}

Result<void> read_facets(Reading& reading, std::string_view /*key*/, const MetaValue& value) {
  const auto items = read_items(reading, "facets", value);
  if (!items) return fail(items.error());
  std::vector<index::FacetKey> keys;
  for (const MetaValue* const item : *items) {
    auto added = index::facet_key(item->text).and_then([&keys](index::FacetKey key) {
      return index::add_facet_key(std::move(key), keys);
    });
    if (added) continue;
    added.error().message = "facets: " + added.error().message;
    added.error().place = {reading.file.string(), item->line};
    return added;
  }
  for (const index::FacetKey& key : keys) reading.config.settings.facets.push_back(key.str());
  return {};
}

}  // namespace geul::indexer
