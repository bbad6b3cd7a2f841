// SPDX-License-Identifier: GPL-2.0-or-later
// geul-index build --html: sites that anything built.
#include <algorithm>
#include <catch2/catch.hpp>

#include "common/base/format.hpp"
#include "indexer/site/reader.hpp"
#include "tests/scenario/watched_blog.hpp"

namespace geul::test {
namespace {

using Catch::Contains;
using Catch::StartsWith;
using Ids = std::vector<std::string>;

/// A page as a theme would have it, around its matter.
std::string page(std::string_view title, std::string_view head, std::string_view matter) {
  return format(
      "<!DOCTYPE html><html lang=\"ko\"><head><meta charset=\"utf-8\"><title>{0} | 글방</title>{1}"
      "</head><body><nav><a href=\"/\">처음으로 돌아가기</a></nav><main><article><h1>{0}</h1>{2}"
      "</article></main><footer>모든 권리는 글쓴이에게</footer></body></html>",
      title, head, matter);
}

/// Three pages, as one who used Pagefind has them, and those that are no posts.
void write_site(const Blog& blog) {
  blog.post("index.html", page("글방", "", "<p>글방에 온 것을 환영합니다."));
  blog.post("index/stem/index.html",
            page("조사 떼기", "<link rel=canonical href='https://example.org/blog/index/stem/'>",
                 "<p data-pagefind-filter=\"tag\">색인</p>"
                 "<b data-pagefind-filter=\"author:이서윤\"></b>"
                 "<span data-pagefind-filter=\"series[data-s]\" data-s=\"검색, 만들기\"></span>"
                 "<time data-pagefind-sort=\"date[datetime]\" datetime=\"2024-03-05\"></time>"
                 "<h2 id=\"rule\">규칙</h2><p>학교에서는 학교가 된다.</p><pre>stem(word)</pre>"));
  blog.post("index/old.html",
            page("낡은 색인", "<meta property=\"article:published_time\" content=\"2020-01-02\">",
                 "<p>학교를 떠났다.<p data-pagefind-ignore>구독하기"));
  blog.post("404.html", page("없는 학교", "", "<p>학교"));
  blog.post("moved.html", "<meta http-equiv=refresh content='0; url=/index/stem/'>학교");
  blog.post("secret.html", page("비밀", "<meta name=robots content=noindex>", "<p>학교"));
  blog.post("style.css", "학교 {}");
}

}  // namespace

TEST_CASE("html: pages are found with their facets, sections and addresses") {
  const Blog blog;
  write_site(blog);
  blog.folder().write("posts/geul.yaml", "facets: [series]\n");
  const RunResult built = blog.build({"--html", "--verbose"});
  CHECK(built.status == 0);
  CHECK_THAT(built.out, StartsWith("3 indexed, 0 unchanged, 0 removed, 3 hidden, 0 skipped, 0 w"));
  for (const char* name : {"hidden 404.html", "hidden moved.html", "hidden secret.html"})
    CHECK_THAT(built.err, Contains(name));
  CHECK(blog.ids({"학교", "--sort", "newest"}) == Ids{"index/stem/index.html", "index/old.html"});
  CHECK(blog.ids({"학교", "--where", "series=검색, 만들기"}) == Ids{"index/stem/index.html"});
  CHECK(blog.ids({"tag:색인 author:이서윤 date:2024"}) == Ids{"index/stem/index.html"});
  CHECK(blog.ids({"code:stem"}) == Ids{"index/stem/index.html"});
  for (const char* frame : {"돌아가기", "권리", "구독하기"}) CHECK(blog.query({frame}).status == 1);
  const Json hit = json_of(blog.query({"heading:규칙", "--format", "json"})).at("hits").at(0);
  CHECK(hit.at("title") == "조사 떼기");
  CHECK(hit.at("url") == "/blog/index/stem/#rule");
  CHECK(hit.at("language") == "ko");
}

TEST_CASE("html: a post about tags, called 404, is found with the tags that it speaks of") {
  const Blog blog;
  blog.post(
      "posts/404/index.html",
      "<!doctype html><title>x</title><meta property=og:title content=\"<b>와 <code>의 차이\">"
      "<meta name=description content='<i>도 본다'><p>굵은 글씨<xmp><em>강조</em></xmp>");
  REQUIRE(blog.build({"--html"}).status == 0);
  const RunResult found = blog.query({"굵은 글씨", "--format", "json"});
  CHECK(found.status == 0);
  CHECK_THAT(found.out, Contains("<b>와 <code>의 차이"));
  CHECK_THAT(blog.query({"강조"}).out, Contains("<em>"));
}

TEST_CASE("html: only what changed is read again, and drafts are what is not to be indexed") {
  const Blog blog;
  write_site(blog);
  REQUIRE(blog.build({"--html"}).status == 0);
  CHECK_THAT(blog.build({"--html"}).out, StartsWith("0 indexed, 3 unchanged, 0 removed, 3 hidden"));
  blog.post("index/old.html", page("새 글", "", "<p>바뀐 학교"));
  CHECK_THAT(blog.build({"--html"}).out, StartsWith("1 indexed, 2 unchanged"));
  CHECK_THAT(blog.build({"--html", "--drafts"}).out,
             StartsWith("1 indexed, 3 unchanged, 0 removed, 2 h"));
  CHECK(blog.ids({"비밀"}) == Ids{"secret.html"});
  blog.remove("index/old.html");
  CHECK_THAT(blog.build({"--html"}).out, StartsWith("0 indexed, 2 unchanged, 2 removed, 3 hidden"));
}

TEST_CASE("html: where one page marks its matter, pages without are left out") {
  const Blog blog;
  write_site(blog);
  REQUIRE(blog.build({"--html"}).status == 0);
  blog.post("marked.html", "<title>표시</title><p>밖<p data-pagefind-body>안의 학교");
  CHECK_THAT(blog.build({"--html"}).out, StartsWith("1 indexed, 0 unchanged, 3 removed, 6 hidden"));
  CHECK(blog.ids({"학교"}) == Ids{"marked.html"});
  CHECK(blog.query({"밖"}).status == 1);
  blog.post("marked.html", "<title>표시</title><p>data-pagefind-body");
  CHECK_THAT(blog.build({"--html"}).out, StartsWith("4 indexed, 0 unchanged, 0 removed, 3 hidden"));
}

TEST_CASE("html: a site changes from Markdown to its pages, and back") {
  const Blog blog;
  blog.post("a.md", "# 글\n\n학교");
  blog.post("a.html", page("글", "", "<p>학교"));
  CHECK_THAT(blog.build().out, StartsWith("1 indexed"));
  CHECK_THAT(blog.build({"--html"}).out, StartsWith("1 indexed, 0 unchanged, 1 removed"));
  CHECK(blog.ids({"학교"}) == Ids{"a.html"});
  CHECK_THAT(blog.build().out, StartsWith("1 indexed, 0 unchanged, 1 removed"));
  CHECK(blog.ids({"학교"}) == Ids{"a.md"});
}

TEST_CASE("html: what is no source is refused with the way to go") {
  const Blog blog;
  blog.post("a.html", "<p>학교");
  blog.post("a.md", "학교");
  const auto error_of = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--db", blog.database()});
    const RunResult result = geul_index(arguments);
    CHECK(result.status == 2);
    return result.err;
  };
  CHECK_THAT(error_of({"build", blog.posts() / "a.html"}), Contains("with --html"));
  CHECK_THAT(error_of({"build", blog.posts() / "a.md", "--html"}), Contains(".html"));
  CHECK(geul_index({"build", blog.posts() / "a.html", "--html", "--db", blog.database()}).status ==
        0);
  CHECK(blog.ids({"학교"}) == Ids{"a.html"});
}

