// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/shown_settings.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "common/base/format.hpp"
#include "common/index/fields.hpp"
#include "indexer/source_site.hpp"

namespace geul::indexer {
namespace {

using From = SettingOrigin::From;

Json paths_of(const std::vector<std::string>& paths) {
  Json list = Json::array();
  for (const std::string& path : paths) list.push_back(path);
  return list;
}

Json addresses_of(const Config& config) {
  Json list = Json::array();
  for (const Config::Address& entry : config.addresses)
    list.push_back({{"folder", from_here(entry.folder)}, {"address", entry.address}});
  return list;
}

Json pins_of(const Config& config) {
  Json list = Json::array();
  for (const index::Pin& pin : config.settings.pinned) {
    Json posts = Json::array();
    for (const DocumentId& post : pin.posts) posts.push_back(post.str());
    list.push_back({{"query", pin.query}, {"posts", std::move(posts)}});
  }
  return list;
}

Json weights_of(const Config& config) {
  Json table = Json::object();
  for (const index::FieldInfo& field : index::kFields)
    if (field.weight() > 0)
      table[std::string(field.name)] = config.settings.weights.*field.weight_in;
  return table;
}

Json file_or_null(const std::string& file) {
  return file.empty() ? Json(nullptr) : Json(from_here(file));
}

/// Where in geul.yaml a key stands.
SettingOrigin in_config(const Config& config, std::string_view key) {
  const auto given = std::ranges::find(config.given, key, &Config::GivenKey::key);
  if (given == config.given.end()) return {};
  return {From::file, {}, {config.file.string(), given->line}};
}

SettingOrigin of_option(const Arguments& arguments, std::string_view option) {
  const auto given = std::ranges::find(arguments.given, option, &cli::Given::option);
  if (given == arguments.given.end()) return {};
  if (given->variable.empty()) return {From::flag, given->option, {}};
  return {From::environment, given->variable, {}};
}

SettingOrigin origin_of(const SiteFact& fact, const Config& config) {
  switch (fact.from) {
    case SiteFact::From::chosen:
      return in_config(config, fact.name == "base path" ? "site" : "timezone");
    case SiteFact::From::setting:
      return {From::generator, {}, fact.place};
    case SiteFact::From::machine:
      return {From::machine, {}, {}};
    case SiteFact::From::rule:
      break;
  }
  return {};
}

class Show {
 public:
  Show(const Arguments& arguments, const BuildOptions& options, const Config& config)
      : arguments_(arguments),
        options_(options),
        config_(config),
        files_(files_of(config, options.files)) {}

  ShownSettings run() {
    add_options();
    add_keys();
    for (const std::string& source : sources_of(config_, options_.sources)) add_site(source);
    for (const std::string& source : options_.sources) note_absent(source);
    if (options_.sources.empty()) refuse_absent();
    return std::move(shown_);
  }

 private:
  void add(std::string name, Json value, SettingOrigin origin) {
    shown_.settings.push_back({std::move(name), std::move(value), std::move(origin)});
  }
  void add_key(const char* key, Json value) { add(key, std::move(value), in_config(config_, key)); }

  void add_options() {
    add("config", file_or_null(config_.file.string()), of_option(arguments_, "--config"));
    SettingOrigin sources = in_config(config_, "sources");
    if (!options_.sources.empty()) sources = {From::argument, {}, {}};
    add("sources", paths_of(sources_of(config_, options_.sources)), std::move(sources));
    add("database", options_.database, of_option(arguments_, "--db"));
    add("jobs", options_.jobs, of_option(arguments_, "--jobs"));
    SettingOrigin html = of_option(arguments_, "--html");
    if (!options_.files) html = in_config(config_, "html");
    add("html", files_ == PostFiles::html, std::move(html));
    add("drafts", options_.drafts == Drafts::include, of_option(arguments_, "--drafts"));
  }

  void add_keys() {
    const index::Settings& settings = config_.settings;
    add_key("exclude", paths_of(config_.exclude));
    add_key("addresses", addresses_of(config_));
    add_key("site", config_.site ? Json(config_.site->text) : Json(nullptr));
    add_key("timezone", config_.zone ? Json(config_.zone->name()) : Json(nullptr));
    add_key("facets", paths_of(settings.facets));
    add_key("weights", weights_of(config_));
    add_key("dictionary", file_or_null(settings.dictionary));
    add_key("synonyms", file_or_null(settings.synonyms));
    add_key("pinned", pins_of(config_));
  }

  void add_site(const std::string& source) {
    const Site site = site_of(source, files_, config_.choice(), shown_.warnings);
    ShownSite row{source,
                  std::string(site.generator->name()),
                  site.file.empty() ? "" : from_here(site.file),
                  {}};
    SettingOrigin root;
    if (!site.file.empty()) root = {From::generator, {}, {site.file.string(), 0}};
    row.settings.push_back({"root", from_here(site.generator->root()), std::move(root)});
    for (const SiteFact& fact : site.facts)
      row.settings.push_back({fact.name, fact.value, origin_of(fact, config_)});
    shown_.sites.push_back(std::move(row));
  }

  [[nodiscard]] static bool is_absent(const std::string& source) {
    std::error_code error;
    return source != "-" && !std::filesystem::exists(source, error);
  }

  void note_absent(const std::string& source) {
    if (is_absent(source)) shown_.warnings.push_back({{}, source + " is not there"});
  }

  void refuse_absent() {
    for (std::size_t i = 0; i < config_.sources.size(); ++i)
      if (is_absent(config_.sources[i]))
        shown_.errors.push_back({ErrorCode::not_found,
                                 format("sources: {} is not there", from_here(config_.sources[i])),
                                 "write paths that count from this file's folder",
                                 {config_.file.string(), config_.source_lines[i]}});
  }

  const Arguments& arguments_;
  const BuildOptions& options_;
  const Config& config_;
  const PostFiles files_;
  ShownSettings shown_;
};

}  // namespace

ShownSettings show_settings(const Arguments& arguments, const BuildOptions& options,
                            const Config& config) {
  return Show(arguments, options, config).run();
}

}  // namespace geul::indexer
