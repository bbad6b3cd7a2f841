// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/config.hpp"

#include <fnmatch.h>

#include <algorithm>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/text/normalize.hpp"
#include "indexer/post/metadata.hpp"

namespace geul::indexer {
namespace {

constexpr std::uintmax_t kMaxConfigBytes = std::uintmax_t{1} << 20U;
constexpr std::string_view kKnownKeys = "exclude";

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

Error value_error(const std::filesystem::path& file, const MetaValue& value, std::string message) {
  return {ErrorCode::malformed,
          std::move(message),
          "write a name or a list of names",
          {file.string(), value.line}};
}

Result<void> read_exclude(const std::filesystem::path& file, const MetaValue& value,
                          Config& config) {
  if (value.kind == MetaValue::Kind::scalar) {
    config.exclude.push_back(clean_pattern(value.text));
    return {};
  }
  if (value.kind == MetaValue::Kind::table)
    return fail(value_error(file, value, "exclude is a table"));
  for (const MetaValue& item : value.items) {
    if (item.kind != MetaValue::Kind::scalar)
      return fail(value_error(file, item, "exclude holds something that is no name"));
    config.exclude.push_back(clean_pattern(item.text));
  }
  return {};
}

Result<Config> read_config(const std::filesystem::path& file, const MetaValue& root) {
  Config config;
  if (root.kind == MetaValue::Kind::null) return config;
  if (root.kind != MetaValue::Kind::table)
    return fail(ErrorCode::malformed, "the configuration is no table of keys",
                "write lines such as exclude: [drafts]", {file.string(), root.line});
  for (const auto& [key, value] : root.members) {
    if (key != "exclude")
      return fail(ErrorCode::malformed, format("unknown key {}", key),
                  format("known keys: {}", kKnownKeys), {file.string(), value.line});
    auto read = read_exclude(file, value, config);
    if (!read) return fail(read.error());
  }
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
