// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <sstream>

#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

/// Three posts on search, two on cooking, and one alone.
class Topics : public Blog {
 public:
  Topics() {
    post("b-engine.md", markdown("검색 엔진 만들기", "2023-05-02", "검색",
                                 "색인과 순위를 정한다. 형태소 분석은 나중이다."));
    post("a-index.md",
         markdown("색인이란", "2023-06-02", "검색", "검색 엔진의 색인은 형태소로 만든다."));
    post("c-rank.md",
         markdown("순위 이야기", "2023-07-02", "", "엔진이 순위를 매긴다. 형태소는 몰라도 된다."));
    post("soup.md", markdown("두부찌개", "2024-01-10", "요리", "멸치 육수에 두부를 넣는다."));
    post("pan.md", markdown("두부 굽기", "2024-01-11", "요리", "멸치 반찬과 두부를 굽는다."));
    post("alone.md", markdown("낮잠", "2024-02-01", "", "창가에서 고양이가 잔다."));
    REQUIRE(build({"--quiet"}).status == 0);
  }
  [[nodiscard]] RunResult related(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments{"related", "--db", database()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return geul_index(arguments);
  }
};

std::vector<Json> lines_of(const std::string& text) {
  std::vector<Json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(parse_json(line).value());
  return lines;
}

}  // namespace

TEST_CASE("related: each post in the order of ids, with those that share its words and tags") {
  const Topics blog;
  const RunResult result = blog.related();
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  const std::vector<Json> posts = lines_of(result.out);
  REQUIRE(posts.size() == 6);
  CHECK(posts[0]["id"] == "a-index.md");
  CHECK(posts[0]["related"].size() == 2);
  CHECK(posts[0]["related"][0]["id"] == "b-engine.md");
  CHECK(posts[0]["related"][0]["title"] == "검색 엔진 만들기");
  CHECK(posts[0]["related"][0]["url"].is_string());
  CHECK(posts[0]["related"][0]["score"] > posts[0]["related"][1]["score"]);
  CHECK(posts[1]["id"] == "alone.md");
  CHECK(posts[1]["related"].empty());
  CHECK(posts[5]["related"][0]["id"] == "pan.md");
}

TEST_CASE("related: JSON as a whole, a limit, and the same bytes each time") {
  const Topics blog;
  const RunResult result = blog.related({"--format", "json", "--limit", "1"});
  CHECK(result.status == 0);
  const Json json = json_of(result);
  CHECK(json["format"] == 1);
  REQUIRE(json["posts"].size() == 6);
  for (const Json& post : json["posts"]) CHECK(post["related"].size() <= 1);
  CHECK(blog.related({"--format", "json", "--limit", "1"}).out == result.out);
  CHECK(geul_index({"related", "--db", blog.folder() / "none"}).status == 2);
  CHECK(blog.related({"--format", "text"}).status == 2);
}

}  // namespace geul::test
