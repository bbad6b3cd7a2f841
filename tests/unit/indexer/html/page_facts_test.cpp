// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "common/base/format.hpp"
#include "tests/unit/indexer/html/page_support.hpp"

namespace geul::test {
namespace {

using Names = std::vector<std::string>;

std::string date_of(std::string_view html) {
  const auto document = document_of("<title>t</title>" + std::string(html));
  return document.date ? to_iso(document.date->day) : "none";
}

Names tags_of(std::string_view html) {
  return document_of("<title>t</title>" + std::string(html)).tags;
}

constexpr std::string_view kData = R"(<script type="application/ld+json">{"@type": "BlogPosting",
  "datePublished": "2024-02-02", "dateModified": "2024-02-03", "keywords": "검색, 조사",
  "author": [{"name": "이서윤"}, "김"], "articleSection": "기술"}</script>)";

}  // namespace

TEST_CASE("A page's date is the first that it says, in the order of the document") {
  const std::string meta = "<meta name=date content=2024-05-05>";
  const std::string time = "<article>글<time datetime=2024-06-06>";
  const std::string property = "<span itemprop=datePublished content=2024-04-04></span>";
  const std::string graph = "<meta property='article:published_time' content=2024-03-03T00:00:00Z>";
  CHECK(date_of(time) == "2024-06-06");
  CHECK(date_of(meta + time) == "2024-05-05");
  CHECK(date_of(meta + property + time) == "2024-04-04");
  CHECK(date_of(meta + graph + property) == "2024-03-03");
  CHECK(date_of(meta + graph + std::string(kData)) == "2024-02-02");
  CHECK(date_of(graph + "<p data-pagefind-sort='date:2024-01-01'>글") == "2024-01-01");
  CHECK(date_of("<p data-geul-meta=date>2024-01-01</p>" + std::string(kData)) == "2024-01-01");
  CHECK(date_of("<p data-geul-default-meta='date:2020-01-01'>글" + meta) == "2020-01-01");
  CHECK(date_of("<meta name=date content=어제><time datetime=2024-06-06>글") == "2024-06-06");
  CHECK(date_of("<article><time datetime=2024-06-06></article><article>나</article>글") == "none");
  CHECK(date_of("<aside><time datetime=2024-06-06></time></aside>글") == "none");
  CHECK(read_page("<title>t</title><meta name=date content=어제>글").warnings.size() == 1);
}

TEST_CASE("When a page was changed") {
  CHECK(to_iso(document_of(std::string(kData) + "<p>글").updated->day) == "2024-02-03");
  CHECK(to_iso(document_of("<meta property='article:modified_time' content=2024-07-01><p>글")
                   .updated->day) == "2024-07-01");
}

TEST_CASE("A page that was changed when it was published was not changed since") {
  CHECK_FALSE(document_of("<meta property='article:published_time' content=2024-07-01><p>글"
                          "<meta property='article:modified_time' content=2024-07-01>")
                  .updated);
}

TEST_CASE("Tags, categories and authors") {
  CHECK(tags_of("<meta name=keywords content='가, 나'>") == Names{"가", "나"});
  CHECK(tags_of("<meta name=keywords content=가><meta property='article:tag' content='나, 다'>"
                "<main><a rel='tag nofollow' href=x>#라</a><nav><a rel=tag>마</a></nav></main>" +
                std::string(kData)) == Names{"나, 다", "라", "검색", "조사"});
  CHECK(tags_of("<article>글<footer><a rel=tag>가</a></footer></article><footer><a rel=tag>나</a>"
                "</footer>") == Names{"가"});
  CHECK(tags_of("<b data-pagefind-filter=tag>가</b><b data-pagefind-filter='tag:나, 다'></b>" +
                std::string(kData)) == Names{"가", "나, 다"});
  const auto document = document_of(std::string(kData) + "<p>글");
  CHECK(document.categories == Names{"기술"});
  CHECK(document.authors == Names{"이서윤", "김"});
  CHECK(document_of("<meta name=author content='이서윤'><p>글").authors == Names{"이서윤"});
}

TEST_CASE("Filters and metas of any key are values of facets") {
  const auto document = document_of(
      "<p data-pagefind-filter='Series:만들기'>글<b data-geul-filter='level[data-l]' data-l=3></b>"
      "<i data-geul-meta='level:9'></i><i data-geul-filter='other:x'></i>");
  REQUIRE(document.facets.size() == 2);
  CHECK(document.facets[0].values == Names{"만들기"});
  CHECK(document.facets[1].values == Names{"3"});
}

TEST_CASE("Filters count wherever they stand, but in what is ignored altogether") {
  CHECK(tags_of("<nav><b data-geul-filter=tag>가</b></nav><div data-geul-ignore>"
                "<b data-geul-filter=tag>나</b></div><div data-pagefind-ignore=all>"
                "<b data-geul-filter=tag>다</b></div>글") == Names{"가", "나"});
}

TEST_CASE("What is for browsers without scripts, or for scripts, says nothing of the page") {
  for (const char* name : {"noscript", "template"}) {
    INFO(name);
    const auto post = read_page(format(
        "<title>t</title><{0}><meta http-equiv=refresh content='0; url=/x/'><meta name=robots "
        "content=noindex><link rel=canonical href=/b/a.html><meta name=author content=나></{0}>"
        "<meta name=author content=가><p>글",
        name));
    CHECK(post.visibility == indexer::Visibility::shown);
    CHECK(post.document.url == "/a.html");
    CHECK(post.document.authors == Names{"가"});
  }
}

TEST_CASE("How links are related is said in letters of any case") {
  const auto document =
      document_of("<title>t</title><link rel=Canonical href=/x/a/><p>글<a rel=TAG>가</a>");
  CHECK(document.url == "/x/a/");
  CHECK(document.tags == Names{"가"});
}

TEST_CASE("Titles and summaries may speak of tags") {
  const auto document = document_of(
      "<title>x</title><meta property=og:title content='<b>와 <code>는 무엇이 다른가'>"
      "<meta name=description content='<i>도 있다'><p>글");
  CHECK(document.title == "<b>와 <code>는 무엇이 다른가");
  CHECK(document.summary == "<i>도 있다");
}

TEST_CASE("Description and language") {
  const auto document = document_of(
      "<html lang=ko><meta property='og:description' content=나><meta name=description "
      "content='가 *별*'><p>글");
  CHECK(document.summary == "가 *별*");
  CHECK(document.language == "ko");
}

}  // namespace geul::test
