// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "tests/unit/indexer/post_support.hpp"

namespace geul::indexer {

using Names = std::vector<std::string>;

namespace {

// The shape of the posts this was made for, in our own words.
constexpr std::string_view kMeetup =
    "---\nlayout: post\ntitle : 두 번째 발표, 모임 후기\nsummary : 작은 모임에서 이야기한 것들\n"
    "categories:\n  - 대외활동\ntags:\n  - [발표, 모임, 이직]\ndate  : 2022-07-28 00:00:00 +0900\n"
    "author: 김글\npublic: true\nlatex: false\n---\n![사진](/images/a.jpg)\n안녕하세요.  \n모아루 "
    "SRE팀 김글입니다.\n\n"
    "### 발표를 맡기까지\n키오스크와 c++ 이야기를 했습니다.\n\n### 후기\n다음에 또 만나요 :)\n";

}  // namespace

TEST_CASE("A post of the reference shape is read whole") {
  const Post post = test::read_post(kMeetup, "_posts/2022-07-28-meetup.md").value();
  const index::Document& document = post.document;
  CHECK(post.warnings.empty());
  CHECK(post.visibility == Visibility::shown);
  CHECK(document.id.str() == "_posts/2022-07-28-meetup.md");
  CHECK(document.path == "/site/_posts/2022-07-28-meetup.md");
  CHECK(document.title == "두 번째 발표, 모임 후기");
  CHECK(document.summary == "작은 모임에서 이야기한 것들");
  CHECK(document.categories == Names{"대외활동"});
  CHECK(document.tags == Names{"발표", "모임", "이직"});
  CHECK(document.authors == Names{"김글"});
  CHECK(to_iso(*document.date) == "2022-07-28T00:00:00+09:00");
  CHECK(document.url == "/%EB%8C%80%EC%99%B8%ED%99%9C%EB%8F%99/2022/07/28/meetup.html");
  REQUIRE(document.sections.size() == 3);
  CHECK(document.sections[0].text == "사진\n안녕하세요. 모아루 SRE팀 김글입니다.");
  CHECK(document.sections[1].anchor == "발표를-맡기까지");
  CHECK(document.sections[1].level == 3);
  CHECK(kMeetup.substr(document.sections[2].file_offset, 10) == "### 후기");
}

TEST_CASE("TOML front matter") {
  const Post post = test::read_post(
                        "+++\ntitle = \"제목\"\ndate = 2021-03-04\ndraft = false\n[taxonomies]\n"
                        "tags = [\"가\", \"나\"]\ncategories = [\"다\"]\n+++\n글\n")
                        .value();
  CHECK(post.document.title == "제목");
  CHECK(to_iso(*post.document.date) == "2021-03-04");
  CHECK(post.document.tags == Names{"가", "나"});
  CHECK(post.document.categories == Names{"다"});
  CHECK(post.warnings.empty());
}

TEST_CASE("Bytes of every kind become clean text, and offsets stay those of the file") {
  const std::string body = "글\r\n\r\n## 머리말\r\n끝\r\n";
  const std::string bytes = "\xEF\xBB\xBF---\r\ntitle: 하나\r\n---\r\n" + body;
  const Post post = test::read_post(bytes).value();
  CHECK(post.document.title == "하나");
  REQUIRE(post.document.sections.size() == 2);
  CHECK(bytes.substr(post.document.sections[1].file_offset, 3) == "## ");
  const Post decomposed =
      test::read_post("---\ntitle: \u1112\u1161\u11AB\n---\n\u1100\u1161\n").value();
  CHECK(decomposed.document.title == "한");
  CHECK(decomposed.document.sections[0].text == "가");
  CHECK(test::read_post("# \xC7\xD1\xB1\xDB \xB0\xCB\xBB\xF6\n")->document.title == "한글 검색");
  const Post damaged = test::read_post(std::string_view("제목\0과 \xFF 글\n", 17)).value();
  CHECK(damaged.document.sections[0].text.find('\0') == std::string::npos);
  CHECK_FALSE(damaged.warnings.empty());
}

TEST_CASE("Nothing to index is an error that a person understands") {
  for (const char* text : {"", "---\ndate: 2020-01-01\n---\n", " \n\n", "<!-- 없음 -->"}) {
    CAPTURE(text);
    const auto post = test::read_post(text);
    REQUIRE_FALSE(post);
    CHECK(post.error().code == ErrorCode::malformed);
    CHECK(post.error().message.find("no text and no title") != std::string::npos);
    CHECK_FALSE(post.error().hint.empty());
  }
  CHECK(test::read_post("---\ntitle: 제목만\n---\n"));
  CHECK(test::read_post("```\n코드만\n```"));
}

TEST_CASE("An unresolved merge is a warning, but not within code") {
  CHECK(test::read_post("글\n<<<<<<< HEAD\n가\n=======\n나\n>>>>>>> x\n")->warnings.size() == 1);
  CHECK(test::read_post("```\n<<<<<<< HEAD\n가\n=======\n나\n>>>>>>> x\n```\n")->warnings.empty());
}

TEST_CASE("JSON records") {
  const PostSource source{DocumentId("all.jsonl"), "all.jsonl", "all.jsonl"};
  const auto site = test::jekyll();
  const Post post =
      read_json_post(
          R"({"_id": "q-1", "title": "제목", "tags": ["가"], "text": "앞\n\n## 뒤\n글\u0000"})", 4,
          source, *site)
          .value();
  CHECK(post.document.id.str() == "q-1");
  CHECK(post.document.title == "제목");
  CHECK(post.document.tags == Names{"가"});
  CHECK(post.document.url.empty());
  REQUIRE(post.document.sections.size() == 2);
  CHECK(post.document.sections[1].text == "글");
  CHECK(read_json_post(R"({"id": 7, "body": "글"})", 1, source, *site)->document.id.str() == "7");
  CHECK(read_json_post(R"({"body": "글", "url": "https://x.y/a b"})", 1, source, *site)
            ->document.url == "https://x.y/a%20b");
  for (const char* bad : {"[1]", "{", "", "{}", R"({"id": "a"})"}) {
    CAPTURE(bad);
    const auto failed = read_json_post(bad, 9, source, *site);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().place.line == 9);
  }
}

}  // namespace geul::indexer
