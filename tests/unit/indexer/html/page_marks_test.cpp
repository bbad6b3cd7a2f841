// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_marks.hpp"

#include <catch2/catch.hpp>

namespace geul::indexer {
namespace {

/// "key=value" of each capture of an attribute on <p title=T alt=A>글 한 편</p>.
std::vector<std::string> captured(std::string_view list) {
  const auto page = PageTree::parse("<p title=T alt='A  B'>글  한\n편<script>x</script></p>");
  std::vector<std::string> all;
  for (const Capture& capture : read_captures(*page, 3, list))
    all.push_back(capture.key + (capture.value ? "=" + *capture.value : " of the text"));
  return all;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("A capture takes the element's text, an attribute, or what is typed") {
  CHECK(captured("tag") == Texts{"tag of the text"});
  CHECK(captured("tag[title], b[alt]") == Texts{"tag=T", "b=A B"});
  CHECK(captured("key: 값, 그리고 나머지[x]") == Texts{"key=값, 그리고 나머지[x]"});
  CHECK(captured("a, b[title], c:d,e") == Texts{"a of the text", "b=T", "c=d,e"});
  CHECK(captured("x[xlink:href]") == Texts{"x="});
  CHECK(captured("a[none]") == Texts{"a="});
  CHECK(captured(":v").empty());
  CHECK(captured("k:") == Texts{"k="});
  CHECK(captured("").empty());
  CHECK(captured(", ,").empty());
  CHECK(captured("a[title") == Texts{"a[title of the text"});
}

TEST_CASE("Our attribute counts before Pagefind's") {
  const auto page =
      PageTree::parse("<p data-pagefind-filter=a data-geul-filter=b>가<p data-pagefind-filter=c>");
  CHECK(mark_of(*page, 3, "filter") == "b");
  CHECK(mark_of(*page, 5, "filter") == "c");
  CHECK_FALSE(mark_of(*page, 5, "body"));
}

TEST_CASE("What is ignored of an element") {
  const auto ignored = [](const std::string& attribute) {
    return ignored_of(*PageTree::parse("<p " + attribute + ">"), 3);
  };
  CHECK(ignored("") == Ignore::nothing);
  CHECK(ignored("data-pagefind-ignore") == Ignore::text);
  CHECK(ignored("data-geul-ignore=index") == Ignore::text);
  CHECK(ignored("data-pagefind-ignore=all") == Ignore::all);
}

}  // namespace geul::indexer
