// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/pattern.hpp"
#include "common/text/time_zone.hpp"
#include "indexer/generator/generator.hpp"
#include "indexer/generator/settings.hpp"

namespace geul::indexer {

struct HugoLanguage {
  std::string code;
  std::string content;  ///< its own content folder; empty: the site's
  std::string base;     ///< the path of its own baseURL; empty: the site's
};

/// What Hugo's settings say of addresses and of what is published
/// (https://gohugo.io/getting-started/configuration/).
struct HugoSettings {
  std::string base;                     ///< the path of baseURL
  std::string content;                  ///< the content folder
  std::vector<HugoLanguage> languages;  ///< at least one, the default among them
  std::string default_language;
  bool default_in_folder = false;
  bool own_hosts = false;  ///< languages have base addresses, and no folders
  bool ugly = false;
  std::vector<std::string> ugly_sections;
  bool lower = true;
  bool remove_accents = false;
  bool drafts = false;
  bool future = false;
  bool expired = false;
  std::vector<std::pair<std::string, std::string>> permalinks;  ///< section -> template
  std::vector<std::string> date_keys;                           ///< ":filename" among them
  std::vector<text::Pattern> ignored;
  AnchorStyle anchors;
  text::TimeZone zone = text::TimeZone::utc();

  [[nodiscard]] bool is_multilingual() const noexcept { return languages.size() > 1; }
  [[nodiscard]] const HugoLanguage* language(std::string_view code) const noexcept;
};

[[nodiscard]] HugoSettings read_hugo(SiteSettings& settings);

/// A page as permalinks look at it.
struct HugoPage {
  std::string title;
  std::string slug;
  std::string name;                   ///< of the file, or of the bundle's folder
  std::string section;                ///< the first folder
  std::vector<std::string> sections;  ///< down to the page's own section
  LocalTime date;                     ///< 0001-01-01 without one
};

/// A template filled (resources/page/permalinks.go): the tokens of
/// https://gohugo.io/content-management/permalinks/, and Go's date layouts behind ':'. Nothing
/// where a token is unknown.
[[nodiscard]] std::optional<std::string> fill_hugo(std::string_view pattern, const HugoPage& page);

}  // namespace geul::indexer
