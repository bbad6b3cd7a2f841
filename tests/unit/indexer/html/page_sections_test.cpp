// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "tests/unit/indexer/html/page_support.hpp"

namespace geul::test {

TEST_CASE("Headings part a page into sections, with their anchors") {
  const auto sections =
      document_of(
          "<title>글</title><p>앞<h2 id=하나>하나 <a href='#하나'>¶</a></h2><p>가"
          "<h3><a name=two></a>둘</h3>나<section id=three>\n<h4>셋</h4>다</section>"
          "<div id=no>라<h5>넷</h5></div>")
          .sections;
  REQUIRE(sections.size() == 5);
  CHECK(sections[0].level == 0);
  CHECK(sections[0].text == "앞");
  CHECK(sections[1].heading == "하나");
  CHECK(sections[1].anchor == "하나");
  CHECK(sections[1].level == 2);
  CHECK(sections[1].text == "가");
  CHECK(sections[2].anchor == "two");
  CHECK(sections[2].text == "나");
  CHECK(sections[3].anchor == "three");
  CHECK(sections[3].text == "다\n라");
  CHECK(sections[4].heading == "넷");
  CHECK(sections[4].anchor.empty());
}

TEST_CASE("A section begins at its heading's byte of the file") {
  const std::string html = "<p>\xEF\xBB\xBF앞\r\n<h2>하나</h2>";
  const auto sections = document_of("<title>글</title>\r\n" + html).sections;
  REQUIRE(sections.size() == 2);
  CHECK(("<title>글</title>\r\n" + html).substr(sections[1].file_offset, 4) == "<h2>");
}

TEST_CASE("The title that the page shows is no section, and other h1 are") {
  const auto sections =
      document_of("<h1>제목 <a class=headerlink href='#t'>¶</a></h1><p>가<h1>제목</h1>나").sections;
  REQUIRE(sections.size() == 2);
  CHECK(sections[0].heading.empty());
  CHECK(sections[0].text == "가");
  CHECK(sections[1].heading == "제목");
}

TEST_CASE("Text has a browser's white space") {
  CHECK(text_of("<p>가  나\n\t다<br>라<p><b>굵은</b>글<div>마<div>바</div>사</div>") ==
        "가 나 다 라\n굵은글\n마\n바\n사");
  CHECK(text_of("<ul><li>하나<li>둘<ul><li>셋</ul></ul><dl><dt>이름<dd>뜻</dl>") ==
        "하나\n둘\n셋\n이름\n뜻");
  CHECK(text_of("<table><caption>표</caption><tr><th>가<th>나<tr><td>다<td><p>라</table>") ==
        "표\n가 · 나\n다\n라");
  CHECK(text_of("<p>앞<img alt='그림 설명' src=a.png>뒤") == "앞 그림 설명 뒤");
  CHECK(text_of("<p><ruby>漢字<rp>(</rp><rt>한자</rt><rp>)</rp></ruby>는") == "漢字는");
  CHECK(text_of("<p>&amp;&#44032;&nbsp;\x1F끝") == "&가\xC2\xA0 끝");
  CHECK(text_of("<img data-pagefind-index-attrs='title, alt' title=이름 src=x>") == "이름");
}

TEST_CASE("Code blocks are code as it was typed, inline code is text") {
  const auto sections = document_of(
                            "<title>t</title><p>함수 <code>a_b()</code>는<pre><code>int "
                            "<b>x</b>;\n  y;\n</code></pre>")
                            .sections;
  REQUIRE(sections.size() == 1);
  CHECK(sections[0].text == "함수 a_b()는");
  CHECK(sections[0].code == "int x;\n  y;");
}

TEST_CASE("The numbers beside lines of code are none of it") {
  const auto code = [](std::string_view html) {
    std::string all;
    for (const auto& section : document_of("<title>t</title>" + std::string(html)).sections)
      all += section.code;
    return all;
  };
  CHECK(code("<table><tr><td class='rouge-gutter gl'><pre>1\n2</pre><td><pre>a\nb</pre></table>") ==
        "a\nb");
  CHECK(code("<pre><span class=ln>1</span>a\n<span class=ln>2</span>b</pre>") == "a\nb");
  CHECK(code("<pre><div class=line>a</div><div class=line>b</div></pre>") == "a\nb");
  CHECK(code("<pre><span>a</span><br><span>b</span></pre>") == "a\nb");
}

TEST_CASE("Pages in CP949 and decomposed letters are read as posts are") {
  CHECK(text_of("<p>\xC7\xD1\xB1\xDB \xB0\xCB\xBB\xF6\xC0\xBB \xC7\xD5\xB4\xCF\xB4\xD9") ==
        "한글 검색을 합니다");
  CHECK(text_of("<p>\xE1\x84\x80\xE1\x85\xA1&#x11A8;") == "각");
}

}  // namespace geul::test
