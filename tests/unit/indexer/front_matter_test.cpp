// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/front_matter.hpp"

#include <catch2/catch.hpp>

#include "indexer/post/rescue.hpp"

namespace geul::indexer {
namespace {

std::string_view body_of(std::string_view text) {
  return text.substr(find_front_matter(text).body_begin);
}

}  // namespace

TEST_CASE("Fences are found as people write them") {
  for (const char* text :
       {"---\na: 1\n---\n본문", "---  \na: 1\n---\t\n본문", "\n \n---\na: 1\n---\n본문",
        "----\na: 1\n-----\n본문", "---\na: 1\n...\n본문"}) {
    CAPTURE(text);
    CHECK(find_front_matter(text).format == FrontMatterFormat::yaml);
    CHECK(find_front_matter(text).text == "a: 1\n");
    CHECK(body_of(text) == "본문");
  }
  CHECK(find_front_matter("+++\na = 1\n+++ \n본문").format == FrontMatterFormat::toml);
  CHECK(body_of("---\n---\n본문") == "본문");
  CHECK(find_front_matter("\n---\na: 1\n---\n").line == 3);
}

TEST_CASE("A thematic break is no fence") {
  for (const char* text : {"---\n\n그냥 글\n\n---\n더", "글\n---\na: 1\n---\n",
                           "--- 제목\na: 1\n---\n", "---\n닫히지 않은 글\n", "---", ""}) {
    CAPTURE(text);
    CHECK(find_front_matter(text).format == FrontMatterFormat::none);
    CHECK(body_of(text) == text);
  }
}

TEST_CASE("An unclosed fence ends where no key can stand") {
  const auto read = read_front_matter("---\ntitle: 글\ntags:\n  - a\n\n본문\n", "f.md");
  CHECK(read.values.find("title")->text == "글");
  CHECK(read.values.find("tags")->items[0].text == "a");
  REQUIRE(read.warnings.size() == 1);
  CHECK(read.warnings[0].place.file == "f.md");
  CHECK(read.warnings[0].place.line == 2);
}

TEST_CASE("Broken YAML is read line by line, with one warning") {
  const std::string text =
      "---\ntitle: Java: 제네릭\nsummary: `sed`로 한 번에\ndate: 2020-01-02\ntags:\n  - 자바\n  - "
      "[b, c\n"
      "---\n본문";
  const auto read = read_front_matter(text, "f.md");
  CHECK(read.values.find("title")->text == "Java: 제네릭");
  CHECK(read.values.find("summary")->text == "`sed`로 한 번에");
  CHECK(read.values.find("date")->text == "2020-01-02");
  CHECK(read.values.find("tags")->items[0].text == "자바");
  CHECK(read.warnings.size() == 1);
  CHECK(text.substr(read.body_begin) == "본문");
}

TEST_CASE("What can be saved of broken lines") {
  const auto one = [](std::string_view text) { return rescue_yaml(text, 1); };
  CHECK(one("title: [Book] 일하는 법\n").find("title")->text == "[Book] 일하는 법");
  CHECK(one("title: '이다'에 관하여\n").find("title")->text == "'이다'에 관하여");
  CHECK(one("title: \"따옴표 \"안\" 따옴표\"\n").find("title")->text == "따옴표 \"안\" 따옴표");
  CHECK(one("description:붙여 쓴 값\n").find("description")->text == "붙여 쓴 값");
  CHECK(one("description: 첫 줄\n둘째 줄이다\n").find("description")->text == "첫 줄 둘째 줄이다");
  const auto inner = one("layout: post title: \"한 줄에 모두\" category: blog\n\ntags: [a, b]\n");
  CHECK(inner.find("title")->text == "한 줄에 모두");
  CHECK(inner.find("category")->text == "blog");
  CHECK(inner.find("tags")->items.size() == 2);
  CHECK(one("\ttitle: 탭\nx: 1\n").find("x")->text == "1");
}

TEST_CASE("Of an unresolved merge our side is read") {
  const auto read = rescue_yaml(
      "<<<<<<< HEAD\ntitle: 우리 것\n=======\ntitle: 그쪽 것\n>>>>>>> abc\ndate: 2020-01-02\n", 1);
  CHECK(read.find("title")->text == "우리 것");
  CHECK(read.find("date")->text == "2020-01-02");
  CHECK(read.members.size() == 2);
}

TEST_CASE("Broken TOML is read line by line, too") {
  const auto read = rescue_toml("title = \"제목 \"하나\" 더\"\ndraft = true\n", 3);
  CHECK(read.find("title")->text == "제목 \"하나\" 더");
  CHECK(read.find("draft")->text == "true");
  CHECK(read.find("draft")->line == 4);
}

}  // namespace geul::indexer
