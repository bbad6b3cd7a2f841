// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_title.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/indexer/html/page_support.hpp"

namespace geul::indexer {

TEST_CASE("A page's title is the first that it says, without the site's name") {
  CHECK(title_of_page({"표시", "공유", "제목", "문서", ""}) == "표시");
  CHECK(title_of_page({"", "공유", "제목", "문서", ""}) == "공유");
  CHECK(title_of_page({"", "제목 | 블로그", "제목", "문서", ""}) == "제목");
  CHECK(title_of_page({"", "블로그 - 제목", "제목", "문서", ""}) == "제목");
  CHECK(title_of_page({"", "제목이 긴 글", "제목", "", ""}) == "제목이 긴 글");
  CHECK(title_of_page({"", "제목-하나", "제목", "", ""}) == "제목-하나");
  CHECK(title_of_page({"", "", "제목", "문서", ""}) == "제목");
  CHECK(title_of_page({"", "", "", "문서 · 블로그", "블로그"}) == "문서");
  CHECK(title_of_page({"", "", "", "블로그 :: 문서", "블로그"}) == "문서");
  CHECK(title_of_page({"", "", "", "블로그", "블로그"}) == "블로그");
  CHECK(title_of_page({"", "", "", "문서 - 블로그", ""}) == "문서 - 블로그");
  CHECK(title_of_page({"", " ", "", "", " "}) == " ");
}

TEST_CASE("The heading of the matter counts before those around it") {
  CHECK(test::document_of("<h1>블로그</h1><main><h1>글</h1><p>가</main>").title == "글");
  CHECK(test::document_of("<header><h1>블로그</h1></header><main><p>가</main>").title != "블로그");
  CHECK(test::document_of("<main><header><h1>글</h1></header><article><p>가나다</article></main>")
            .title == "글");
  CHECK(test::document_of("<p data-pagefind-meta=title>이름</p><h1>글</h1>").title == "이름");
  CHECK(test::document_of("<title>&lt;b> 태그 <b></title><p>가").title == "<b> 태그 <b>");
}

}  // namespace geul::indexer
