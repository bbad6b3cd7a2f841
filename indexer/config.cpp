// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/config.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "common/analysis/dictionary_file.hpp"
#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/base/nearest.hpp"
#include "common/index/facet_key.hpp"
#include "common/index/synonyms.hpp"
#include "common/text/normalize.hpp"
#include "indexer/generator/mapped.hpp"
#include "indexer/post/metadata.hpp"
#include "indexer/source/paths.hpp"

namespace geul::indexer {
namespace {

constexpr std::uintmax_t kMaxConfigBytes = std::uintmax_t{1} << 20U;

bool matches(const std::string& pattern, const std::string& text) {
  return ::fnmatch(pattern.c_str(), text.c_str(), 0) == 0;
}

/// "notes//private/" and "./notes/private" mean notes/private.
std::string clean_pattern(const std::string& typed) {
  std::string pattern =
      std::filesystem::path(text::to_nfc(typed)).lexically_normal().generic_string();
  while (pattern.ends_with('/')) pattern.pop_back();
  if (pattern.starts_with('/')) pattern.erase(0, 1);
  return pattern;
}

/// A configuration file on its way into a Config.
struct Reading {
  std::filesystem::path file;  ///< absolute
  Config config;

  [[nodiscard]] Failure refuse(const MetaValue& value, std::string message,
                               std::string hint) const {
    return fail(ErrorCode::malformed, std::move(message), std::move(hint),
                {file.string(), value.line});
  }
};

/// The names of a value: one, a list, or none for a key without a value.
Result<std::vector<std::string>> read_names(const Reading& reading, std::string_view key,
                                            const MetaValue& value) {
  constexpr const char* kHint = "write a name or a list of names";
  if (value.kind == MetaValue::Kind::scalar) return std::vector<std::string>{value.text};
  if (value.kind == MetaValue::Kind::table)
    return reading.refuse(value, format("{} is a table", key), kHint);
  std::vector<std::string> names;
  for (const MetaValue& item : value.items) {
    if (item.kind != MetaValue::Kind::scalar)
      return reading.refuse(item, format("{} holds something that is no name", key), kHint);
    names.push_back(item.text);
  }
  return names;
}

/// The absolute path of the file that a value names; empty for a key without a value.
Result<std::filesystem::path> read_path(const Reading& reading, std::string_view key,
                                        const MetaValue& value) {
  if (value.kind == MetaValue::Kind::null) return std::filesystem::path();
  if (value.kind != MetaValue::Kind::scalar || value.text.empty())
    return reading.refuse(
        value, format("{} names no file", key),
        format("write one path, counted from this file's folder: {}: {}.txt", key, key));
  return absolute_path(reading.file.parent_path() / value.text);
}

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

Result<void> read_exclude(Reading& reading, std::string_view key, const MetaValue& value) {
  const auto names = read_names(reading, key, value);
  if (!names) return fail(names.error());
  for (const std::string& name : *names) reading.config.exclude.push_back(clean_pattern(name));
  return {};
}

Result<void> read_words(Reading& reading, std::string_view key, const MetaValue& value) {
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

/// One entry of `addresses`.
Result<Config::Address> read_address(const Reading& reading, const MetaValue& value) {
  constexpr const char* kHint = "write {folder: src/content/blog, address: /posts/:path/}";
  Config::Address entry;
  for (const auto& [key, member] : value.members) {
    if (member.kind != MetaValue::Kind::scalar || (key != "folder" && key != "address"))
      return reading.refuse(member, format("no {} of this kind belongs to addresses", key), kHint);
    if (key == "folder")
      entry.folder = absolute_path(reading.file.parent_path() / member.text);
    else
      entry.address = member.text;
  }
  if (entry.folder.empty() || entry.address.empty())
    return reading.refuse(value, "an entry of addresses needs a folder and an address", kHint);
  if (const auto unknown = unknown_names(entry.address); !unknown.empty())
    return reading.refuse(value, format("addresses: no name :{}", unknown.front()),
                          "known names: :path, :slug, :name, :title, :year, :month, :day");
  return entry;
}

Result<void> read_addresses(Reading& reading, std::string_view /*key*/, const MetaValue& value) {
  if (value.kind == MetaValue::Kind::scalar || value.kind == MetaValue::Kind::table)
    return reading.refuse(value, "addresses is no list",
                          "write a list of {folder: src/content/blog, address: /posts/:path/}");
  for (const MetaValue& item : value.items) {
    auto entry = read_address(reading, item);
    if (!entry) return fail(entry.error());
    reading.config.addresses.push_back(*std::move(entry));
  }
  return {};
}

Result<void> read_facets(Reading& reading, std::string_view /*key*/, const MetaValue& value) {
  std::vector<const MetaValue*> items;
  if (value.kind == MetaValue::Kind::scalar) items.push_back(&value);
  for (const MetaValue& item : value.items) items.push_back(&item);
  if (const auto names = read_names(reading, "facets", value); !names) return fail(names.error());
  std::vector<index::FacetKey> keys;
  for (const MetaValue* const item : items) {
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

/// The one table of keys.
struct Key {
  std::string_view name;
  Result<void> (*read)(Reading& reading, std::string_view key, const MetaValue& value);
};

constexpr Key kKeys[] = {
    {"addresses", read_addresses}, {"dictionary", read_words}, {"exclude", read_exclude},
    {"facets", read_facets},       {"pinned", read_pinned},    {"synonyms", read_synonyms},
};

/// What to write in the place of a key that is none.
std::string hint_for(std::string_view typed) {
  std::vector<std::string_view> names;
  for (const Key& key : kKeys) names.push_back(key.name);
  if (const std::string_view meant = nearest(typed, names); !meant.empty())
    return format("did you mean {}?", meant);
  std::string known;
  for (const std::string_view name : names) known.append(known.empty() ? "" : ", ").append(name);
  return format("known keys: {}", known);
}

Result<void> read_member(Reading& reading, const MetaValue& root, const MetaMember& member) {
  const auto* const key = std::ranges::find(kKeys, member.key, &Key::name);
  if (key == std::end(kKeys))
    return reading.refuse(member.value, format("unknown key {}", member.key), hint_for(member.key));
  if (&*std::ranges::find(root.members, member.key, &MetaMember::key) != &member)
    return reading.refuse(member.value, format("{} is given twice", member.key),
                          "write it once, with all of its values");
  return key->read(reading, key->name, member.value);
}

Result<Config> read_config(const std::filesystem::path& file, const MetaValue& root) {
  Reading reading{absolute_path(file), {}};
  if (root.kind == MetaValue::Kind::null) return std::move(reading.config);
  if (root.kind != MetaValue::Kind::table)
    return reading.refuse(root, "the configuration is no table of keys",
                          "write lines such as exclude: [drafts]");
  for (const MetaMember& member : root.members)
    if (auto read = read_member(reading, root, member); !read) return fail(read.error());
  index::Settings& settings = reading.config.settings;
  if (settings != index::Settings{}) settings.config = reading.file.string();
  return std::move(reading.config);
}

}  // namespace

bool Config::excludes(std::string_view relative_path) const {
  if (exclude.empty()) return false;
  for (std::size_t begin = 0; begin <= relative_path.size();) {
    const std::size_t end = std::min(relative_path.find('/', begin), relative_path.size());
    const std::string name(relative_path.substr(begin, end - begin));
    const std::string path(relative_path.substr(0, end));
    for (const std::string& pattern : exclude) {
      const bool is_path = pattern.find('/') != std::string::npos;
      if (matches(pattern, is_path ? path : name)) return true;
    }
    begin = end + 1;
  }
  return false;
}

Result<Config> load_config(const std::filesystem::path& file) {
  auto bytes = read_file(file, kMaxConfigBytes);
  if (!bytes) return fail(bytes.error());
  auto root = parse_yaml(*bytes);
  if (!root) {
    root.error().place.file = file.string();
    return fail(root.error());
  }
  return read_config(file, *root);
}

std::vector<std::filesystem::path> config_places(const std::filesystem::path& source) {
  std::error_code error;
  std::vector<std::filesystem::path> places;
  std::filesystem::path folder = std::filesystem::absolute(source, error).lexically_normal();
  for (;;) {
    places.push_back(folder / "geul.yaml");
    const bool found = std::filesystem::is_regular_file(places.back(), error);
    if (found || !folder.has_relative_path()) return places;
    folder = folder.parent_path();
  }
}

std::filesystem::path find_config(const std::filesystem::path& source) {
  std::error_code error;
  std::filesystem::path last = config_places(source).back();
  return std::filesystem::is_regular_file(last, error) ? last : std::filesystem::path();
}

}  // namespace geul::indexer
