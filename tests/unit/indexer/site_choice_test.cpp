// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "indexer/generator/generators.hpp"
#include "indexer/generator/site.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::indexer {
namespace {

using From = SiteFact::From;

/// A machine in a zone, for as long as this lives.
class Machine {
 public:
  explicit Machine(const char* zone) {
    if (const char* const before = std::getenv("TZ")) before_ = before;
    ::setenv("TZ", zone, 1);
  }
  ~Machine() {
    if (before_)
      ::setenv("TZ", before_->c_str(), 1);
    else
      ::unsetenv("TZ");
  }
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

 private:
  std::optional<std::string> before_;
};

SiteChoice choice(std::optional<std::string> base, std::string_view zone = {}) {
  return {std::move(base), zone.empty() ? std::nullopt : text::TimeZone::named(zone)};
}

Site site_of(std::string_view file, std::string_view settings, const SiteChoice& chosen = {}) {
  const test::TemporaryFolder folder;
  folder.write(file, settings);
  std::vector<Warning> warnings;
  return recognize_site(folder.path(), chosen, warnings);
}

const SiteFact& fact(const Site& site, std::string_view name) {
  const auto found = std::ranges::find(site.facts, name, &SiteFact::name);
  REQUIRE(found != site.facts.end());
  return *found;
}

/// The address of a post at midnight in Seoul, which is the day before in Europe.
std::string jekyll_address(std::string_view settings, const SiteChoice& chosen = {}) {
  const Site site = site_of(
      "_config.yml", "permalink: /:year/:month/:day/:title/\n" + std::string(settings), chosen);
  const MetaValue front_matter = parse_yaml("date: 2022-07-28 00:00:00 +0900\n").value();
  AddressInput input;
  input.path = "_posts/2022-07-28-a.md";
  input.date = LocalTime{{2022, 7, 28}, true, 0, 0, 0, 9 * 60};
  input.front_matter = &front_matter;
  return site.generator->address(input);
}

}  // namespace

TEST_CASE("A Korean site, and one of no language, counts days alike on every machine") {
  for (const char* const zone : {"UTC", "America/New_York", "Asia/Seoul"}) {
    const Machine machine(zone);
    CAPTURE(zone);
    for (const char* const settings : {"", "lang: ko\n", "locale: ko-KR\n", "lang: KO_kr\n"})
      CHECK(jekyll_address(settings) == "/2022/07/28/a/");
    CHECK(jekyll_address("lang: ko\ntimezone: UTC\n") == "/2022/07/27/a/");
    CHECK(jekyll_address("timezone: UTC\n", choice({}, "Asia/Seoul")) == "/2022/07/28/a/");
  }
}

TEST_CASE("A site in another language counts days as its machine does, as Jekyll has it") {
  const Machine machine("UTC");
  CHECK(jekyll_address("lang: en\n") == "/2022/07/27/a/");
  CHECK(jekyll_address("lang: kok\n") == "/2022/07/27/a/");
  CHECK(fact(site_of("_config.yml", "permalink: pretty\nlang: en\n"), "time zone").from ==
        From::machine);
}

TEST_CASE("A site's facts say which setting they are from") {
  const Site site = site_of("_config.yml", "baseurl: /blog\nlang: ko\npermalink: pretty\n");
  CHECK(site.file.filename() == "_config.yml");
  CHECK(fact(site, "base path").value == "/blog");
  CHECK(fact(site, "base path").from == From::setting);
  CHECK(fact(site, "base path").place.line == 1);
  CHECK(fact(site, "time zone").value == "Asia/Seoul");
  CHECK(fact(site, "time zone").place.line == 2);
  CHECK(fact(site, "permalink").value == "/:categories/:year/:month/:day/:title/");
  const Site chosen = site_of("_config.yml", "baseurl: /blog\ntimezone: UTC\npermalink: none\n",
                              choice("/a", "Asia/Tokyo"));
  CHECK(fact(chosen, "base path").value == "/a");
  CHECK(fact(chosen, "base path").from == From::chosen);
  CHECK(fact(chosen, "time zone").from == From::chosen);
  const Site wrong = site_of("_config.yml", "timezone: Asia/Seol\npermalink: none\n");
  CHECK(fact(wrong, "time zone").from == From::rule);
  CHECK(fact(site_of("hugo.toml", "baseURL = '/'\n"), "time zone").value == "GMT");
}

TEST_CASE("The chosen base path goes before each generator's own, and shows in its fingerprint") {
  struct Row {
    const char* file;
    const char* settings;
    const char* post;
    const char* below;  ///< its address in a site at the root
  };
  for (const Row& row :
       {Row{"_config.yml", "baseurl: /own\npermalink: /:title/\n", "_posts/2022-07-28-a.md", "/a/"},
        Row{"hugo.toml", "baseURL = 'https://x.example/own/'\n", "content/a.md", "/a/"},
        Row{"_config.yml", "source_dir: source\nroot: /own/\npermalink: ':title/'\n",
            "source/_posts/a.md", "/a/"},
        Row{"_config.yml",
            "source_dir: source\nurl: https://x.example/own/\npermalink: ':title/'\n",
            "source/_posts/a.md", "/a/"},
        Row{"mkdocs.yml", "site_url: https://x.example/own/\n", "docs/a.md", "/a/"},
        Row{"config.toml", "base_url = 'https://x.example/own'\n", "content/a.md", "/a/"},
        Row{"book.toml", "[output.html]\nsite-url = '/own/'\n", "src/a.md", "/a.html"},
        Row{"docusaurus.config.js", "baseUrl: '/own/',\n", "docs/a.md", "/docs/a"},
        Row{".vitepress/config.js", "base: '/own/',\n", "a.md", "/a.html"},
        Row{"astro.config.mjs", "", "src/pages/a.md", "/a/"}, Row{"a.md", "x", "a.md", "/a.md"}}) {
    CAPTURE(row.file, row.settings);
    AddressInput input;
    input.path = row.post;
    const auto address = [&](const SiteChoice& chosen) {
      return site_of(row.file, row.settings, chosen).generator->address(input);
    };
    const std::string below = row.below;
    const bool has_own = std::string_view(row.settings).find("own") != std::string_view::npos;
    CHECK(address({}) == (has_own ? "/own" : "") + below);
    CHECK(address(choice("/검색 글")) == "/%EA%B2%80%EC%83%89%20%EA%B8%80" + below);
    CHECK(address(choice("")) == below);
    const auto print = [&](const SiteChoice& chosen) {
      return site_of(row.file, row.settings, chosen).generator->fingerprint();
    };
    CHECK(print({}) != print(choice("")));
    CHECK(print(choice("")) != print(choice("/a")));
    CHECK(print(choice({}, "UTC")) != print(choice({}, "Asia/Seoul")));
    CHECK(print({}) == print({}));
  }
}

TEST_CASE("A post's own address in a plain folder may begin with the base path already") {
  const auto address = [](const char* permalink, const char* base) {
    AddressInput input;
    input.path = "b/a.md";
    input.permalink = permalink;
    return site_of("b/a.md", "x", choice(base)).generator->address(input);
  };
  CHECK(address("/b/c/", "/b") == "/b/c/");
  CHECK(address("/글/c/", "/글") == "/%EA%B8%80/c/");
  CHECK(address("/c/", "/b") == "/b/c/");
  CHECK(address("/bc/", "/b") == "/b/bc/");
  CHECK(address("", "/b") == "/b/b/a.md");
}

}  // namespace geul::indexer
