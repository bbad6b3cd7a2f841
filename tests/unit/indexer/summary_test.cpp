// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/summary.hpp"

#include <catch2/catch.hpp>

namespace geul::indexer {
namespace {

std::string summary(std::string_view yaml) {
  WarningList warnings("f");
  return read_summary(parse_yaml(yaml).value(), warnings);
}

std::string of_text(std::string text) {
  MetaValue table;
  table.kind = MetaValue::Kind::table;
  MetaValue value;
  value.kind = MetaValue::Kind::scalar;
  value.text = std::move(text);
  table.members.emplace_back("summary", std::move(value));
  WarningList warnings("f");
  return read_summary(table, warnings);
}

}  // namespace

TEST_CASE("A summary is plain text") {
  CHECK(of_text("작은 모임에서 이야기한 것들") == "작은 모임에서 이야기한 것들");
  CHECK(of_text("## 제목 **굵게** 쓴 [글](https://a.b/c)과 `code`") == "제목 굵게 쓴 글과 code");
  CHECK(of_text("![그림](/a.png) 뒤") == "그림 뒤");
  CHECK(of_text("<div>안 [글](/x) **굵게**</div> <br> 밖") == "안 글 굵게 밖");
  CHECK(of_text("A &amp; B") == "A & B");
}

TEST_CASE("Lines that were joined into one") {
  CHECK(of_text("### 제목 ```javascript import a from 'a' ``` 다음 ## 둘째 글") ==
        "제목 import a from 'a' 다음 둘째 글");
  CHECK(of_text("앞 ```js const a = b * c * d") == "앞 const a = b * c * d");
  CHECK(of_text("```js const a") == "const a");
  CHECK(of_text("``` npm i ``` 뒤") == "npm i 뒤");
  CHECK(summary("summary: '### 가\n\n  ```js let a = 1\n\n  ``` ## 나'") == "가 let a = 1 나");
}

TEST_CASE("Summaries that were cut off") {
  CHECK(of_text("앞의 [좋은 글](htt...") == "앞의 좋은 글...");
  CHECK(of_text("앞 ![그림](...") == "앞 그림...");
  CHECK(of_text("앞 **굵은 글인데 여기서...") == "앞 굵은 글인데 여기서...");
  CHECK(of_text("2 ** 3과 [가](나) 뒤") == "2 ** 3과 가 뒤");
}

TEST_CASE("Summaries of several lines") {
  CHECK(summary("summary: |\n  # 가\n\n  - 나\n  - 다\n\n  ```js\n  let a;\n  ```") ==
        "가 나 다 let a;");
}

TEST_CASE("Where there was text, some is left") {
  CHECK(of_text("2022. 회고") == "2022. 회고");
  CHECK(of_text("1) 첫째") == "1) 첫째");
  CHECK(of_text("https://a.b/c") == "https://a.b/c");
  CHECK(of_text("[공지]: 서버") == "[공지]: 서버");
  CHECK(of_text("import a from 'a'") == "import a from 'a'");
  CHECK(summary("summary: '![](/a.png)'\ndescription: 글") == "글");
  CHECK(summary("summary: ''\nexcerpt: 글") == "글");
  CHECK(summary("summary: [공지]") == "[공지]");
  CHECK(summary("title: x").empty());
}

}  // namespace geul::indexer
