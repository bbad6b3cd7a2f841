// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "tests/unit/indexer/html/page_support.hpp"

namespace geul::test {

using indexer::Unmarked;
using indexer::Visibility;

TEST_CASE("The matter of a page is its article, its main, or its body without the frame") {
  CHECK(text_of("<nav>차례</nav><main><h2>앞</h2>곁<article>글 한 편의 긴 본문</article></main>") ==
        "글 한 편의 긴 본문");
  CHECK(text_of("<div>밖</div><main>본문<aside>덧붙임</aside></main>") == "본문\n덧붙임");
  CHECK(text_of("<div>밖</div><div role=main>본문</div>") == "본문");
  CHECK(text_of("<header>머리</header><p>본문<aside>곁</aside><div role=navigation>차례</div>"
                "<footer>발</footer>") == "본문");
  CHECK(text_of("<main><article>하나</article><article>둘</article></main>") == "하나\n둘");
  CHECK(text_of("<main>긴 본문이 여기에 있습니다<article>카드</article></main>") ==
        "긴 본문이 여기에 있습니다\n카드");
}

TEST_CASE("A table of the page's headings is none of its matter") {
  CHECK(text_of("<ul id=markdown-toc><li>하나</ul>글") == "글");
  CHECK(text_of("<div class='toc'>\n<ul><li>하나</ul></div>글") == "글");
  CHECK(text_of("<div id=toc class=toc2><div id=toctitle>차례</div><ul><li>하나</ul></div>글") ==
        "글");
  CHECK(text_of("<div class='post toc'><p>글</div>") == "글");
}

TEST_CASE("What an author marks is the matter") {
  CHECK(
      text_of("<main>밖<p data-pagefind-body>하나<nav>차례</nav></p><p data-geul-body>둘</main>") ==
      "하나\n둘");
  CHECK(text_of("<main>본문<div data-pagefind-ignore><p data-geul-body>나</div></main>") == "본문");
  CHECK(text_of("<p>가<b data-geul-ignore>나</b>다<i data-pagefind-ignore=all>라</i>") == "가다");
}

TEST_CASE("What no reader sees is none of the text") {
  CHECK(text_of("<p>가<script>나</script><style>다</style><template>라</template><noscript>마"
                "</noscript><svg><text>바</text></svg><p hidden>사</p><p aria-hidden=true>아</p>"
                "<button>자</button><select><option>차</select><!-- 카 -->") == "가");
  CHECK(text_of("<p hidden=until-found>보임") == "보임");
}

TEST_CASE("A form around the matter is none") {
  CHECK(text_of("<form action=./><input><div><h1>제목</h1><p>본문</div></form>").ends_with("본문"));
  CHECK(text_of("<form><main>본문<label>이름</label><button>보내기</button></main></form>") ==
        "본문");
  CHECK(text_of("<main>본문<form>이름 <input></form></main>") == "본문");
  CHECK(text_of("<h2>앞</h2><form>이름<input></form><article>본문</article>") == "본문");
  CHECK(text_of("<form hidden><h1>제목</h1><p>본문</p></form>글") == "글");
}

TEST_CASE("Pages that are no posts are left out") {
  const auto seen = [](std::string_view html, const std::string& path = "a.html",
                       Unmarked unmarked = Unmarked::take) {
    return try_page(html, path, unmarked)->visibility;
  };
  CHECK(seen("<p>글") == Visibility::shown);
  CHECK(seen("<p>글", "404.html") == Visibility::left_out);
  CHECK(seen("<p>글", "404/index.html") == Visibility::left_out);
  CHECK(seen("<p>글", "ko/404.html") == Visibility::left_out);
  CHECK(seen("<p>글", "zh-Hans/404/index.html") == Visibility::left_out);
  CHECK(seen("<meta http-equiv=Refresh content='0; URL=/b/'>") == Visibility::left_out);
  CHECK(seen("<meta http-equiv=refresh content=30><p>글") == Visibility::shown);
  CHECK(seen("<meta name=ROBOTS content='NoIndex, follow'><p>글") == Visibility::unpublished);
  CHECK(seen("<meta name=robots content='noindexes'><p>글") == Visibility::shown);
  CHECK(seen("<p>글", "a.html", Unmarked::leave_out) == Visibility::left_out);
  CHECK(seen("<p data-pagefind-body>글", "a.html", Unmarked::leave_out) == Visibility::shown);
}

TEST_CASE("A post may be called 404") {
  for (const char* path : {"posts/404/index.html", "til/404.html", "ko/posts/404.html",
                           "2024/404/index.html", "ko-/404.html", "404/index/a.html"}) {
    INFO(path);
    CHECK(try_page("<p>글", path)->visibility == Visibility::shown);
  }
}

TEST_CASE("Whether a page marks its matter is seen by its elements, not by its words") {
  CHECK(indexer::marks_matter("<p data-geul-body>글"));
  CHECK(indexer::marks_matter("<p DATA-PAGEFIND-BODY>글 data-pagefind-body"));
  CHECK_FALSE(indexer::marks_matter("<p>data-pagefind-body"));
  CHECK_FALSE(indexer::marks_matter("<!-- <p data-geul-body> -->글"));
  CHECK_FALSE(indexer::marks_matter(""));
}

TEST_CASE("A page without text and title is no post") {
  const auto none = try_page("<nav>차례</nav>", "x/index.html");
  REQUIRE_FALSE(none);
  CHECK(none.error().code == ErrorCode::malformed);
  CHECK(document_of("<p>글", "검색-엔진/index.html").title == "검색 엔진");
}

}  // namespace geul::test
