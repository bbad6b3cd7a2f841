// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/time_zone.hpp"
#include "indexer/generator/generator.hpp"
#include "indexer/generator/settings.hpp"

namespace geul::indexer {

/// One entry of `defaults`: front matter for all that lies in a scope.
struct JekyllDefault {
  std::string path;  ///< what a path begins with; empty for all
  std::string type;  ///< posts, pages, a collection's label; empty for all
  MetaValue values;
};

struct JekyllCollection {
  std::string label;
  std::string permalink;  ///< empty without
  bool output = false;    ///< its documents become pages
};

/// What Jekyll's _config.yml says of addresses and of what is published
/// (https://jekyllrb.com/docs/configuration/options/; lib/jekyll/configuration.rb).
struct JekyllSettings {
  std::string style;  ///< `permalink` as it was written
  std::string base;   ///< the path of baseurl
  std::string source;
  std::string destination;
  std::string collections_folder;
  bool future = false;
  bool unpublished = false;
  bool drafts = false;
  bool needs_front_matter = false;  ///< pages without are none
  std::vector<JekyllDefault> defaults;
  std::vector<JekyllCollection> collections;  ///< posts among them, where it is named
  std::vector<std::string> excluded;
  std::vector<std::string> included;
  AnchorStyle anchors;
  text::TimeZone zone;

  [[nodiscard]] const JekyllCollection* collection(std::string_view label) const noexcept;
  /// A path from the folder `source` on; the whole where it lies outside.
  [[nodiscard]] std::string_view within_source(std::string_view path) const;
  /// A path within the source from the folder of collections on; empty for what lies outside.
  [[nodiscard]] std::string_view within_collections(std::string_view path) const;
  /// Whether Jekyll leaves a file or folder out (lib/jekyll/entry_filter.rb).
  [[nodiscard]] bool excludes(std::string_view path) const;

 private:
  [[nodiscard]] bool is_included(std::string_view entry) const;
  [[nodiscard]] bool is_special(std::string_view entry) const;
  [[nodiscard]] bool is_hidden(std::string_view path) const;
};

[[nodiscard]] JekyllSettings read_jekyll(const std::filesystem::path& root, SiteSettings& settings);

/// The template of a named style (date, pretty, ordinal, weekdate, none); any other as it is.
[[nodiscard]] std::string_view jekyll_template(std::string_view style);

/// What `defaults` say of a path: the narrower scope's value where several name a key
/// (lib/jekyll/frontmatter_defaults.rb).
[[nodiscard]] MetaValue jekyll_defaults(const JekyllSettings& settings, std::string_view path,
                                        std::string_view type);

}  // namespace geul::indexer
