// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <numeric>

#include "common/base/json.hpp"
#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

using Catch::Contains;
using Ids = std::vector<std::string>;

/// Six posts, one on each of what the queries below look for.
void write_posts(const Blog& blog) {
  blog.post("cluster.md", markdown("쿠버네티스 도입기", "2024-01-01", "운영",
                                   "쿠버네티스에 서비스를 올렸다. 컨테이너가 백 개다."));
  blog.post("english.md", markdown("운영 노트", "2024-01-02", "운영", "kubernetes 설치 순서."));
  blog.post("content.md", markdown("콘텐츠 전략", "2024-01-03", "기획", "콘텐츠를 고른다."));
  blog.post("engine.md", markdown("검색 엔진 고르기", "2024-01-04", "검색", "엔진을 비교했다."));
  blog.post("glued.md", markdown("작은 도구", "2024-01-05", "검색", "검색엔진을 만들었다."));
  blog.post("kurly.md",
            markdown("컬리 이야기", "2020-01-06", "회사", "컬리에서 일한다. SRE 팀이다."));
}

Json ask(const Blog& blog, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--format", "json"});
  const auto json = parse_json(blog.query(arguments).out);
  REQUIRE(json);
  return *json;
}

Ids ids_of(const Json& answer) {
  Ids ids;
  for (const Json& hit : answer["hits"]) ids.push_back(hit["id"]);
  return ids;
}

/// The ids found, and that each was found by `rung`.
Ids found_by(const Blog& blog, const std::string& query, const std::string& rung) {
  const Json answer = ask(blog, {query});
  for (const Json& hit : answer["hits"]) {
    INFO(hit["matched_by"]);
    CHECK(std::ranges::find(hit["matched_by"], Json(rung)) != hit["matched_by"].end());
  }
  return ids_of(answer);
}

}  // namespace

TEST_CASE("rungs: what is typed by initials, half, or on the other layout is found") {
  const Blog blog;
  write_posts(blog);
  REQUIRE(blog.build().status == 0);
  CHECK(found_by(blog, "ㅋㅂㄴㅌㅅ", "initials") == Ids{"cluster.md"});
  CHECK(found_by(blog, "ㅋㅂ ㄴㅌㅅ", "initials") == Ids{"cluster.md"});
  CHECK(found_by(blog, "ㅋㅂ네티스", "initials") == Ids{"cluster.md"});
  CHECK(found_by(blog, "ㄱㅅㅇㅈ", "initials").size() == 2);
  CHECK(found_by(blog, "title:ㅋㄹ", "initials") == Ids{"kurly.md"});
  CHECK(found_by(blog, "컨테인", "half_typed") == Ids{"cluster.md"});
  CHECK(found_by(blog, "컨테이ㄴ", "half_typed") == Ids{"cluster.md"});
  CHECK(found_by(blog, "zjffl", "keyboard") == Ids{"kurly.md"});
  CHECK(found_by(blog, "ㄴㄱㄷ", "keyboard") == Ids{"kurly.md"});
  CHECK(found_by(blog, "컨텐츠", "spelling") == Ids{"content.md"});
}

TEST_CASE("rungs: Hanja with its reading is either of the two") {
  const Blog blog;
  blog.post("han.md", markdown("옛 책", "2024-01-01", "책", "韓國의 옛 책이다."));
  blog.post("both.md", markdown("이름", "2024-01-02", "책", "한국(韓國)이라고 쓴다."));
  blog.post("hangul.md", markdown("요즘", "2024-01-03", "책", "한국의 요즘 책이다."));
  REQUIRE(blog.build().status == 0);
  for (const char* const query : {"韓國(한국)", "한국(韓國)"}) {
    INFO(query);
    const Ids ids = ids_of(ask(blog, {query}));
    REQUIRE(ids.size() == 3);
    CHECK(ids.front() == "both.md");
  }
}

TEST_CASE("rungs: spacing finds both ways, what was typed first") {
  const Blog blog;
  write_posts(blog);
  REQUIRE(blog.build().status == 0);
  CHECK(ids_of(ask(blog, {"검색엔진"})) == Ids{"glued.md", "engine.md"});
  CHECK(ids_of(ask(blog, {"검색 엔진"})) == Ids{"engine.md", "glued.md"});
}

TEST_CASE("rungs: a misspelt word is corrected when nothing is found, and said so") {
  const Blog blog;
  write_posts(blog);
  REQUIRE(blog.build().status == 0);
  const RunResult run = blog.query({"쿠버네티즈"});
  CHECK(run.status == 0);
  CHECK_THAT(run.err, Contains("no post has \"쿠버네티즈\"; \"쿠버네티스\" was taken for it"));
  const Json answer = ask(blog, {"쿠버네티즈"});
  CHECK(answer["corrected"] == true);
  CHECK(answer["suggestions"][0]["instead"] == "쿠버네티스");
  CHECK(answer["hits"][0]["matched_by"] == Json({"typo"}));
  const Json kept = ask(blog, {"쿠버네티즈 검색"});
  CHECK(kept["corrected"] == false);
  CHECK(kept["suggestions"][0]["instead"] == "쿠버네티스");
}

