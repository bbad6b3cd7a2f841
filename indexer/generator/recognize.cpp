// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <system_error>

#include "indexer/generator/generators.hpp"
#include "indexer/generator/settings.hpp"

namespace geul::indexer {
namespace {

namespace fs = std::filesystem;

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

/// The first of the names that is a file in `folder`; empty for none.
template <std::size_t N>
fs::path first_file(const fs::path& folder, const std::array<const char*, N>& names) {
  for (const char* name : names)
    if (is_file(folder / name)) return folder / name;
  return {};
}

bool has_config(const fs::path& folder, const std::string& stem) {
  for (const char* extension : {".js", ".mjs", ".cjs", ".ts", ".mts"})
    if (is_file(folder / (stem + extension))) return true;
  return false;
}

MetaValue nothing() {
  MetaValue table;
  table.kind = MetaValue::Kind::table;
  return table;
}

bool has_any(const MetaValue& settings, std::initializer_list<const char*> keys) {
  for (const char* key : keys)
    if (settings.find(key) != nullptr) return true;
  return false;
}

using Found = std::unique_ptr<const Generator>;

/// Sites whose settings are programs, which are not run: their name says enough.
Found by_program(const fs::path& folder) {
  struct Row {
    const char* stem;
    PathSite site;
  };
  for (const Row& row :
       {Row{"docusaurus.config", PathSite::docusaurus}, Row{"gatsby-config", PathSite::gatsby},
        Row{"astro.config", PathSite::astro}, Row{"next.config", PathSite::next},
        Row{".vuepress/config", PathSite::vuepress},
        Row{"docs/.vuepress/config", PathSite::vuepress}})
    if (has_config(folder, row.stem)) return make_path_site(row.site, folder, nothing());
  return nullptr;
}

Found as_mdbook(const fs::path& folder, std::vector<Warning>& warnings) {
  if (!is_file(folder / "book.toml")) return nullptr;
  return make_path_site(PathSite::mdbook, folder, read_settings(folder / "book.toml", warnings));
}

Found as_hugo(const fs::path& folder, std::vector<Warning>& warnings) {
  const fs::path sure =
      first_file(folder, std::array{"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json",
                                    "config/_default/hugo.toml", "config/_default/hugo.yaml",
                                    "config/_default/config.toml", "config/_default/config.yaml"});
  if (!sure.empty()) return make_hugo(folder, read_settings(sure, warnings));
  const fs::path maybe =
      first_file(folder, std::array{"config.toml", "config.yaml", "config.yml", "config.json"});
  if (maybe.empty() || !is_folder(folder / "content")) return nullptr;
  std::vector<Warning> doubts;
  const MetaValue settings = read_settings(maybe, doubts);
  if (!has_any(settings, {"baseURL", "languageCode", "contentDir", "permalinks"})) return nullptr;
  warnings.insert(warnings.end(), doubts.begin(), doubts.end());
  return make_hugo(folder, settings);
}

/// Jekyll and Hexo both have a _config.yml.
Found as_jekyll_or_hexo(const fs::path& folder, std::vector<Warning>& warnings) {
  const bool posts = is_folder(folder / "_posts");
  const fs::path file =
      first_file(folder, std::array{"_config.yml", "_config.yaml", "_config.toml"});
  if (file.empty()) return posts ? make_jekyll(folder, nothing()) : nullptr;
  const MetaValue settings = read_settings(file, warnings);
  const bool hexo =
      has_any(settings, {"source_dir", "public_dir", "new_post_name", "skip_render"}) ||
      is_folder(folder / "source" / "_posts");
  if (hexo && !posts) return make_hexo(folder, settings);
  const bool jekyll = posts || has_any(settings, {"permalink", "plugins", "gems", "markdown",
                                                  "kramdown", "collections", "theme", "defaults",
                                                  "remote_theme", "baseurl", "paginate"});
  return jekyll ? make_jekyll(folder, settings) : nullptr;
}

Found site_in(const fs::path& folder, std::vector<Warning>& warnings) {
  if (Found found = as_mdbook(folder, warnings)) return found;
  if (Found found = by_program(folder)) return found;
  if (Found found = as_hugo(folder, warnings)) return found;
  return as_jekyll_or_hexo(folder, warnings);
}

/// Visits `folder` and those above it, as far as a site goes, until `visit` says true.
template <class Visit>
void climb(const fs::path& folder, const Visit& visit) {
  for (fs::path at = folder; !at.empty(); at = at.parent_path()) {
    std::error_code none;
    // A checkout's root is as far as a site goes.
    if (visit(at) || fs::exists(at / ".git", none) || at == at.parent_path()) return;
  }
}

/// Where below a site's folder its settings may lie, and the names by which they are found.
constexpr std::array kInnerFolders{"config", "config/_default", ".vuepress",
                                   "docs",   "docs/.vuepress",  "source"};
constexpr std::array kSettingsNames{
    "_config",       "book",         "hugo",        "config",    "_default", "docusaurus.config",
    "gatsby-config", "astro.config", "next.config", ".vuepress", "docs",     "source",
    "content",       "_posts",       ".git"};

}  // namespace

std::unique_ptr<const Generator> recognize(const fs::path& folder, std::vector<Warning>& warnings) {
  std::error_code ignored;
  const fs::path start = fs::weakly_canonical(folder, ignored);
  Found found;
  climb(start, [&](const fs::path& at) {
    found = site_in(at, warnings);
    return found != nullptr;
  });
  return found ? std::move(found) : make_path_site(PathSite::plain, start, nothing());
}

std::vector<fs::path> folders_with_settings(const fs::path& folder) {
  std::error_code ignored;
  std::vector<fs::path> folders;
  climb(fs::weakly_canonical(folder, ignored), [&](const fs::path& at) {
    folders.push_back(at);
    for (const char* const inner : kInnerFolders) folders.push_back(at / inner);
    std::vector<Warning> unheard;
    return site_in(at, unheard) != nullptr;
  });
  return folders;
}

bool is_settings_name(const fs::path& name) {
  return std::ranges::find(kSettingsNames, name.stem()) != kSettingsNames.end();
}

}  // namespace geul::indexer
