// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/markdown.hpp"

#include <catch2/catch.hpp>

#include "indexer/post/markdown_bounds.hpp"

namespace geul::indexer {
namespace {

std::vector<index::Section> sections(std::string_view body) {
  return read_sections(body, {AnchorRule::kramdown_gfm, ""});
}

/// All text, headings first in their sections, blocks parted by LF.
std::string text(std::string_view body) {
  std::string all;
  for (const index::Section& section : sections(body))
    for (const std::string& part : {section.heading, section.text})
      if (!part.empty()) all += (all.empty() ? "" : "\n") + part;
  return all;
}

std::string code(std::string_view body) {
  std::string all;
  for (const index::Section& section : sections(body)) all += section.code;
  return all;
}

}  // namespace

TEST_CASE("Offsets behind a byte order mark count it") {
  for (const std::string mark : {"\uFEFF", "\uFEFF\uFEFF"}) {
    const auto found = sections(mark + "# 하나\n글\n## 둘\n");
    REQUIRE(found.size() == 2);
    CHECK(found[0].heading == "하나");
    CHECK(found[0].file_offset == mark.size());
    CHECK(found[1].file_offset == mark.size() + 13);
  }
}

TEST_CASE("A written anchor holds nothing of a template within it") {
  CHECK(sections("# 하나 {#one{% raw %}two}\n").at(0).anchor == "onetwo");
  CHECK(sections("# 하나 {#{{ page.id }}}\n").at(0).anchor == "하나");
}

TEST_CASE("Behind a million marks a body is read as it was typed") {
  const std::string line = "*글*\n";  // three marks
  const std::size_t lines = kMaxMarks / 3;
  std::string body = "# 제목\n";
  for (std::size_t i = 0; i < lines + 2; ++i) body += line;
  body += "\n  # 끝\t \x1F**둘**\n";
  const auto found = sections(body);
  REQUIRE(found.size() == 1);
  CHECK(found[0].heading == "제목");
  const std::string& text = found[0].text;
  CHECK(text.substr(0, 7) == "글 글");
  CHECK(text.ends_with(" 글\n*글*\n*글*\n# 끝 **둘**"));
}

TEST_CASE("The markup of a body ends on a line's border where it can") {
  CHECK(end_of_markup("*a*\n- b. 1. c\n") == 14);
  const std::string many(kMaxMarks - 1, '[');
  CHECK(end_of_markup(many + "\n") == kMaxMarks);
  CHECK(end_of_markup(many + "\n글[\n") == kMaxMarks);
  CHECK(end_of_markup(many + "[[가") == kMaxMarks);
  CHECK(end_of_markup("") == 0);
}

TEST_CASE("An anchor is in NFC also where punctuation parted what composes") {
  CHECK(sections("# \u1112!\u1161!\u11AB\n").at(0).anchor == "한");
}

TEST_CASE("Sections by headings, with levels, anchors and offsets") {
  const std::string body =
      "앞글\n\n# 하나 `둘`\n글\n둘째 줄\n\n밑줄\n===\n\n### 하나 `둘`\n\n    코드\n";
  const auto found = sections(body);
  REQUIRE(found.size() == 4);
  CHECK(found[0].level == 0);
  CHECK(found[0].text == "앞글");
  CHECK(found[0].anchor.empty());
  CHECK(found[1].heading == "하나 둘");
  CHECK(found[1].level == 1);
  CHECK(found[1].anchor == "하나-둘");
  CHECK(found[1].text == "글 둘째 줄");
  CHECK(body.substr(found[1].file_offset, 2) == "# ");
  CHECK(found[2].heading == "밑줄");
  CHECK(body.substr(found[2].file_offset, 6) == "밑줄");
  CHECK(found[3].anchor == "하나-둘-1");
  CHECK(found[3].code == "코드");
}

TEST_CASE("CommonMark leaves its text") {
  CHECK(text("**굵게** *기울여* [링크](http://a.b/c \"t\") `a*b` ![그림](x.png)") ==
        "굵게 기울여 링크 a*b 그림");
  CHECK(text("- 하나\n- 둘\n  - 셋\n\n> 인용\n\n1. 넷\n\n***\n끝") == "하나\n둘\n셋\n인용\n넷\n끝");
  CHECK(text("줄  \n바꿈\\\n그리고\n계속") == "줄 바꿈 그리고 계속");
  CHECK(text("&amp; &hellip; &#44032; \\* AT&T") == "& … 가 * AT&T");
  CHECK(text("![사진](a.jpg)\n안녕하세요") == "사진\n안녕하세요");
  CHECK(text("[a]: http://x.y\n\n[글][a]") == "글");
  CHECK(text("") == "");
  CHECK(sections("\n \n").empty());
}

TEST_CASE("Code is apart and untouched") {
  CHECK(code("```js\n{% if %} {{ x }} [[y]] $a$ [^1] | b |\n```\n") ==
        "{% if %} {{ x }} [[y]] $a$ [^1] | b |");
  CHECK(code("~~~\n<<<<<<< HEAD\n$$\nx\n~~~") == "<<<<<<< HEAD\n$$\nx");
  CHECK(code("글\n\n    {{ 들여쓴 }}\n") == "{{ 들여쓴 }}");
  CHECK(text("`{{ x }}` ``a ` [[b]]`` `**c**` `http://a.b`") ==
        "{{ x }} a ` [[b]] **c** http://a.b");
  CHECK(text("- `{% a %}`\n- `[[b]]` {% c %}") == "{% a %}\n[[b]]");
}

TEST_CASE("Marks that CommonMark leaves beside Hangul go") {
  CHECK(text("**낱말(뜻)**은 **\"말\"**이라 ~~지움~~ 2 ** 3") ==
        "낱말(뜻)은 \"말\"이라 지움 2 ** 3");
  CHECK(text("~~한 일이 아직") == "~~한 일이 아직");
}

TEST_CASE("Web addresses go, the words around them stay") {
  CHECK(text("<https://a.b/c> 앞 https://a.b/c?d=e(f)에서, 뒤") == "앞 에서, 뒤");
  CHECK(text("[https://a.b](https://a.b) 글") == "글");
  CHECK(text("http://로 시작") == "http://로 시작");
}

TEST_CASE("Liquid, shortcodes and mustaches") {
  CHECK(text("앞 {% include a.html %} 뒤{{ site.title }}에\n\n{% if x %}\n가\n{% endif %}") ==
        "앞 뒤에\n가");
  CHECK(text("[글]({% post_url 2020-01-01-a %}) ![그림]({{ site.baseurl }}/a.png)") == "글 그림");
  CHECK(text("{{< figure src=\"a.png\" caption=\"설명 글\" >}}\n\n{{% notice %}}\n나\n{{% /notice "
             "%}}") == "설명 글\n나");
  CHECK(text("{% raw %}{{ 남김 }}{% endraw %} {% comment %}버림{% endcomment %} 끝") ==
        "{{ 남김 }} 끝");
  CHECK(text("닫지 않은 {{ 글 {% 글") == "닫지 않은 {{ 글 {% 글");
  CHECK(code("{% highlight java %}\nint a; // {{ x }}\n\n*b*\n{% endhighlight %}\n") ==
        "int a; // {{ x }}\n\n*b*");
  CHECK(code("{{< highlight go >}}\nx := 1\n{{< /highlight >}}\n") == "x := 1");
}

TEST_CASE("kramdown's attributes and ids") {
  CHECK(text("글{:.a} **굵게**{: .b #c}\n{: .d}\n\n* TOC\n{:toc}\n\n끝") == "글 굵게\n끝");
  const auto found =
      sections("## 하나 {#one}\n## 둘 {: #two .x}\n## 셋\n{: #three}\n## 넷 {/*four-id*/}\n");
  REQUIRE(found.size() == 4);
  CHECK(found[0].heading == "하나");
  CHECK(found[0].anchor == "one");
  CHECK(found[1].anchor == "two");
  CHECK(found[2].heading == "셋");
  CHECK(found[2].anchor == "three");
  CHECK(found[3].heading == "넷");
  CHECK(found[3].anchor == "four-id");
}

TEST_CASE("A heading without its space") {
  const auto found = sections("##제목\n글\n\n###셋\n\n#해시태그");
  REQUIRE(found.size() == 2);
  CHECK(found[0].heading == "제목");
  CHECK(found[0].level == 2);
  CHECK(found[1].level == 3);
  CHECK(found[1].text == "#해시태그");
}

TEST_CASE("MDX") {
  CHECK(text("import A from './a'\nimport 'b.css'\nexport const m = {\n  a: 1,\n}\n\n글 {/* 버림 "
             "*/}끝") == "글 끝");
  CHECK(text("import 문은 a를 가져온다") == "import 문은 a를 가져온다");
  CHECK(text("<Note>\n**중요** 글\n</Note>\n\n<Tabs a={[1, 2]}>둘</Tabs>") == "중요 글\n둘");
  CHECK(text("가 <span style={{color: 'red'}}>나</span> 다") == "가 나 다");
  CHECK(text("<Image alt=\"그림\" src={a} />") == "그림");
  CHECK(text("List\\<String> 과 a < b") == "List<String> 과 a < b");
}

TEST_CASE("Wiki links") {
  CHECK(text("[[/cmd/sed]]{sed}를 [[page]] [[a/b|글]] [[c#d]]") == "sed를 page 글 c");
  CHECK(text("a[[0]] [[]] [[x") == "a0 [[]] [[x");
}

TEST_CASE("Footnotes") {
  CHECK(text("글[^1]이다.[^긴-이름]\n\n[^1]: 각주 하나\n[^긴-이름]: 각주 둘") ==
        "글이다.\n각주 하나 각주 둘");
  CHECK(text("[^1]: 낱말") == "낱말");
}

TEST_CASE("Math goes") {
  CHECK(text("질량 $E = mc^2$ 은 $x$ 다") == "질량 은 다");
  CHECK(text("앞 $$a + b$$ 뒤\n\n$$\n\\frac{가}{나}\n\n    c\n$$\n\n끝") == "앞 뒤\n끝");
  CHECK(text("$5 그리고 $10, $HOME/$USER, PHP의 $a와 $b") ==
        "$5 그리고 $10, $HOME/$USER, PHP의 $a와 $b");
  CHECK(text("\\\\(x^2\\\\) 이다") == "이다");
}

TEST_CASE("Admonitions") {
  CHECK(text(":::tip 알아 두기\n글\n:::\n\n:::note[제목]\n둘\n:::") == "알아 두기 글\n제목 둘");
  CHECK(text("!!! note \"제목\"\n    안의 글\n\n    둘째\n\n밖") == "제목 안의 글\n둘째\n밖");
  CHECK(text("> [!NOTE]\n> 글") == "글");
}

TEST_CASE("Tables") {
  CHECK(text("| 이름 | 값 |\n|---|:-:|\n| 가 | `a` |\n| 나 | **b** |\n\n끝") ==
        "이름 · 값\n가 · a\n나 · b\n끝");
  CHECK(text("이름 | 값\n--- | ---\n가 | 나") == "이름 · 값\n가 · 나");
  CHECK(text("| 가 | 나 |\n| 다 | 라 |") == "가 · 나\n다 · 라");
  CHECK(text("a | b 는 표가 아니다") == "a | b 는 표가 아니다");
}

TEST_CASE("Raw HTML leaves its text") {
  CHECK(text("<div class=\"a\">\n  <p>하나<br>둘</p>\n  <img src=\"x\" alt=\"그림\">\n</div>") ==
        "하나\n둘\n그림");
  CHECK(text("<!-- 버림 -->글<!--\n\n버림 -->\n\n<script>\nvar a;\n\nvar "
             "b;\n</script>\n<style>b{}</style>\n끝") == "글\n끝");
  CHECK(text("가<kbd>Ctrl</kbd>나<br/>다 <b>라</b>") == "가Ctrl나 다 라");
  CHECK(text("<table><tr><td>가</td><td>나 &amp; 다</td></tr></table>") == "가 · 나 & 다");
  CHECK(code("<pre><code>a &lt; b\n</code></pre>") == "a < b");
  CHECK(text("<details>\n<summary>열기</summary>\n\n안의 **글**\n\n</details>") == "열기\n안의 글");
}

TEST_CASE("Task lists, definitions, merge marks") {
  CHECK(text("- [ ] 할 일\n- [x] 한 일") == "할 일\n한 일");
  CHECK(text("낱말\n: 뜻풀이") == "낱말 뜻풀이");
  CHECK(text("앞\n<<<<<<< HEAD\n우리\n=======\n그쪽\n>>>>>>> abc\n뒤") == "앞\n우리\n그쪽\n뒤");
}

}  // namespace geul::indexer