TEST_CASE("html: a page alone has its name for an address") {
  const Blog blog;
  blog.post("b.html", "<p>학교");
  RunOptions here;
  here.folder = blog.posts();
  REQUIRE(geul_index({"build", "b.html", "--html", "--db", blog.database()}, here).status == 0);
  const Json hits = json_of(blog.query({"학교", "--format", "json"})).at("hits");
  CHECK(hits.at(0).at("url") == "/b.html");
}

TEST_CASE("html: a page that cannot be parsed in time is named, and the others are indexed") {
  const Blog blog;
  std::string deep;
  for (int i = 0; i < 400'000; ++i) deep += "<div>";
  blog.post("deep.html", deep + "학교");
  blog.post("a.html", page("글", "", "<p>학교"));
  blog.post("empty.html", "");
  const RunResult built = blog.build({"--html"});
  CHECK_THAT(built.out, StartsWith("1 indexed, 0 unchanged, 0 removed, 0 hidden, 2 skipped"));
  CHECK_THAT(built.err,
             Contains("deep.html: skipped: its elements are too many or nested too deep"));
  CHECK_THAT(built.err, Contains("empty.html: skipped: nothing in it to index"));
}

TEST_CASE("html: the static search is made of pages as of posts") {
  const Blog blog;
  write_site(blog);
  REQUIRE(blog.build({"--html"}).status == 0);
  const auto out = blog.folder() / "search";
  REQUIRE(geul_index({"site", "--db", blog.database(), "--out", out}).status == 0);
  const auto site = indexer::site::SiteReader::open(out);
  REQUIRE(site);
  std::vector<std::string> titles = site->titles().value();
  std::ranges::sort(titles);
  CHECK(titles == std::vector<std::string>{"글방", "낡은 색인", "조사 떼기"});
}

TEST_CASE("html: watch keeps pages up to date") {
  WatchedBlog watched;
  const Blog& blog = watched.blog();
  blog.post("a.html", page("글", "", "<p>학교"));
  watched.start({"--html"});
  CHECK_THAT(watched.update(), StartsWith("1 indexed, 0 unchanged"));
  watched.error_with("watching");
  blog.post("public/b.htm", page("둘째", "", "<p>학교"));
  CHECK(watched.update() == "1 indexed, 0 removed");
  blog.post("c.md", "# 글");
  blog.remove("a.html");
  CHECK(watched.update() == "0 indexed, 1 removed");
  CHECK(watched.end() == 0);
}

TEST_CASE("html: geul.yaml may say it, the environment goes before it, the command line first") {
  const Blog blog;
  blog.post("a.md", "# 글\n\n학교");
  blog.post("b.html", page("글", "", "<p>학교"));
  blog.folder().write("geul.yaml", "sources: posts\nhtml: true\n");
  using Variables = std::vector<std::pair<std::string, std::string>>;
  const auto ids = [&](std::vector<std::string> more, const Variables& environment) {
    more.insert(more.begin(), {"build", "--db", blog.database()});
    const auto& folder = blog.folder().path();
    CHECK(geul_index(more, {.folder = folder, .environment = environment}).status == 0);
    return blog.ids({"학교"});
  };
  CHECK(ids({}, {}) == Ids{"b.html"});
  CHECK(ids({}, {{"GEUL_HTML", "0"}}) == Ids{"a.md"});
  CHECK(ids({"--html"}, {{"GEUL_HTML", "0"}}) == Ids{"b.html"});
  CHECK(ids({"--html=false"}, {{"GEUL_HTML", "1"}}) == Ids{"a.md"});
  blog.folder().write("geul.yaml", "sources: posts\n");
  CHECK(ids({}, {}) == Ids{"a.md"});
  CHECK(ids({}, {{"GEUL_HTML", "1"}}) == Ids{"b.html"});
}

TEST_CASE("html: config shows built pages in place of what a generator would make of them") {
  const TemporaryFolder folder;
  folder.write("_config.yml", "baseurl: /own\n");
  folder.write("_site/a.html", page("글", "", "<p>학교"));
  folder.write("geul.yaml", "sources: _site\nhtml: true\nsite: https://a.example/b/\n");
  const auto shown = [&](const std::vector<std::string>& more) {
    std::vector<std::string> words{"config", "--show", "--format", "json"};
    words.insert(words.end(), more.begin(), more.end());
    return json_of(geul_index(words, {.folder = folder.path()}));
  };
  const Json built = shown({});
  CHECK(built["settings"]["html"]["value"] == true);
  CHECK(built["settings"]["html"]["line"] == 2);
  CHECK(built["sites"][0]["generator"] == "built HTML");
  CHECK(built["sites"][0]["file"].is_null());
  CHECK(built["sites"][0]["settings"]["root"]["value"] == "_site");
  CHECK(built["sites"][0]["settings"]["base path"]["value"] == "/b");
  CHECK(built["sites"][0]["settings"]["base path"]["line"] == 3);
  CHECK_FALSE(built["sites"][0]["settings"].contains("permalink"));
  const Json markdown = shown({"--html=false"});
  CHECK(markdown["settings"]["html"]["name"] == "--html");
  CHECK(markdown["sites"][0]["generator"] == "Jekyll");
  folder.write("geul.yaml", "sources: _site\n");
  CHECK(shown({"--html"})["sites"][0]["generator"] == "built HTML");
  CHECK(shown({"--html"})["sites"][0]["settings"]["base path"]["from"] == "default");
  CHECK(shown({})["settings"]["html"]["from"] == "default");
}

TEST_CASE("html: no pages are told as pages, whoever said that they are") {
  const Blog blog;
  blog.post("a.md", "# 글");
  blog.folder().write("geul.yaml", "html: true\n");
  CHECK_THAT(blog.build().err, Contains("no pages found"));
}

TEST_CASE("html: watch sees that geul.yaml says other files are posts") {
  WatchedBlog watched;
  const Blog& blog = watched.blog();
  blog.post("a.html", page("글", "", "<p>학교"));
  watched.start();
  CHECK_THAT(watched.update(), StartsWith("1 indexed, 0 unchanged"));
  watched.error_with("watching");
  blog.folder().write("geul.yaml", "html: true\n");
  CHECK(watched.update() == "1 indexed, 1 removed");
  blog.post("b.html", page("둘째", "", "<p>학교"));
  CHECK(watched.update() == "1 indexed, 0 removed");
  CHECK(watched.end() == 0);
}

}  // namespace geul::test
