// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/settings.hpp"
#include "common/text/time_zone.hpp"
#include "indexer/config/site_address.hpp"
#include "indexer/generator/settings.hpp"
#include "indexer/source/scan.hpp"

namespace geul::indexer {

/// The settings of geul.yaml. Paths count from its folder.
///
///     exclude:                # files and folders that are no posts
///       - drafts-2019         # a name: at any depth
///       - notes/private       # a path from the SOURCE on
///       - /index.html         # so is what begins with '/', as in .gitignore: not a/index.html
///       - "*.en.md"           # * and ? stand for any characters, [a-z] for one of these
///     facets: [series, lang]  # keys of the front matter to count and filter by
///     dictionary: words.txt   # words that are never cut (common/analysis/ANALYSIS.md)
///     synonyms: synonyms.txt  # words that mean the same (common/index/synonyms.hpp)
///     addresses:              # where the site shows a folder's posts (generator/mapped.hpp)
///       - folder: src/content/blog
///         address: /posts/:path/
///     html: true              # the sources are built sites (html/HTML.md)
///     pinned:                 # posts that stand before all others for a query
///       - query: 채용
///         posts: [recruit.md, about.md]
///     site: https://blog.example/base/   # where the site is (config/site_address.hpp)
///     sources: [_posts, notes.jsonl]     # what is indexed where no SOURCE is given
///     timezone: Asia/Seoul    # in which dates without an offset count (generator/site_time.hpp)
///     weights: {title: 8}     # times a word counts there (index::FieldWeights), 1 to 20
struct Config {
  struct GivenKey {
    std::string_view key;
    std::size_t line;
  };
  /// Where a site shows what lies in a folder.
  struct Address {
    std::filesystem::path folder;  ///< absolute
    std::string address;           ///< a template of map_addresses()
  };

  std::vector<std::string> exclude;
  std::vector<Address> addresses;      ///< the first that fits counts
  index::Settings settings;            ///< what a database keeps
  std::vector<std::size_t> pin_lines;  ///< of geul.yaml, for each of settings.pinned
  std::optional<SiteAddress> site = {};
  std::optional<bool> html = {};
  std::vector<std::string> sources;       ///< absolute paths
  std::vector<std::size_t> source_lines;  ///< of geul.yaml, for each of them
  std::optional<text::TimeZone> zone = {};
  std::filesystem::path file;     ///< absolute
  std::vector<GivenKey> given;    ///< the keys that say something
  std::vector<Warning> warnings;  ///< of lines without sense in the files that it names

  /// What goes before the settings of the site's generator.
  [[nodiscard]] SiteChoice choice() const;
  /// Whether `relative_path` (NFC, '/'-separated) or a folder above it is excluded. A pattern
  /// without '/' is compared with each name on the path (fnmatch(3), POSIX 1003.1), one with no '/'
  /// but the first with the first name alone, others with the path up to each name.
  [[nodiscard]] bool excludes(std::string_view relative_path) const;
};

/// All keys, ascending.
[[nodiscard]] std::vector<std::string_view> config_key_names();

/// Reads a configuration file and the files that it names.
/// Errors  not_found, io; limit; malformed: no valid YAML, an unknown key (with the nearest, or the
/// known ones), a
///         key given twice, a value of the wrong kind; those of
///         index::facet_key(). Each with its line. A setting that is not
///         understood is never ignored.
[[nodiscard]] Result<Config> load_config(const std::filesystem::path& file);

/// What a build reads: the sources given, else those of the configuration, as paths from the
/// working folder where they lie in it.
[[nodiscard]] std::vector<std::string> sources_of(const Config& config,
                                                  const std::vector<std::string>& given);

/// Which files are posts: what is given, else what the configuration says, else Markdown.
[[nodiscard]] PostFiles files_of(const Config& config, std::optional<PostFiles> given);

/// A path from the working folder where it leads to, or lies in, that folder; else as it is.
[[nodiscard]] std::string from_here(const std::filesystem::path& absolute);

/// The configuration that belongs to `source`: geul.yaml in it or in the nearest folder above;
/// empty where there is none.
[[nodiscard]] std::filesystem::path find_config(const std::filesystem::path& source);
/// The configuration of a build: `file`, where that is named, else the one that belongs to the
/// first source; nothing but what holds anyway where there is none, and for the standard input
/// ("-").
[[nodiscard]] Result<Config> config_for(const std::string& file,
                                        const std::vector<std::string>& sources);
/// Where it is looked for, in this order; ends where it is found.
[[nodiscard]] std::vector<std::filesystem::path> config_places(const std::filesystem::path& source);

}  // namespace geul::indexer
