// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/structured_data.hpp"

#include <catch2/catch.hpp>

namespace geul::indexer {
namespace {

StructuredData data_of(std::string_view json) {
  StructuredData data;
  read_structured_data(json, data);
  return data;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("An article is found in lists, graphs and pages") {
  CHECK(data_of(R"({"@type":"NewsArticle","datePublished":"2024-01-01"})").published ==
        "2024-01-01");
  CHECK(
      data_of(R"([{"@type":"Person"},{"@type":["Article","X"],"datePublished":"2"}])").published ==
      "2");
  CHECK(data_of(R"({"@graph":[{"@type":"WebPage","datePublished":"3"},
                              {"@type":"TechArticle","datePublished":"4"}]})")
            .published == "4");
  CHECK(data_of(R"({"@type":"WebPage","mainEntity":{"@type":"BlogPosting","dateCreated":"5"}})")
            .published == "5");
  CHECK(data_of(R"({"@type":"WebPage","dateModified":"6"})").modified == "6");
  CHECK(data_of(R"({"@type":"Event","datePublished":"7"})").published.empty());
  CHECK(data_of(R"({"@type":"Blog","blogPost":[{"@type":"BlogPosting","datePublished":"8"}]})")
            .published.empty());
}

TEST_CASE("Keywords, sections and authors are texts, objects or lists of them") {
  const StructuredData data = data_of(
      R"({"@type":"Article","keywords":["가, 나",{"@type":"DefinedTerm","name":"다"}, 5, null],
          "articleSection":["기술"],"author":{"@type":"Person","name":"이서윤"}})");
  CHECK(data.keywords == Texts{"가, 나", "다", "5"});
  CHECK(data.sections == Texts{"기술"});
  CHECK(data.authors == Texts{"이서윤"});
  CHECK(data_of(R"({"@type":"Article","keywords":"가, 나,,"})").keywords == Texts{"가", "나"});
  CHECK(data_of(R"({"@type":"Article","author":[{"name":{}}, "김"]})").authors == Texts{"김"});
}

TEST_CASE("Names have a limit") {
  std::string text = "[";
  std::string list = "[";
  for (int i = 0; i < 2100; ++i) {
    text += ",a";
    list += "\"a\",";
  }
  list += "\"a\"]";
  const std::string article =
      R"({"@type":"Article","keywords":")" + text + R"(","author":)" + list + "}";
  CHECK(data_of(article).keywords.size() == 2000);
  CHECK(data_of(article).authors.size() == 2000);
}

TEST_CASE("What is no JSON says nothing") {
  for (const char* json : {"", "{", "[]", "null", "{\"@type\":7}", "{\"@type\":{}}", "<!-- -->"})
    CHECK(data_of(json).published.empty());
}

}  // namespace geul::indexer
