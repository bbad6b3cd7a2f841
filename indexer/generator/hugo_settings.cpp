// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/hugo_settings.hpp"

#include <algorithm>
#include <array>
#include <system_error>

#include "common/base/format.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/page_files.hpp"
#include "indexer/generator/site_time.hpp"

namespace geul::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 200;  // in a folder of settings

void read_languages(SiteSettings& settings, HugoSettings& read) {
  const std::vector<std::string> disabled = settings.texts("disableLanguages");
  if (const MetaValue* table = settings.table("languages"))
    for (const auto& [code, options] : table->members)
      if (text_at(options, "disabled") != "true" &&
          std::ranges::find(disabled, code) == disabled.end())
        read.languages.push_back({code, plain_folder(text_at(options, "contentDir")),
                                  path_of_address(text_at(options, "baseURL"))});
  for (const HugoLanguage& language : read.languages)
    read.own_hosts = read.own_hosts || settings.find("languages." + language.code + ".baseURL");
  if (read.languages.empty()) read.languages.push_back({read.default_language, {}, {}});
}

void read_permalinks(SiteSettings& settings, HugoSettings& read) {
  for (const char* key : {"permalinks", "permalinks.page"}) {
    const MetaValue* table = find_at(settings.values(), key);
    if (table == nullptr) continue;
    for (const auto& [section, pattern] : table->members) {
      if (pattern.kind != MetaValue::Kind::scalar) continue;
      if (!fill_hugo(pattern.text, HugoPage{}))
        settings.note(key, format("Hugo knows not all tokens of {}; left out", pattern.text));
      else
        read.permalinks.emplace_back(plain_folder(section), pattern.text);
    }
  }
}

void read_ugly(SiteSettings& settings, HugoSettings& read) {
  const MetaValue* value = settings.find("uglyURLs");
  if (value == nullptr) return;
  read.ugly = value->text == "true";
  for (const auto& [section, flag] : value->members)
    if (flag.text == "true") read.ugly_sections.push_back(section);
}

void read_ignored(SiteSettings& settings, HugoSettings& read) {
  for (const std::string& expression : settings.texts("ignoreFiles")) {
    if (auto pattern = text::Pattern::compiled(expression))
      read.ignored.push_back(*std::move(pattern));
    else
      settings.note("ignoreFiles", format("no regular expression: {}", expression));
  }
}

/// https://gohugo.io/getting-started/configuration/#configure-front-matter
std::vector<std::string> read_date_keys(SiteSettings& settings) {
  const std::array standard{"date", "publishdate", "pubdate", "published", "lastmod", "modified"};
  std::vector<std::string> keys = settings.texts("frontmatter.date");
  if (keys.empty()) keys.emplace_back(":default");
  const auto at = std::ranges::find(keys, ":default");
  if (at != keys.end()) keys.insert(keys.erase(at), standard.begin(), standard.end());
  return keys;
}

AnchorStyle read_anchors(SiteSettings& settings) {
  AnchorStyle style{AnchorRule::hugo, {}};
  const std::string type = settings.text("markup.goldmark.parser.autoHeadingIDType", "github");
  if (type == "github-ascii") style.rule = AnchorRule::hugo_ascii;
  if (type == "blackfriday" || settings.text("markup.defaultMarkdownHandler") == "blackfriday")
    style.rule = AnchorRule::blackfriday;
  if (!settings.flag("markup.goldmark.parser.autoHeadingID", true)) style.rule = AnchorRule::none;
  return style;
}

std::vector<fs::path> settings_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    const std::string extension = at->path().extension().string();
    const bool known =
        extension == ".toml" || extension == ".yaml" || extension == ".yml" || extension == ".json";
    if (known && at->is_regular_file(error)) files.push_back(at->path());
    if (files.size() == kMostFiles) break;
  }
  std::ranges::sort(files);
  return files;
}

/// "permalinks.toml" holds the table permalinks, "languages.ko.toml" its part ko; "hugo.toml" and
/// "config.toml" hold everything.
MetaValue named(const fs::path& file, MetaValue values) {
  const std::string stem = file.stem().string();
  if (stem == "hugo" || stem == "config") return values;
  std::size_t end = stem.size();
  while (end > 0) {
    const std::size_t dot = stem.rfind('.', end - 1);
    const std::size_t begin = dot == std::string::npos ? 0 : dot + 1;
    MetaValue table;
    table.kind = MetaValue::Kind::table;
    table.members.emplace_back(stem.substr(begin, end - begin), std::move(values));
    values = std::move(table);
    end = dot == std::string::npos ? 0 : dot;
  }
  return values;
}

}  // namespace

const HugoLanguage* HugoSettings::language(std::string_view code) const noexcept {
  const auto found = std::ranges::find(languages, code, &HugoLanguage::code);
  return found == languages.end() ? nullptr : &*found;
}

MetaValue with_hugo_folders(MetaValue settings, const fs::path& root,
                            std::vector<Warning>& warnings) {
  for (const char* folder : {"config/_default", "config/production"})
    for (const fs::path& file : settings_files(root / folder))
      settings = merged(std::move(settings), named(file, read_settings(file, warnings)));
  return settings;
}

HugoSettings read_hugo(SiteSettings& settings) {
  HugoSettings read;
  read.base = settings.base("baseURL", path_of_address(settings.text("baseURL")));
  read.content = plain_folder(settings.text("contentDir", "content"));
  read.default_language = settings.text("defaultContentLanguage", "en");
  read.default_in_folder = settings.flag("defaultContentLanguageInSubdir", false);
  read.lower = !settings.flag("disablePathToLower", false);
  read.remove_accents = settings.flag("removePathAccents", false);
  read.drafts = settings.flag("buildDrafts", false);
  read.future = settings.flag("buildFuture", false);
  read.expired = settings.flag("buildExpired", false);
  read.date_keys = read_date_keys(settings);
  read.anchors = read_anchors(settings);
  if (settings.choice().zone || !settings.text("timeZone").empty())
    read.zone = site_zone(settings, "timeZone", {"defaultContentLanguage", "languageCode"});
  else
    settings.tell({"time zone", read.zone.name()});
  read_languages(settings, read);
  read_permalinks(settings, read);
  read_ugly(settings, read);
  read_ignored(settings, read);
  for (const char* key : {"module.mounts", "cascade"})
    if (settings.find(key) != nullptr) settings.note(key, "not read; addresses may differ by it");
  return read;
}

}  // namespace geul::indexer
