// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <system_error>

#include "indexer/generator/generators.hpp"
#include "indexer/generator/page_files.hpp"
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

using Found = std::unique_ptr<const Generator>;

/// Sites whose settings are programs, which are not run: their name says enough, and their text
/// some more.
Found by_program(const fs::path& folder) {
  struct Row {
    const char* stem;
    const char* root;
    std::unique_ptr<const Generator> (*make)(fs::path root, const std::string& program);
  };
  for (const Row& row :
       {Row{"docusaurus.config", "", make_docusaurus}, Row{".vitepress/config", "", make_vitepress},
        Row{"docs/.vitepress/config", "docs", make_vitepress},
        Row{".vuepress/config", "", make_vuepress},
        Row{"docs/.vuepress/config", "docs", make_vuepress}}) {
    const fs::path program = config_program(folder, row.stem);
    if (!program.empty())
      return row.make(*row.root == '\0' ? folder : folder / row.root, small_file(program));
  }
  for (const auto& [stem, site] : {std::pair{"gatsby-config", PathSite::gatsby},
                                   {"astro.config", PathSite::astro},
                                   {"next.config", PathSite::next}})
    if (!config_program(folder, stem).empty()) return make_path_site(site, folder, nothing());
  return nullptr;
}

Found as_mdbook(const fs::path& folder, std::vector<Warning>& warnings) {
  const fs::path file = folder / "book.toml";
  if (!is_file(file)) return nullptr;
  SiteSettings settings(read_settings(file, warnings), file, warnings);
  return make_mdbook(folder, settings);
}

Found as_mkdocs(const fs::path& folder, std::vector<Warning>& warnings) {
  const fs::path file = first_file(folder, std::array{"mkdocs.yml", "mkdocs.yaml"});
  if (file.empty()) return nullptr;
  SiteSettings settings(read_settings(file, warnings), file, warnings);
  return make_mkdocs(folder, settings, small_file(file));
}

/// Zola's config.toml, or zola.toml; Hugo spells baseURL.
Found as_zola(const fs::path& folder, std::vector<Warning>& warnings) {
  const fs::path file = first_file(folder, std::array{"zola.toml", "config.toml"});
  if (file.empty()) return nullptr;
  std::vector<Warning> doubts;
  MetaValue values = read_settings(file, doubts);
  if (values.find("base_url") == nullptr) return nullptr;
  warnings.insert(warnings.end(), doubts.begin(), doubts.end());
  SiteSettings settings(std::move(values), file, warnings);
  return make_zola(folder, settings);
}

Found hugo(const fs::path& folder, const fs::path& file, MetaValue values,
           std::vector<Warning>& warnings) {
  SiteSettings settings(with_hugo_folders(std::move(values), folder, warnings), file, warnings);
  return make_hugo(folder, settings);
}

Found as_hugo(const fs::path& folder, std::vector<Warning>& warnings) {
  const fs::path sure =
      first_file(folder, std::array{"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"});
  if (!sure.empty()) return hugo(folder, sure, read_settings(sure, warnings), warnings);
  const fs::path inner =
      first_file(folder / "config" / "_default",
                 std::array{"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml",
                            "config.yaml", "config.yml", "config.json"});
  const fs::path maybe =
      first_file(folder, std::array{"config.toml", "config.yaml", "config.yml", "config.json"});
  if (maybe.empty()) return inner.empty() ? nullptr : hugo(folder, inner, nothing(), warnings);
  if (inner.empty() && !is_folder(folder / "content")) return nullptr;
  std::vector<Warning> doubts;
  MetaValue settings = read_settings(maybe, doubts);
  if (inner.empty() && !has_any(settings, {"baseURL", "languageCode", "contentDir", "permalinks"}))
    return nullptr;
  warnings.insert(warnings.end(), doubts.begin(), doubts.end());
  return hugo(folder, maybe, std::move(settings), warnings);
}

/// Jekyll and Hexo both have a _config.yml.
Found as_jekyll_or_hexo(const fs::path& folder, std::vector<Warning>& warnings) {
  const bool posts = is_folder(folder / "_posts");
  const fs::path file =
      first_file(folder, std::array{"_config.yml", "_config.yaml", "_config.toml"});
  if (file.empty()) return posts ? make_jekyll(folder, nothing()) : nullptr;
  SiteSettings settings(read_settings(file, warnings), file, warnings);
  const bool hexo =
      has_any(settings.values(), {"source_dir", "public_dir", "new_post_name", "skip_render"}) ||
      is_folder(folder / "source" / "_posts");
  if (hexo && !posts) return make_hexo(folder, settings);
  const bool jekyll =
      posts || has_any(settings.values(),
                       {"permalink", "plugins", "gems", "markdown", "kramdown", "collections",
                        "theme", "defaults", "remote_theme", "baseurl", "paginate"});
  return jekyll ? make_jekyll(folder, settings) : nullptr;
}

Found site_in(const fs::path& folder, std::vector<Warning>& warnings) {
  if (Found found = as_mdbook(folder, warnings)) return found;
  if (Found found = as_mkdocs(folder, warnings)) return found;
  if (Found found = by_program(folder)) return found;
  if (Found found = as_zola(folder, warnings)) return found;
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
