// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "tests/unit/indexer/post_support.hpp"

namespace geul::indexer {
namespace {

Result<Post> record(const std::string& json) {
  return read_json_post(json, 3, {DocumentId("a.jsonl"), "a.jsonl", "a.jsonl"}, *test::jekyll());
}
Post with_url(const std::string& url) {
  return record(R"({"body": "글", "url": ")" + url + "\"}").value();
}

}  // namespace

TEST_CASE("A record's web address stays as it is") {
  for (const char* url : {"https://x.y/a/?q=1&r=[2]#b", "http://x.y", "HTTPS://x.y/%EA%B0%80"}) {
    const Post post = with_url(url);
    CHECK(post.document.url == url);
    CHECK(post.warnings.empty());
  }
  CHECK(with_url("https://x.y/가 나\\\"<").document.url ==
        "https://x.y/%EA%B0%80%20%EB%82%98%22%3C");
  CHECK(with_url("/a/b/").document.url == "/a/b/");
  CHECK(with_url("a/../b").document.url == "/a/b");
  CHECK(with_url("//x.y/a").document.url == "/x.y/a");
}

TEST_CASE("A record's address of any other scheme is left out") {
  for (const char* url : {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x",
                          "file:///etc/passwd", "https:no-host", "http:///path", " vbscript:x"}) {
    CAPTURE(url);
    const Post post = with_url(url);
    CHECK(post.document.url.empty());
    REQUIRE(post.warnings.size() == 1);
    CHECK(post.warnings[0].place.line == 3);
    CHECK(post.warnings[0].message.find("url") != std::string::npos);
  }
}

TEST_CASE("Front matter's addresses stay on the site") {
  CHECK(test::with_front_matter("permalink: https://x.y/a/").document.url == "/a/");
  CHECK(test::with_front_matter("permalink: javascript:x").document.url == "/javascript:x");
}

TEST_CASE("Faults of records are told in plain words") {
  CHECK(record(R"({"body": "글" x})").error().message == "not valid JSON (column 14)");
  CHECK(record("{\"a\":\n x}").error().message == "not valid JSON (line 2, column 2)");
  CHECK(record(R"({"body": 1e999})").error().message == "not valid JSON (a number out of range)");
  CHECK(record("{").error().message.find("exception") == std::string::npos);
}

TEST_CASE("Warnings count properly") {
  const auto message = [](std::string_view bytes) {
    const Post post = test::read_post(bytes).value();
    return post.warnings.empty() ? std::string() : post.warnings[0].message;
  };
  CHECK(message("제목 글 \xFF\n") == "1 byte is no UTF-8 text; shown as U+FFFD");
  CHECK(message("제목 글 \xFF \xFF\n") == "2 bytes are no UTF-8 text; shown as U+FFFD");
  CHECK(message(std::string_view("글\0\n", 5)) == "1 NUL byte left out");
  CHECK(message(std::string_view("글\0\0\n", 6)) == "2 NUL bytes left out");
}

TEST_CASE("Front matter that is too large gives what it can") {
  const std::string filler(2'000'000, 'x');
  const auto read = [&](std::string_view end) {
    return test::read_post("---\ntitle: 큰 글\n# 주석 " + filler +
                           "\ndate: 2020-01-02\ntags:\n  - 가\n  # 주석\n  - 나\n" +
                           std::string(end))
        .value();
  };
  const Post post = read("---\n본문\n");
  CHECK(post.document.title == "큰 글");
  CHECK(to_iso(*post.document.date) == "2020-01-02");
  CHECK(post.document.tags == std::vector<std::string>{"가", "나"});
  REQUIRE(post.warnings.size() == 1);
  CHECK(post.warnings[0].message.find("larger than 1 MiB") != std::string::npos);
  REQUIRE(post.document.sections.size() == 1);
  CHECK(post.document.sections[0].text == "본문");
  std::string keys = "---\n";
  for (int i = 0; i < 100'000; ++i) keys += "key_of_a_line_" + std::to_string(i) + ": x\n";
  const Post many = test::read_post(keys + "title: 뒤\ntitle: 끝\n---\n본문\n").value();
  CHECK(many.document.title == "끝");
}

TEST_CASE("A thematic break far above another is no front matter") {
  const std::string text =
      "---\n글\n\n" + std::string(1'500'000, 'x') + "\n\nkey: value\n---\n끝\n";
  const Post post = test::read_post(text).value();
  CHECK(post.warnings.empty());
  CHECK(post.document.sections.at(0).text.find("글") == 0);
}

}  // namespace geul::indexer
