// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>

#include "common/base/format.hpp"
#include "common/text/normalize.hpp"
#include "common/text/time_zone.hpp"
#include "indexer/config/reading.hpp"
#include "indexer/config/site_address.hpp"
#include "indexer/generator/mapped.hpp"
#include "indexer/post/values.hpp"
#include "indexer/source/paths.hpp"

namespace geul::indexer {
namespace {

constexpr std::size_t kMaxSources = 1000;

/// "notes//private/" and "./notes/private" mean notes/private; what is anchored keeps its '/'.
/// Empty for what no path matches.
std::string clean_pattern(const std::string& typed) {
  std::string pattern =
      std::filesystem::path(text::to_nfc(typed)).lexically_normal().generic_string();
  while (pattern.ends_with('/')) pattern.pop_back();
  if (pattern == "." || pattern == ".." || pattern.starts_with("../")) return {};
  if (typed.starts_with("./") && !pattern.empty()) pattern.insert(0, 1, '/');
  return pattern;
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

}  // namespace

Result<void> read_exclude(Reading& reading, std::string_view key, const MetaValue& value) {
  const auto items = read_items(reading, key, value);
  if (!items) return fail(items.error());
  for (const MetaValue* const item : *items) {
    std::string pattern = clean_pattern(item->text);
    if (pattern.empty())
      return reading.refuse(*item, format("exclude: \"{}\" matches nothing", item->text),
                            "write a name, or a path counted from the SOURCE: /index.html");
    reading.config.exclude.push_back(std::move(pattern));
  }
  return {};
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

Result<void> read_html(Reading& reading, std::string_view /*key*/, const MetaValue& value) {
  if (value.kind == MetaValue::Kind::null) return {};
  if (value.kind == MetaValue::Kind::scalar) reading.config.html = as_boolean(value.text);
  if (reading.config.html) return {};
  return reading.refuse(value, "html is neither true nor false",
                        "write html: true where the sources are a built site");
}

Result<void> read_site(Reading& reading, std::string_view key, const MetaValue& value) {
  constexpr const char* kHint = "write the address at which the site begins: https://blog.example/";
  const auto text = read_text(reading, key, value, kHint);
  if (!text) return fail(text.error());
  if (text->empty()) return {};
  auto address = read_site_address(*text);
  if (!address) return reading.refuse(value, format("site: {}", address.error().message), kHint);
  reading.config.site = *std::move(address);
  return {};
}

Result<void> read_sources(Reading& reading, std::string_view key, const MetaValue& value) {
  const auto items = read_items(reading, key, value);
  if (!items) return fail(items.error());
  if (items->size() > kMaxSources)
    return reading.refuse(value, format("sources are more than {}", kMaxSources),
                          "name a folder above them, and exclude what is no post");
  for (const MetaValue* const item : *items) {
    if (item->text.empty() || item->text == "-")
      return reading.refuse(*item, format("sources: \"{}\" is no path", item->text),
                            "write folders and files, counted from this file's folder; - is for "
                            "the command line alone");
    reading.config.sources.push_back(absolute_path(reading.file.parent_path() / item->text));
    reading.config.source_lines.push_back(item->line);
  }
  return {};
}

Result<void> read_time_zone(Reading& reading, std::string_view key, const MetaValue& value) {
  constexpr const char* kHint = "write a name of the IANA database: Asia/Seoul";
  const auto name = read_text(reading, key, value, kHint);
  if (!name) return fail(name.error());
  if (name->empty()) return {};
  reading.config.zone = text::TimeZone::named(*name);
  if (reading.config.zone) return {};
  return reading.refuse(value, format("timezone: no time zone {}", *name), kHint);
}

}  // namespace geul::indexer
