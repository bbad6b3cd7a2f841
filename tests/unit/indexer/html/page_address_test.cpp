// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "tests/unit/indexer/html/page_support.hpp"

namespace geul::test {
namespace {

std::string url(const std::string& path, const std::string& canonical = "") {
  return document_of("<title>t</title><link rel=canonical href='" + canonical + "'>", path).url;
}

}  // namespace

TEST_CASE("A page's address is its path") {
  CHECK(url("index.html") == "/");
  CHECK(url("a/index.html") == "/a/");
  CHECK(url("a/index.htm") == "/a/");
  CHECK(url("a/b.html") == "/a/b.html");
  CHECK(url("글/100%.html") == "/%EA%B8%80/100%25.html");
}

TEST_CASE("A base path that is chosen stands before a page's path, not before its permalink") {
  const auto site = indexer::make_page_site("/site/", {.base = "/blog"});
  indexer::AddressInput input;
  for (const auto& [path, address] :
       {std::pair("index.html", "/blog/"), std::pair("a/index.html", "/blog/a/"),
        std::pair("b.html", "/blog/b.html")}) {
    input.path = path;
    CHECK(site->address(input) == address);
  }
  input.permalink = "/blog/c/";
  CHECK(site->address(input) == "/blog/c/");
  CHECK(site->fingerprint() != indexer::make_page_site("/site/")->fingerprint());
}

TEST_CASE("A canonical address that ends with the path says where the site lies") {
  CHECK(url("a/index.html", "https://example.org/blog/a/") == "/blog/a/");
  CHECK(url("a/index.html", "https://example.org/blog/a") == "/blog/a");
  CHECK(url("a/b.html", "https://example.org/a/b?x#y") == "/a/b");
  CHECK(url("index.html", "https://example.org/blog/") == "/blog/");
  CHECK(url("index.html", "https://example.org") == "/");
  CHECK(url("글.html", "https://example.org/%ea%b8%80/") == "/%ea%b8%80/");
  CHECK(document_of("<title>t</title><meta property='og:url' content='https://e.org/x/a.html'>")
            .url == "/x/a.html");
}

TEST_CASE("The page at the root takes an address that its resources lie below") {
  const auto url_with = [](const std::string& canonical, const std::string& resource) {
    return document_of("<title>t</title><link rel=canonical href='" + canonical + "'>" + resource,
                       "index.html")
        .url;
  };
  const std::string deep = "https://example.org/whatever/deep/";
  CHECK(url_with(deep, "") == "/");
  CHECK(url_with(deep, "<link rel=stylesheet href=/css/a.css>") == "/");
  CHECK(url_with(deep, "<link rel=stylesheet href=/whatever/deeper/a.css>") == "/");
  CHECK(url_with(deep, "<link rel=stylesheet href=https://cdn.example/whatever/deep/a.css>") ==
        "/");
  CHECK(url_with(deep, "<a href=/whatever/deep/a/>글</a>") == "/");
  CHECK(url_with(deep, "<link rel='Shortcut Icon' href=/whatever/deep/a.ico>") ==
        "/whatever/deep/");
  CHECK(url_with(deep, "<script src=https://example.org/whatever/deep/a.js></script>") ==
        "/whatever/deep/");
  const std::string one = "https://example.org/blog/";
  CHECK(url_with(one, "<link rel=stylesheet href=css/a.css>") == "/blog/");
  CHECK(url_with(one, "<link rel=stylesheet href=//cdn.example/a.css>") == "/blog/");
  CHECK(url_with(one, "<link rel=stylesheet href=/css/a.css>") == "/");
  CHECK(url_with(one, "<script src=/x.js></script><script src=/blog/x.js></script>") == "/blog/");
  CHECK(url_with("https://example.org/blog/index.html", "") == "/blog/index.html");
  CHECK(url("a/index.html", "https://example.org/b/c/a/") == "/b/c/a/");
}

TEST_CASE("Other canonical addresses are another page's") {
  CHECK(url("a/b.html", "https://example.org/c/") == "/a/b.html");
  CHECK(url("a/b.html", "https://example.org/xb/") == "/a/b.html");
  CHECK(url("a.html", "javascript:alert(1)/a") == "/a.html");
  CHECK(url("a.html", "https://example.org/../../a") == "/a");
  CHECK(url("a.html", "//evil.example/a") == "/a");
  CHECK(url("a.html", "a") == "/a.html");
}

}  // namespace geul::test
