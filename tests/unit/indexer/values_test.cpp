// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/values.hpp"

#include <catch2/catch.hpp>

#include "indexer/post/title.hpp"
#include "tests/unit/indexer/post_support.hpp"

namespace geul::indexer {

using test::with_front_matter;

TEST_CASE("Who sees a post") {
  const auto seen = [](std::string_view yaml) { return with_front_matter(yaml).visibility; };
  CHECK(seen("title: a") == Visibility::shown);
  CHECK(seen("draft: true") == Visibility::draft);
  CHECK(seen("draft: 'True'") == Visibility::draft);
  CHECK(seen("draft: \"false\"") == Visibility::shown);
  CHECK(seen("public: false") == Visibility::unpublished);
  CHECK(seen("published: 'no'") == Visibility::unpublished);
  CHECK(seen("published: 2022-01-01") == Visibility::shown);
  CHECK(test::read_post("글", "_drafts/글.md")->visibility == Visibility::draft);
  CHECK(with_front_matter("draft: 언젠가").warnings.size() == 1);
}

TEST_CASE("A title from front matter, the first heading, the file's name") {
  CHECK(with_front_matter("title : 제목, 쉼표").document.title == "제목, 쉼표");
  CHECK(with_front_matter("title: [공지]").document.title == "[공지]");
  CHECK(with_front_matter("title: ''").document.title == "name");
  CHECK(test::read_post("글\n\n## **머리**말 `x`\n")->document.title == "머리말 x");
  CHECK(title_of_path("_posts/2018-02-07-한글-검색_엔진.md") == "한글 검색 엔진");
  CHECK(title_of_path("a/검색 엔진 a-z.md") == "검색 엔진 a-z");
  CHECK(title_of_path("글/나의-글/index.md") == "나의 글");
  CHECK(title_of_path("글/-.md") == "글/-.md");
  CHECK(title_of_path("_.md") == "_.md");
  CHECK(title_of_path("2018-02-07.md") == "2018 02 07");
  const Post table = with_front_matter("title: {a: b}");
  CHECK(table.document.title == "name");
  CHECK(table.warnings.size() == 1);
}

TEST_CASE("The other values") {
  const auto document =
      with_front_matter("description: 요약\nlang: ko\nseries: 연재\nupdated: 2020-01-01").document;
  CHECK(document.summary == "요약");
  CHECK(document.language == "ko");
  CHECK(document.series == "연재");
  CHECK(with_front_matter("subtitle: 부제\nexcerpt: 발췌").document.summary == "발췌");
  CHECK(with_front_matter("summary: \"두\\n줄\"").document.summary == "두 줄");
  CHECK(with_front_matter("title: a\ntitle: b").warnings.size() == 1);
}

TEST_CASE("Text is cleaned") {
  CHECK(clean_line(std::string_view("a\0b\t\n c ", 8)) == "a b c");
  CHECK(clean_line("\u1112\u1161\u11AB") == "한");
  CHECK(clean_line("\xFF") == "\uFFFD");
  CHECK(quote(std::string(500, 'x')).size() < 140);
}

}  // namespace geul::indexer
