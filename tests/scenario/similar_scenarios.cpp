// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

using Catch::Contains;
using Ids = std::vector<std::string>;

class TwoTopics : public Blog {
 public:
  TwoTopics() {
    post("search/engine.md", markdown("검색 엔진 만들기", "2023-05-02", "검색",
                                      "색인과 순위를 정한다. Lucene은 나중이다."));
    post("search/index.md",
         markdown("색인이란", "2023-06-02", "검색", "검색 엔진의 색인은 Lucene으로 만든다."));
    post("search/rank.md",
         markdown("순위 이야기", "2024-07-02", "", "엔진이 순위를 매긴다. lucene을 몰라도 된다."));
    post("food/index.md", markdown("두부찌개", "2024-01-10", "요리", "멸치 육수에 두부를 넣는다."));
    post("food/pan.md", markdown("두부 굽기", "2024-01-11", "요리", "멸치 반찬과 두부를 굽는다."));
    post("alone.md", markdown("낮잠", "2024-02-01", "", "창가에서 고양이가 잔다."));
    REQUIRE(build({"--quiet"}).status == 0);
  }
};

}  // namespace

TEST_CASE("similar: posts that share words and tags, the most alike first, without itself") {
  const TwoTopics blog;
  CHECK(blog.ids({"--similar", "search/engine.md"}) == Ids{"search/index.md", "search/rank.md"});
  CHECK(blog.ids({"--similar", "food/pan.md"}) == Ids{"food/index.md"});
  const RunResult none = blog.query({"--similar", "alone.md"});
  CHECK(none.status == 1);
  CHECK_THAT(none.err, Contains("shares no telling word"));
}

TEST_CASE("similar: a post is named by its id, its path, its url or the end of one") {
  const TwoTopics blog;
  const Ids found{"search/index.md", "search/rank.md"};
  const Json answer = json_of(blog.query({"--similar", "search/engine.md", "--format", "json"}));
  CHECK(answer["query"]["text"] == "search/engine.md");
  const std::string path = (blog.posts() / "search/engine.md").string();
  CHECK(blog.ids({"--similar", path}) == found);
  CHECK(blog.ids({"--similar", "engine.md"}) == found);
  CHECK(blog.ids({"--similar", "/engine.md"}) == found);
  const Json posts = json_of(blog.query({"title:엔진", "--format", "json"}));
  CHECK(blog.ids({"--similar", posts["hits"][0]["post_url"].get<std::string>()}) == found);
}

TEST_CASE("similar: what names no post, or several, says what to name") {
  const TwoTopics blog;
  const RunResult none = blog.query({"--similar", "search/engin.md"});
  CHECK(none.status == 2);
  CHECK_THAT(none.err, Contains("there is no post \"search/engin.md\"") &&
                           Contains("nearest are search/engine.md"));
  const RunResult several = blog.query({"--similar", "index.md"});
  CHECK(several.status == 2);
  CHECK_THAT(several.err, Contains("food/index.md, search/index.md"));
  CHECK(blog.query({"--similar", "engine.md", "검색"}).status == 2);
  CHECK(blog.query({"--similar", "engine.md", "--batch", "-"}).status == 2);
}

TEST_CASE("similar: filters, pages, formats and reasons are those of a query") {
  const TwoTopics blog;
  const std::string post = "search/engine.md";
  CHECK(blog.ids({"--similar", post, "--since", "2024"}) == Ids{"search/rank.md"});
  CHECK(blog.ids({"--similar", post, "--tag", "검색"}) == Ids{"search/index.md"});
  CHECK(blog.ids({"--similar", post, "--offset", "1"}) == Ids{"search/rank.md"});
  CHECK(blog.ids({"--similar", post, "--sort", "newest"}) ==
        Ids{"search/rank.md", "search/index.md"});
  CHECK_THAT(blog.query({"--similar", post, "--format", "trec", "--limit", "1"}).out,
             Contains("1 Q0 search/index.md 1 "));
  CHECK(blog.query({"--similar", post, "--facets=tag", "--limit", "0"}).out.find("검색") !=
        std::string::npos);
  const Json answer =
      json_of(blog.query({"--similar", post, "--format", "json", "--explain", "--limit", "1"}));
  double sum = 0;
  Ids words;
  for (const Json& share : answer["hits"][0]["shares"]) sum += share["score"].get<double>();
  for (const Json& reason : answer["hits"][0]["matched"])
    words.push_back(reason["word"].get<std::string>());
  CHECK(sum == Approx(answer["hits"][0]["score"].get<double>()));
  for (const char* const word : {"색인", "엔진", "검색", "Lucene"})
    CHECK(std::ranges::find(words, word) != words.end());
}

TEST_CASE("similar: several databases are one") {
  const TwoTopics blog;
  const Blog other;
  other.post("more.md", markdown("색인 더하기", "2020-01-01", "", "야구 순위를 색인한다."));
  REQUIRE(other.build({"--quiet"}).status == 0);
  const Ids found =
      hit_strings(json_of(geul_query({"--db", blog.database(), "--db", other.database(),
                                      "--similar", "search/index.md", "--format", "json"})),
                  "id");
  CHECK(std::ranges::find(found, "more.md") != found.end());
}

}  // namespace geul::test
