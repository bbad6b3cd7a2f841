// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "indexer/generator/generator.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::indexer {

using test::TemporaryFolder;

namespace {

std::string name_of(const TemporaryFolder& folder, std::string_view below = "") {
  std::vector<Warning> warnings;
  return std::string(indexer::recognize(folder / below, warnings)->name());
}

/// Whether who watches folders_with_settings() notices that this file comes to be, and is written.
bool is_noticed(const TemporaryFolder& folder, const std::filesystem::path& file) {
  const auto folders = indexer::folders_with_settings(folder.path());
  std::filesystem::path at = std::filesystem::canonical(folder.path());
  for (const std::filesystem::path& name : file) {
    if (name.extension() == ".md") return at.filename() == "_posts";
    const bool looked_into = std::ranges::find(folders, at) != folders.end();
    if (!looked_into || !indexer::is_settings_name(name)) return false;
    at /= name;
  }
  return true;
}

}  // namespace

TEST_CASE("A site is recognised from its files") {
  struct Row {
    const char* file;
    const char* text;
    const char* name;
  };
  for (const Row& row :
       {Row{"_config.yml", "permalink: pretty\n", "Jekyll"}, Row{"_posts/a.md", "x", "Jekyll"},
        Row{"hugo.toml", "baseURL = '/'\n", "Hugo"},
        Row{"config/_default/hugo.yaml", "baseURL: /\n", "Hugo"},
        Row{"_config.yml", "source_dir: source\n", "Hexo"}, Row{"gatsby-config.js", "", "Gatsby"},
        Row{"astro.config.mjs", "", "Astro"}, Row{"next.config.js", "", "Next"},
        Row{"docusaurus.config.js", "", "Docusaurus"},
        Row{"docs/.vuepress/config.js", "", "VuePress"},
        Row{"docs/.vitepress/config.mts", "", "VitePress"},
        Row{".vitepress/config.js", "", "VitePress"}, Row{"mkdocs.yml", "nav: []\n", "MkDocs"},
        Row{"config.toml", "base_url = '/'\n", "Zola"},
        Row{"book.toml", "[book]\nsrc = 'text'\n", "mdBook"}, Row{"a.md", "x", "plain folder"}}) {
    CAPTURE(row.file, row.text);
    const TemporaryFolder folder;
    folder.write(row.file, row.text);
    CHECK(name_of(folder) == row.name);
    CHECK(is_noticed(folder, row.file) == (row.name != std::string_view("plain folder")));
  }
}

TEST_CASE("The nearest folder above that holds a site is its root") {
  const TemporaryFolder folder;
  folder.write("_config.yml", "permalink: pretty\n");
  folder.write("_posts/2020/a.md", "x");
  std::vector<Warning> warnings;
  const auto site = indexer::recognize(folder / "_posts/2020", warnings);
  CHECK(site->name() == "Jekyll");
  CHECK(site->root() == std::filesystem::canonical(folder.path()));
  CHECK(warnings.empty());
}

TEST_CASE("Settings that are broken cost a warning with file and line") {
  const TemporaryFolder folder;
  folder.write("_config.yml", "title: a\nplugins: [\n");
  folder.write("_posts/a.md", "x");
  std::vector<Warning> warnings;
  CHECK(indexer::recognize(folder.path(), warnings)->name() == "Jekyll");
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].place.line > 1);
}

TEST_CASE("The fingerprint follows the settings that shape a post") {
  const TemporaryFolder folder;
  const auto print = [&folder](std::string_view settings) {
    folder.write("_config.yml", settings);
    std::vector<Warning> warnings;
    return indexer::recognize(folder.path(), warnings)->fingerprint();
  };
  const std::string before = print("permalink: pretty\ntitle: a\n");
  CHECK(print("title: b\npermalink: pretty\n") == before);
  CHECK(print("permalink: none\ntitle: a\n") != before);
  CHECK(print("permalink: pretty\nkramdown: {auto_id_prefix: x}\n") != before);
}

TEST_CASE("What settings say without sense is noted by file, line and key") {
  const TemporaryFolder folder;
  folder.write("_config.yml",
               "permalink: /:yaer/:title/\nfuture: perhaps\ntimezone: Asia/Seol\n"
               "defaults: none\nbaseurl: [a]\nplugins: []\n");
  std::vector<Warning> warnings;
  CHECK(indexer::recognize(folder.path(), warnings)->name() == "Jekyll");
  std::string all;
  for (const Warning& warning : warnings) {
    CHECK(warning.place.file.ends_with("_config.yml"));
    all += std::to_string(warning.place.line) + ' ' + warning.message + '\n';
  }
  CAPTURE(all);
  for (const char* said :
       {"1 permalink: Jekyll knows no :yaer", "2 future: neither true nor false",
        "3 timezone: no time zone Asia/Seol", "4 defaults: no list", "5 baseurl: no text"})
    CHECK(all.find(said) != std::string::npos);
}

TEST_CASE("Jekyll's anchors follow its parser") {
  const TemporaryFolder folder;
  const auto rule = [&folder](std::string_view settings) {
    folder.write("_config.yml", settings);
    std::vector<Warning> warnings;
    return indexer::recognize(folder.path(), warnings)->anchors();
  };
  CHECK(rule("plugins: []\n").rule == indexer::AnchorRule::kramdown_gfm);
  CHECK(rule("kramdown: {input: kramdown}\n").rule == indexer::AnchorRule::kramdown);
  CHECK(rule("kramdown: {auto_id_prefix: 'heading-'}\n").prefix == "heading-");
}

}  // namespace geul::indexer
