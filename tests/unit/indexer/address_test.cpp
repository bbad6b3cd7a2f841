// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/address.hpp"

#include <catch2/catch.hpp>

#include "indexer/generator/generators.hpp"
#include "indexer/generator/mapped.hpp"
#include "indexer/generator/permalink.hpp"
#include "tests/support/random_text.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/indexer/post_support.hpp"

namespace geul::indexer {

using test::TemporaryFolder;

namespace {

MetaValue yaml(std::string_view text) {
  return parse_yaml(text).value();
}

AddressInput post(std::string path, std::vector<std::string> categories = {}) {
  AddressInput input;
  input.path = std::move(path);
  input.categories = std::move(categories);
  input.title = "나의 글";
  input.date = LocalTime{{2022, 7, 8}, true, 9, 5, 3, {}};
  return input;
}

/// The address of a post whose front matter holds these categories.
std::string jekyll(std::string_view settings, AddressInput input) {
  const auto site = make_jekyll("/s", yaml("timezone: UTC\n" + std::string(settings)));
  MetaValue front_matter = yaml("{}");
  std::string categories;
  for (const std::string& name : input.categories)
    categories += (categories.empty() ? "" : ", ") + name;
  if (!categories.empty()) front_matter = yaml("categories: [" + categories + "]");
  if (!input.permalink.empty())
    front_matter.members.emplace_back("permalink", yaml(input.permalink));
  site->complete(front_matter, input.path);
  if (const MetaValue* permalink = front_matter.find("permalink"))
    input.permalink = permalink->text;
  input.front_matter = &front_matter;
  return site->address(input);
}

/// '%' and two digits undone, to keep the expectations readable.
std::string decoded(const std::string& address) {
  std::string out;
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (address[i] == '%') {
      out += static_cast<char>(std::stoi(address.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      out += address[i];
    }
  }
  return out;
}

}  // namespace

TEST_CASE("An address never leaves the site") {
  CHECK(site_address("//evil.example/x") == "/evil.example/x");
  CHECK(site_address("/a/../../b") == "/a/b");
  CHECK(site_address("/a/%2e%2E/b") == "/a/b");
  CHECK(site_address("javascript:alert(1)") == "/javascript:alert(1)");
  CHECK(site_address("/가 나?#\n") == "/%EA%B0%80%20%EB%82%98%3F%23%0A");
  CHECK(site_address("/%EA%B0%80/100%") == "/%EA%B0%80/100%25");
  CHECK(site_address("") == "/");
  CHECK(site_address("/a//b/") == "/a/b/");
  test::RandomText random(7);
  for (int i = 0; i < 2000; ++i) {
    const std::string address = site_address(random.bytes(30));
    CAPTURE(address);
    CHECK(address.front() == '/');
    CHECK(address.substr(0, 2) != "//");
    CHECK((address + "/").find("/../") == std::string::npos);
    for (const char c : address) CHECK((c > ' ' && c < 0x7F));
  }
}

TEST_CASE("Jekyll's named styles") {
  const AddressInput input = post("_posts/2022-07-08-career-path.md", {"Dev", "Life"});
  CHECK(jekyll("", input) == "/dev/life/2022/07/08/career-path.html");
  CHECK(jekyll("permalink: pretty", input) == "/dev/life/2022/07/08/career-path/");
  CHECK(jekyll("permalink: ordinal", input) == "/dev/life/2022/189/career-path.html");
  CHECK(jekyll("permalink: weekdate", input) == "/dev/life/2022/W27/Fri/career-path.html");
  CHECK(jekyll("permalink: none", input) == "/dev/life/career-path.html");
}

TEST_CASE("Jekyll's templates, collections and defaults") {
  const AddressInput input = post("_posts/2022/2022-07-08-한글 제목.md");
  CHECK(decoded(jekyll("permalink: /blog/:year/:month/:day/:title/", input)) ==
        "/blog/2022/07/08/한글-제목/");
  CHECK(decoded(jekyll("permalink: /:short_year/:i_month/:i_day/:slug", input)) ==
        "/22/7/8/한글-제목");
  CHECK(jekyll("permalink: /:unknown/:title/", post("_posts/2022-07-08-a.md")) == "/:unknown/a/");
  const std::string wiki = "collections:\n  wiki:\n    permalink: /:collection/:path/\n";
  CHECK(jekyll(wiki, post("_wiki/java/volatile.md")) == "/wiki/java/volatile/");
  CHECK(jekyll("permalink: pretty\ncollections: [wiki]", post("_wiki/a.md")) == "/wiki/a/");
  const std::string defaults =
      "defaults:\n  - {scope: {path: '', type: posts}, values: {permalink: /p/:title}}\n"
      "  - {scope: {path: _posts/old}, values: {permalink: /old/:title}}\n";
  CHECK(jekyll(defaults, post("_posts/2022-07-08-a.md")) == "/p/a");
  CHECK(jekyll(defaults, post("_posts/old/2022-07-08-a.md")) == "/old/a");
  CHECK(jekyll("baseurl: /base", post("_posts/2022-07-08-a.md")) == "/base/2022/07/08/a.html");
  CHECK(jekyll("baseurl: 'https://x.example/b'", post("about.md")) == "/b/about.html");
  CHECK(jekyll("permalink: pretty", post("docs/about.md")) == "/docs/about/");
  CHECK(jekyll("", post("docs/index.md")) == "/docs/");
  CHECK(decoded(jekyll("", post("요리/_posts/2022-07-08-a.md", {"국"}))) ==
        "/요리/국/2022/07/08/a.html");
}

TEST_CASE("Front matter decides") {
  AddressInput input = post("_posts/2022-07-08-a.md");
  input.slug = "new-name";
  CHECK(jekyll("", input) == "/2022/07/08/new-name.html");
  input.permalink = "/fixed/:year/";
  CHECK(jekyll("", input) == "/fixed/2022/");
}

TEST_CASE("Jekyll's excludes") {
  const auto site =
      make_jekyll("/s", yaml("exclude: [README.md, drafts/, '*.tmp.md']\ncollections: [wiki]"));
  CHECK(site->excludes("README.md"));
  CHECK(site->excludes("drafts/a/b.md"));
  CHECK(site->excludes("x.tmp.md"));
  CHECK(site->excludes("_layouts/a.md"));
  CHECK(site->excludes("vendor/bundle/x.md"));
  CHECK_FALSE(site->excludes("_posts/2022-07-08-a.md"));
  CHECK_FALSE(site->excludes("_wiki/a.md"));
  CHECK_FALSE(site->excludes("a/README.md"));
}

TEST_CASE("Hugo's addresses") {
  const auto at = [](std::string_view settings, const AddressInput& input) {
    return decoded(make_hugo("/s", yaml(settings))->address(input));
  };
  CHECK(at("{}", post("content/posts/My Post.md")) == "/posts/my-post/");
  CHECK(at("{}", post("content/posts/한글 글/index.md")) == "/posts/한글-글/");
  CHECK(at("{}", post("content/posts/_index.md")) == "/posts/");
  CHECK(at("permalinks: {posts: '/:year/:month/:slug/'}", post("content/posts/a.md")) ==
        "/2022/07/나의-글/");
  CHECK(at("permalinks: {page: {posts: '/p/:filename/'}}", post("content/posts/a.md")) == "/p/a/");
  CHECK(at("baseURL: https://x.example/blog/", post("content/a.md")) == "/blog/a/");
  CHECK(at("uglyURLs: true", post("content/posts/a.md")) == "/posts/a.html");
  AddressInput input = post("content/posts/a.md");
  input.slug = "b";
  CHECK(at("{}", input) == "/posts/b/");
  input.permalink = "/c/d/";
  CHECK(at("{}", input) == "/c/d/");
}

TEST_CASE("Hexo's addresses") {
  const auto at = [](std::string_view settings, const AddressInput& input) {
    return make_hexo("/s", yaml(settings))->address(input);
  };
  CHECK(at("{}", post("source/_posts/lorem/hello.md")) == "/2022/07/08/lorem/hello/");
  CHECK(at("permalink: ':category/:name.html'", post("source/_posts/l/hello.md", {"a", "b"})) ==
        "/a/b/hello.html");
  CHECK(at("{}", post("source/about/index.md")) == "/about/index.html");
  CHECK(at("pretty_urls: {trailing_index: false}", post("source/about/index.md")) == "/about/");
  CHECK(at("root: /blog/", post("source/about/me.md")) == "/blog/about/me.html");
}

TEST_CASE("Sites whose addresses follow the path") {
  const auto at = [](PathSite site, const AddressInput& input) {
    return decoded(make_path_site(site, "/s", yaml("{}"))->address(input));
  };
  CHECK(at(PathSite::gatsby, post("content/blog/글/index.md")) == "/글/");
  CHECK(at(PathSite::astro, post("src/content/blog/글.md")) == "/blog/글/");
  CHECK(at(PathSite::next, post("src/content/learn/state.md")) == "/learn/state");
  CHECK(at(PathSite::plain, post("노트/메모 1.md")) == "/노트/메모 1.md");
  AddressInput input = post("content/blog/a.md");
  input.slug = "/2019/05/03/b/";
  CHECK(at(PathSite::gatsby, input) == "/2019/05/03/b/");
  input.slug = "c";
  CHECK(at(PathSite::gatsby, input) == "/c/");
}

// https://docusaurus.io/docs/create-doc, /docs/blog, /docs/i18n/introduction
TEST_CASE("Docusaurus's docs, blog, pages and languages") {
  const auto at = [](const std::string& program, const AddressInput& input) {
    return decoded(make_docusaurus("/s", program)->address(input));
  };
  CHECK(at("", post("docs/01-guide/02-start.md")) == "/docs/guide/start");
  CHECK(at("", post("docs/안내/README.md")) == "/docs/안내/");
  CHECK(at("", post("docs/안내/안내.md")) == "/docs/안내/");
  CHECK(at("", post("blog/2019-05-28-hi.md")) == "/blog/2019/05/28/hi");
  CHECK(at("", post("blog/2019-05-28-hi/index.mdx")) == "/blog/2019/05/28/hi");
  CHECK(at("", post("src/pages/help.md")) == "/help");
  CHECK(at("", post("i18n/ko/docusaurus-plugin-content-docs/current/a/b.md")) == "/ko/docs/a/b");
  CHECK(at("i18n: {defaultLocale: 'ko'}",
           post("i18n/ko/docusaurus-plugin-content-blog/2019-05-28-hi.md")) ==
        "/blog/2019/05/28/hi");
  const std::string program =
      "baseUrl: '/글/', // baseUrl: '/no/'\ntrailingSlash: true,\n"
      "docs: { routeBasePath: '/', }, blog: {routeBasePath: \"news\"}";
  CHECK(at(program, post("docs/a.md")) == "/글/a/");
  CHECK(at(program, post("blog/2019-05-28-hi.md")) == "/글/news/2019/05/28/hi/");
  AddressInput input = post("docs/a/b.md");
  input.slug = "own";
  CHECK(at("", input) == "/docs/a/own");
  input.slug = "/own";
  CHECK(at("", input) == "/docs/own");
  const MetaValue front_matter = yaml("id: other");
  input.slug.clear();
  input.front_matter = &front_matter;
  CHECK(at("", input) == "/docs/a/other");
}

// https://vitepress.dev/guide/routing, https://vuepress.vuejs.org/guide/page.html
TEST_CASE("VitePress and VuePress") {
  const auto press = [](const char* program, const AddressInput& input) {
    return decoded(make_vitepress("/s", program)->address(input));
  };
  CHECK(press("", post("ko/안내/index.md")) == "/ko/안내/");
  CHECK(press("", post("a/README.md")) == "/a/README.html");
  CHECK(press("base: '/b/', cleanUrls: true", post("a/c.md")) == "/b/a/c");
  CHECK(press("srcDir: 'src'", post("src/a.md")) == "/a.html");
  CHECK(press("base: worked(out)", post("a.md")) == "/a.html");
  AddressInput input = post("a/b.md");
  CHECK(decoded(make_vuepress("/s", "base: '/b/'")->address(input)) == "/b/a/b.html");
  CHECK(decoded(make_vuepress("/s", "")->address(post("guide/README.md"))) == "/guide/");
  input.permalink = "/own/";
  CHECK(decoded(make_vuepress("/s", "")->address(input)) == "/own/");
}

// https://www.getzola.org/documentation/content/page/
TEST_CASE("Zola's addresses are in ASCII unless told otherwise") {
  const auto at = [](std::string_view settings, const AddressInput& input) {
    std::vector<Warning> warnings;
    SiteSettings site(yaml(settings), "config.toml", warnings);
    return decoded(make_zola("/s", site)->address(input));
  };
  CHECK(at("{}", post("content/블로그/첫 글.md")) == "/beulrogeu/ceos-geul/");
  CHECK(at("slugify: {paths: 'off'}", post("content/블로그/첫 글.md")) == "/블로그/첫 글/");
  CHECK(at("slugify: {paths: safe}", post("content/블로그/첫 글?.md")) == "/블로그/첫_글/");
  CHECK(at("{}", post("content/blog/2018-10-10-hello.md")) == "/blog/hello/");
  CHECK(at("slugify: {paths_keep_dates: true}", post("content/2018-10-10_hello.md")) ==
        "/2018-10-10-hello/");
  CHECK(at("base_url: 'https://x.example/b'", post("content/about/index.md")) == "/b/about/");
  CHECK(at("languages: {ko: {}}", post("content/blog/_index.ko.md")) == "/ko/blog/");
  AddressInput input = post("content/a.md");
  input.slug = "b";
  CHECK(at("{}", input) == "/b/");
  const MetaValue front_matter = yaml("path: own/글");
  input.front_matter = &front_matter;
  CHECK(at("{}", input) == "/own/글/");
}

// https://rust-lang.github.io/mdBook/format/summary.html
TEST_CASE("mdBook builds what its summary names") {
  const TemporaryFolder folder;
  folder.write("text/SUMMARY.md",
               "# 차례\n\n- [하나](./ch01.md)\n  - [둘](<가 나.md>)\n- [초안]()\n");
  std::vector<Warning> warnings;
  SiteSettings settings(yaml("book: {src: text}\noutput: {html: {site-url: /b/}}"), "book.toml",
                        warnings);
  const auto site = make_mdbook(folder.path(), settings);
  const MetaValue none = yaml("{}");
  AddressInput input = post("text/ch01.md");
  input.front_matter = &none;
  CHECK(site->address(input) == "/b/ch01.html");
  CHECK(site->publication(input, 0) == Publication::as_written);
  input.path = "text/가 나.md";
  CHECK(site->publication(input, 0) == Publication::as_written);
  input.path = "text/other.md";
  CHECK(site->publication(input, 0) == Publication::hidden);
  CHECK(site->excludes("text/SUMMARY.md"));
  CHECK(site->excludes("README.md"));
}

TEST_CASE("geul.yaml maps folders to addresses") {
  const auto site = [] {
    return map_addresses(make_path_site(PathSite::astro, "/s", yaml("{}")),
                         {{"src/content/blog", "/posts/:slug/"}, {"src/content", "/:year/:path"}});
  }();
  CHECK(decoded(site->address(post("src/content/blog/가/index.md"))) == "/posts/가/");
  CHECK(decoded(site->address(post("src/content/a/나.md"))) == "/2022/a/나");
  CHECK(decoded(site->address(post("src/pages/a.md"))) == "/a/");
  AddressInput input = post("src/content/blog/b.md");
  input.slug = "own";
  CHECK(site->address(input) == "/posts/own/");
  CHECK(unknown_names("/:year/:yaer/") == std::vector<std::string>{"yaer"});
}

TEST_CASE("Patterns match within and across folders") {
  CHECK(path_matches("a", "a/b"));
  CHECK(path_matches("a*", "ab/c/d"));
  CHECK(path_matches("*/c", "ab/c/d"));
  CHECK_FALSE(path_matches("*/d", "ab/c/d"));
  CHECK_FALSE(path_matches("a", "ab"));
  CHECK(path_matches("*.md", "x.md"));
  CHECK_FALSE(path_matches("*.md", "a/x.md"));
  CHECK(path_matches("**/x.md", "a/b/x.md"));
  CHECK(path_matches("a/*", "a/b/c"));
  CHECK_FALSE(path_matches("", "a"));
}

TEST_CASE(
    "address: a pattern of stars costs the product of the lengths, a post's title is named once") {
  std::string stars;
  while (stars.size() < 250) stars += "*a";
  std::string deep = "a";
  while (deep.size() < 4000) deep += "/a";
  for (int folder = 0; folder < 100; ++folder) CHECK_FALSE(path_matches(stars + "b", deep));
  std::string titles;
  for (int i = 0; i < 50'000; ++i) titles += ":title";
  std::size_t asked = 0;
  const std::string filled = fill_template(titles, [&](std::string_view) {
    ++asked;
    return std::optional(std::string(1000, 'x'));
  });
  CHECK(filled.size() <= kLongestAddress + 1000);
  CHECK(asked < 20);
}

}  // namespace geul::indexer
