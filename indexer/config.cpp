// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/config.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <system_error>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "indexer/config/reading.hpp"
#include "indexer/post/metadata.hpp"
#include "indexer/source/paths.hpp"

namespace geul::indexer {
namespace {

constexpr std::uintmax_t kMaxConfigBytes = std::uintmax_t{1} << 20U;

bool matches(const std::string& pattern, const std::string& text) {
  return ::fnmatch(pattern.c_str(), text.c_str(), 0) == 0;
}

/// Whether a pattern names `path`, whose last name begins at `begin`.
bool names(const std::string& pattern, const std::string& path, std::size_t begin) {
  const std::size_t slash = pattern.rfind('/');
  if (slash == pattern.npos) return matches(pattern, path.substr(begin));
  if (slash == 0) return begin == 0 && matches(pattern.substr(1), path);
  return matches(pattern.substr(pattern.front() == '/' ? 1 : 0), path);
}

Result<void> read_member(Reading& reading, const MetaValue& root, const MetaMember& member) {
  const auto keys = config_keys();
  const auto key = std::ranges::find(keys, member.key, &ConfigKey::name);
  if (key == keys.end())
    return reading.refuse(member.value, format("unknown key {}", member.key),
                          hint_for(member.key, config_key_names(), "keys"));
  if (&*std::ranges::find(root.members, member.key, &MetaMember::key) != &member)
    return reading.refuse(member.value, format("{} is given twice", member.key),
                          "write it once, with all of its values");
  if (member.value.kind != MetaValue::Kind::null)
    reading.config.given.push_back({key->name, member.value.line});
  return key->read(reading, key->name, member.value);
}

Result<Config> read_config(const std::filesystem::path& file, const MetaValue& root) {
  Reading reading{absolute_path(file), {}};
  reading.config.file = reading.file;
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

std::vector<std::string_view> config_key_names() {
  std::vector<std::string_view> names;
  for (const ConfigKey& key : config_keys()) names.push_back(key.name);
  return names;
}

SiteChoice Config::choice() const {
  SiteChoice choice;
  if (site) choice.base = site->base;
  choice.zone = zone;
  return choice;
}

bool Config::excludes(std::string_view relative_path) const {
  if (exclude.empty()) return false;
  for (std::size_t begin = 0; begin <= relative_path.size();) {
    const std::size_t end = std::min(relative_path.find('/', begin), relative_path.size());
    const std::string path(relative_path.substr(0, end));
    for (const std::string& pattern : exclude)
      if (names(pattern, path, begin)) return true;
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

std::string from_here(const std::filesystem::path& absolute) {
  std::error_code error;
  const std::filesystem::path here = std::filesystem::current_path(error);
  if (error) return absolute.string();
  const std::filesystem::path path = absolute.lexically_relative(here);
  const bool is_below = !path.empty() && *path.begin() != "..";
  return is_below ? path.string() : absolute.string();
}

std::vector<std::string> sources_of(const Config& config, const std::vector<std::string>& given) {
  if (!given.empty()) return given;
  std::vector<std::string> sources;
  for (const std::string& source : config.sources) sources.push_back(from_here(source));
  return sources;
}

PostFiles files_of(const Config& config, std::optional<PostFiles> given) {
  const bool html = config.html.value_or(false);
  return given.value_or(html ? PostFiles::html : PostFiles::markdown);
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

Result<Config> config_for(const std::string& file, const std::vector<std::string>& sources) {
  if (!file.empty()) return load_config(file);
  if (sources.empty() || sources.front() == "-") return Config{};
  const std::filesystem::path found = find_config(sources.front());
  if (found.empty()) return Config{};
  return load_config(found);
}

}  // namespace geul::indexer
