// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/dates.hpp"

#include <array>

#include "common/base/format.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

std::optional<LocalTime> first_date(const MetaValue& front_matter,
                                    std::initializer_list<std::string_view> keys,
                                    WarningList& warnings) {
  for (const std::string_view key : keys)
    if (const MetaValue* value = first_of(front_matter, {key}))
      if (const auto date = read_date(*value, key, warnings)) return date;
  return std::nullopt;
}

LocalTime at_day(const Day& day) {
  LocalTime time;
  time.day = day;
  return time;
}

/// The last three folders in a row that make a day.
std::optional<LocalTime> day_in_folders(std::string_view path) {
  const std::vector<std::string_view> parts = path_parts(path);
  for (std::size_t i = parts.size(); i >= 4; --i) {
    const auto day = parse_date(format("{}-{}-{}", parts[i - 4], parts[i - 3], parts[i - 2]));
    if (day && !day->time.has_time && !day->time_lost) return day->time;
  }
  return std::nullopt;
}

std::optional<LocalTime> day_in_path(std::string_view path) {
  const PathName name = split_path(path);
  if (const DatedName dated = split_date(name.stem); dated.day) return at_day(*dated.day);
  const std::size_t slash = name.folder.rfind('/');
  const std::string_view folder = name.folder.substr(slash == name.folder.npos ? 0 : slash + 1);
  if (const DatedName dated = split_date(folder); dated.day) return at_day(*dated.day);
  return day_in_folders(path);
}

}  // namespace

std::optional<LocalTime> read_date(const MetaValue& value, std::string_view key,
                                   WarningList& warnings) {
  if (value.kind == MetaValue::Kind::list) {
    for (const MetaValue& item : value.items)
      if (item.kind == MetaValue::Kind::scalar)
        if (const auto date = read_date(item, key, warnings)) return date;
    return std::nullopt;
  }
  const auto parsed = parse_date(value.text);
  if (!parsed) {
    warnings.add(value.line, format("{} {} is no date that exists", key, quote(value.text)));
    return std::nullopt;
  }
  if (parsed->time_lost)
    warnings.add(value.line, format("{} {} has no time that exists; only the day is kept", key,
                                    quote(value.text)));
  return parsed->time;
}

std::optional<LocalTime> read_publication(const MetaValue& front_matter, std::string_view site_path,
                                          WarningList& warnings) {
  if (const auto date = first_date(
          front_matter, {"date", "pubDate", "publishDate", "published_at", "created", "created_at"},
          warnings))
    return date;
  if (const MetaValue* published = front_matter.find("published"))
    if (const auto date = parse_date(published->text)) return date->time;
  return day_in_path(site_path);
}

std::optional<LocalTime> read_update(const MetaValue& front_matter, WarningList& warnings) {
  return first_date(
      front_matter,
      {"updated", "last_modified_at", "lastmod", "modified", "updatedDate", "updated_at"},
      warnings);
}

}  // namespace geul::indexer
