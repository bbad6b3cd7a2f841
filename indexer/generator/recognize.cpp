// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <system_error>

#include "indexer/generator/generators.hpp"
#include "indexer/generator/page_files.hpp"
#include "indexer/generator/settings.hpp"
#include "indexer/generator/site.hpp"

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

/// The program that holds a site's settings, whatever it is written in; empty for none.
fs::path config_program(const fs::path& folder, const std::string& stem) {
  for (const char* extension : {".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"})
    if (is_file(folder / (stem + extension))) return folder / (stem + extension);
  return {};
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

/// One look for a site, and what geul.yaml chooses for it.
struct Search {
  const SiteChoice& choice;
  std::vector<Warning>& warnings;

  [[nodiscard]] SiteSettings settings_of(const fs::path& file, MetaValue values) const {
    return {std::move(values), file, warnings, choice};
  }
  [[nodiscard]] SiteSettings read(const fs::path& file) const {
    return settings_of(file, read_settings(file, warnings));
  }
  [[nodiscard]] static Site found(std::unique_ptr<const Generator> generator,
                                  const SiteSettings& settings) {
    return {std::move(generator), settings.file(), settings.facts()};
  }
};

/// Sites whose settings are programs, which are not run: their name says enough, and their text
/// some more.
Site by_program(const fs::path& folder, const Search& search) {
  struct Row {
    const char* stem;
    const char* root;
    std::unique_ptr<const Generator> (*make)(fs::path root, SiteSettings& settings,
                                             const std::string& program);
  };
  for (const Row& row :
       {Row{"docusaurus.config", "", make_docusaurus}, Row{".vitepress/config", "", make_vitepress},
        Row{"docs/.vitepress/config", "docs", make_vitepress},
        Row{".vuepress/config", "", make_vuepress},
        Row{"docs/.vuepress/config", "docs", make_vuepress}}) {
    const fs::path program = config_program(folder, row.stem);
    if (program.empty()) continue;
    SiteSettings settings = search.settings_of(program, nothing());
    return Search::found(
        row.make(*row.root == '\0' ? folder : folder / row.root, settings, small_file(program)),
        settings);
  }
  for (const auto& [stem, site] : {std::pair{"gatsby-config", PathSite::gatsby},
                                   {"astro.config", PathSite::astro},
                                   {"next.config", PathSite::next}})
    if (const fs::path program = config_program(folder, stem); !program.empty()) {
      SiteSettings settings = search.settings_of(program, nothing());
      return Search::found(make_path_site(site, folder, settings), settings);
    }
  return {};
}

Site as_mdbook(const fs::path& folder, const Search& search) {
  const fs::path file = folder / "book.toml";
  if (!is_file(file)) return {};
  SiteSettings settings = search.read(file);
  return Search::found(make_mdbook(folder, settings), settings);
}

Site as_mkdocs(const fs::path& folder, const Search& search) {
  const fs::path file = first_file(folder, std::array{"mkdocs.yml", "mkdocs.yaml"});
  if (file.empty()) return {};
  SiteSettings settings = search.read(file);
  return Search::found(make_mkdocs(folder, settings, small_file(file)), settings);
}

/// Zola's config.toml, or zola.toml; Hugo spells baseURL.
Site as_zola(const fs::path& folder, const Search& search) {
  const fs::path file = first_file(folder, std::array{"zola.toml", "config.toml"});
  if (file.empty()) return {};
  std::vector<Warning> doubts;
  MetaValue values = read_settings(file, doubts);
  if (values.find("base_url") == nullptr) return {};
  search.warnings.insert(search.warnings.end(), doubts.begin(), doubts.end());
  SiteSettings settings = search.settings_of(file, std::move(values));
  return Search::found(make_zola(folder, settings), settings);
}

Site hugo(const fs::path& folder, const fs::path& file, MetaValue values, const Search& search) {
  SiteSettings settings =
      search.settings_of(file, with_hugo_folders(std::move(values), folder, search.warnings));
  return Search::found(make_hugo(folder, settings), settings);
}

Site as_hugo(const fs::path& folder, const Search& search) {
  const fs::path sure =
      first_file(folder, std::array{"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"});
  if (!sure.empty()) return hugo(folder, sure, read_settings(sure, search.warnings), search);
  const fs::path inner =
      first_file(folder / "config" / "_default",
                 std::array{"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml",
                            "config.yaml", "config.yml", "config.json"});
  const fs::path maybe =
      first_file(folder, std::array{"config.toml", "config.yaml", "config.yml", "config.json"});
  if (maybe.empty()) return inner.empty() ? Site{} : hugo(folder, inner, nothing(), search);
  if (inner.empty() && !is_folder(folder / "content")) return {};
  std::vector<Warning> doubts;
  MetaValue settings = read_settings(maybe, doubts);
  if (inner.empty() && !has_any(settings, {"baseURL", "languageCode", "contentDir", "permalinks"}))
    return {};
  search.warnings.insert(search.warnings.end(), doubts.begin(), doubts.end());
  return hugo(folder, maybe, std::move(settings), search);
}

/// Jekyll and Hexo both have a _config.yml.
Site as_jekyll_or_hexo(const fs::path& folder, const Search& search) {
  const bool posts = is_folder(folder / "_posts");
  const fs::path file =
      first_file(folder, std::array{"_config.yml", "_config.yaml", "_config.toml"});
  if (file.empty() && !posts) return {};
  SiteSettings settings = file.empty() ? search.settings_of({}, nothing()) : search.read(file);
  const bool hexo =
      has_any(settings.values(), {"source_dir", "public_dir", "new_post_name", "skip_render"}) ||
      is_folder(folder / "source" / "_posts");
  if (hexo && !posts) return Search::found(make_hexo(folder, settings), settings);
  const bool jekyll =
      posts || has_any(settings.values(),
                       {"permalink", "plugins", "gems", "markdown", "kramdown", "collections",
                        "theme", "defaults", "remote_theme", "baseurl", "paginate"});
  return jekyll ? Search::found(make_jekyll(folder, settings), settings) : Site{};
}

Site site_in(const fs::path& folder, const Search& search) {
  for (const auto look : {as_mdbook, as_mkdocs, by_program, as_zola, as_hugo, as_jekyll_or_hexo})
    if (Site found = look(folder, search); found.generator) return found;
  return {};
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
constexpr std::array kInnerFolders{
    "config", "config/_default", "config/production", ".vuepress", ".vitepress",
    "docs",   "docs/.vuepress",  "docs/.vitepress",   "source",    "src"};
constexpr std::array kSettingsNames{
    "_config",       "book",         "hugo",        "config",     "_default", "docusaurus.config",
    "gatsby-config", "astro.config", "next.config", ".vuepress",  "docs",     "source",
    "content",       "_posts",       ".git",        "production", "mkdocs",   "zola",
    ".vitepress",    "Gemfile",      "SUMMARY",     "versions",   "src",      "permalinks",
    "languages",     "markup",       "frontmatter"};

}  // namespace

Site recognize_site(const fs::path& folder, const SiteChoice& choice,
                    std::vector<Warning>& warnings) {
  std::error_code ignored;
  const fs::path start = fs::weakly_canonical(folder, ignored);
  const Search search{choice, warnings};
  Site site;
  climb(start, [&](const fs::path& at) {
    site = site_in(at, search);
    return site.generator != nullptr;
  });
  if (site.generator) return site;
  SiteSettings settings = search.settings_of({}, nothing());
  return Search::found(make_path_site(PathSite::plain, start, settings), settings);
}

std::unique_ptr<const Generator> recognize(const fs::path& folder, std::vector<Warning>& warnings) {
  return recognize_site(folder, {}, warnings).generator;
}

std::vector<fs::path> folders_with_settings(const fs::path& folder) {
  std::error_code ignored;
  std::vector<fs::path> folders;
  climb(fs::weakly_canonical(folder, ignored), [&](const fs::path& at) {
    folders.push_back(at);
    for (const char* const inner : kInnerFolders) folders.push_back(at / inner);
    std::vector<Warning> unheard;
    const SiteChoice none;
    return site_in(at, {none, unheard}).generator != nullptr;
  });
  return folders;
}

bool is_settings_name(const fs::path& name) {
  return std::ranges::find(kSettingsNames, name.stem()) != kSettingsNames.end();
}

}  // namespace geul::indexer
