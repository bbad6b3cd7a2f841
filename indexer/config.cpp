// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/config.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <array>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/index/facet_key.hpp"
#include "common/text/normalize.hpp"
#include "indexer/post/metadata.hpp"

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

/// The names under one key, each with its line.
struct Names {
  const std::filesystem::path& file;
  std::string_view key;
  std::vector<const MetaValue*> items;
};

Failure no_name(const Names& names, const MetaValue& value) {
  return fail(ErrorCode::malformed, format("{} holds something that is no name", names.key),
              "write a name or a list of names", {names.file.string(), value.line});
}

Result<void> gather(const MetaValue& value, Names& names) {
  if (value.kind == MetaValue::Kind::scalar) {
    names.items.push_back(&value);
    return {};
  }
  if (value.kind == MetaValue::Kind::table) return no_name(names, value);
  for (const MetaValue& item : value.items) {
    if (item.kind != MetaValue::Kind::scalar) return no_name(names, item);
    names.items.push_back(&item);
  }
  return {};
}

Result<void> read_exclude(const Names& names, Config& config) {
  for (const MetaValue* const item : names.items)
    config.exclude.push_back(clean_pattern(item->text));
  return {};
}

Result<void> read_facets(const Names& names, Config& config) {
  std::vector<index::FacetKey> keys;
  for (const MetaValue* const item : names.items) {
    auto added = index::facet_key(item->text).and_then([&keys](index::FacetKey key) {
      return index::add_facet_key(std::move(key), keys);
    });
    if (added) continue;
    added.error().message = "facets: " + added.error().message;
    added.error().place = {names.file.string(), item->line};
    return added;
  }
  for (const index::FacetKey& key : keys) config.settings.facets.push_back(key.str());
  return {};
}

/// The one table of keys.
struct Key {
  std::string_view name;
  Result<void> (*read)(const Names& names, Config& config);
};
constexpr std::array kKeys{Key{"exclude", read_exclude}, Key{"facets", read_facets}};

std::string known_keys() {
  std::string names;
  for (const Key& key : kKeys) names.append(names.empty() ? "" : ", ").append(key.name);
  return names;
}

Result<void> read_key(const std::filesystem::path& file, const MetaMember& member, Config& config) {
  const auto key = std::ranges::find(kKeys, member.key, &Key::name);
  if (key == kKeys.end())
    return fail(ErrorCode::malformed, format("unknown key {}", member.key),
                format("known keys: {}", known_keys()), {file.string(), member.value.line});
  Names names{file, key->name, {}};
  if (auto gathered = gather(member.value, names); !gathered) return gathered;
  return key->read(names, config);
}

Result<Config> read_config(const std::filesystem::path& file, const MetaValue& root) {
  Config config;
  if (root.kind == MetaValue::Kind::null) return config;
  if (root.kind != MetaValue::Kind::table)
    return fail(ErrorCode::malformed, "the configuration is no table of keys",
                "write lines such as exclude: [drafts]", {file.string(), root.line});
  for (const MetaMember& member : root.members)
    if (auto read = read_key(file, member, config); !read) return fail(read.error());
  return config;
}

}  // namespace

bool Config::excludes(std::string_view relative_path) const {
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

std::filesystem::path find_config(const std::filesystem::path& source) {
  std::error_code error;
  std::filesystem::path folder = std::filesystem::absolute(source, error).lexically_normal();
  for (;;) {
    std::filesystem::path file = folder / "geul.yaml";
    if (std::filesystem::is_regular_file(file, error)) return file;
    if (!folder.has_relative_path()) return {};
    folder = folder.parent_path();
  }
}

}  // namespace geul::indexer
