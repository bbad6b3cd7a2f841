// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "indexer/post/markdown.hpp"

namespace geul::indexer {
namespace {

std::string all_text(std::string_view body) {
  std::string text;
  for (const index::Section& section : read_sections(body, {})) text += section.text;
  return text;
}

}  // namespace

TEST_CASE("A link definition may stand right below a footnote") {
  CHECK(all_text("[문서][a]와 ![그림][b]\n\n[^1]: 주석 한 줄.\n[a]: https://a.b/c\n"
                 "[b]: /d.png \"제목\"\n") == "문서와 그림\n주석 한 줄.");
  CHECK(all_text("[문서][a]\n\n[^1]: 주석\n    이어지는 줄\n[a]: https://a.b\n") ==
        "문서\n주석 이어지는 줄");
  CHECK(all_text("[가][a] [나][b]\n\n[^1]: 하나 둘.\n[a]: /x\n[^2]: 셋은 [나][b].\n[b]: /y\n") ==
        "가 나\n하나 둘.\n셋은 나.");
  // What stands behind it, even an open fence, does not reach the definition.
  const auto open = read_sections("[^1]: 주석 한 줄.\n[a]: /x\n\n[글][a]\n\n```\n코드\n", {});
  REQUIRE(open.size() == 1);
  CHECK(open[0].text == "주석 한 줄.\n글");
  CHECK(open[0].code == "코드");
}

TEST_CASE("Other lines below a footnote, and code, stay what they are") {
  CHECK(all_text("[글][a]\n\n[^1]: 주석 한 줄.\n[a]: 주소가 아닌 말\n") ==
        "[글][a]\n주석 한 줄. [a]: 주소가 아닌 말");
  const auto code = read_sections("```\n[^1]: 주석 한 줄.\n[a]: /x\n```\n\n[글][a]\n", {});
  REQUIRE(code.size() == 1);
  CHECK(code[0].code == "[^1]: 주석 한 줄.\n[a]: /x");
  CHECK(code[0].text == "[글][a]");
}

TEST_CASE("Definitions that were lifted leave offsets and headings' ids alone") {
  const std::string body =
      "[^1]: 주석 한 줄.\n[a]: /x\n\n## 첫째 {#one}\n글\n\n[^2]: 둘째 줄.\n[b]: /y\n\n##둘째\n끝\n";
  const auto sections = read_sections(body, {});
  REQUIRE(sections.size() == 3);
  CHECK(sections[0].file_offset < body.find("[a]"));
  CHECK(sections[1].anchor == "one");
  CHECK(sections[1].file_offset == body.find("## 첫째"));
  CHECK(sections[1].text == "글\n둘째 줄.");
  CHECK(sections[2].file_offset == body.find("##둘째"));
  CHECK(sections[2].heading == "둘째");
  CHECK(sections[2].level == 2);
}

}  // namespace geul::indexer