TEST_CASE("rungs: synonyms of geul.yaml or of an option widen a query") {
  const Blog blog;
  write_posts(blog);
  blog.folder().write("synonyms.txt", "쿠버네티스 = kubernetes = k8s\n");
  blog.folder().write("geul.yaml", "synonyms: synonyms.txt\n");
  REQUIRE(blog.build().status == 0);
  CHECK(ids_of(ask(blog, {"쿠버네티스를"})) == Ids{"cluster.md", "english.md"});
  CHECK(found_by(blog, "k8s", "synonym").size() == 2);

  blog.folder().write("other.txt", "컬리 => 검색 엔진\n");
  const std::string file = (blog.folder() / "other.txt").string();
  CHECK(ids_of(ask(blog, {"--synonyms", file, "컬리"})).size() == 3);
  CHECK(ids_of(ask(blog, {"--synonyms", file, "검색 엔진"})).size() == 2);
  blog.folder().write("both.txt", "검색 엔진 = 컬리\n");
  const std::string both = (blog.folder() / "both.txt").string();
  for (const char* const query : {"검색 엔진", "검색엔진", "컬리"})
    CHECK(ids_of(ask(blog, {"--synonyms", both, query})).size() == 3);
  const RunResult missing = blog.query({"--synonyms", file + "x", "컬리"});
  CHECK(missing.status == 2);
  CHECK_THAT(missing.err, Contains("other.txtx"));

  std::filesystem::remove(blog.folder() / "synonyms.txt");
  const RunResult without = blog.query({"k8s"});
  CHECK(without.status == 1);
  CHECK_THAT(without.err, Contains("searching without synonyms"));
}

TEST_CASE("rungs: a beginning ranks what begins so, and says so") {
  const Blog blog;
  write_posts(blog);
  REQUIRE(blog.build().status == 0);
  const Json answer = ask(blog, {"컨*"});
  REQUIRE(ids_of(answer) == Ids{"cluster.md"});
  CHECK(answer["hits"][0]["score"].get<double>() > 0);
  CHECK(answer["hits"][0]["matched_by"] == Json({"exact"}));
  CHECK(answer["hits"][0]["matched"][0]["terms"] == Json({"컨테이너"}));
}

TEST_CASE("rungs: pinned posts stand first, for their query alone") {
  const Blog blog;
  write_posts(blog);
  blog.folder().write("geul.yaml", "pinned:\n  - {query: 검색 엔진, posts: [kurly.md, none.md]}\n");
  REQUIRE(blog.build().status == 0);
  const Json answer = ask(blog, {"검색 엔진"});
  CHECK(ids_of(answer) == Ids{"kurly.md", "engine.md", "glued.md"});
  CHECK(answer["hits"][0]["matched_by"][0] == "pinned");
  CHECK(ids_of(ask(blog, {"검색 엔진은"})).size() == 2);
}

TEST_CASE("rungs: recency raises young posts when asked for, never over what fits much better") {
  const Blog blog;
  blog.post("old.md", markdown("배포", "2020-01-01", "글", "배포 배포 배포."));
  blog.post("young.md", markdown("일기", "2999-01-01", "글", "오늘은 배포를 했다. 날이 맑았다."));
  REQUIRE(blog.build().status == 0);
  CHECK(ids_of(ask(blog, {"배포"})).front() == "old.md");
  CHECK(ids_of(ask(blog, {"--recency", "30d", "배포"})).front() == "young.md");
  CHECK(blog.query({"--recency", "soon", "배포"}).status == 2);
}

TEST_CASE("rungs: the shares of --explain add up to the score") {
  const Blog blog;
  write_posts(blog);
  REQUIRE(blog.build().status == 0);
  for (const char* const query : {"검색 엔진", "컨텐츠", "ㅋㅂㄴㅌㅅ", "\"검색 엔진\" 비교",
                                  "title:검색 +엔진 -컬리", "쿠버*"}) {
    INFO(query);
    const Json answer = ask(blog, {"--explain", "--recency", "1y", query});
    REQUIRE_FALSE(answer["hits"].empty());
    for (const Json& hit : answer["hits"]) {
      double sum = 0;
      for (const Json& share : hit["shares"]) sum += share["score"].get<double>();
      CHECK(sum == Approx(hit["score"].get<double>()));
    }
  }
}

}  // namespace geul::test
