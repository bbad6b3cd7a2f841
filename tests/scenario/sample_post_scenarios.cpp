// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

using Catch::Contains;
using Catch::StartsWith;

/// The sample posts, indexed once for all cases.
class SamplePosts {
 public:
  SamplePosts()
      : build(geul_index({"build", project_folder() / "data/posts", "--db", folder_ / "db"})) {}
  [[nodiscard]] Json ask(const std::string& query) const {
    return json_of(geul_query(
        {"--db", folder_ / "db", "--format", "json", "--limit", "50", "--facets=tag", query}));
  }

 private:
  TemporaryFolder folder_;

 public:
  const RunResult build;
};

const SamplePosts& samples() {
  static const SamplePosts posts;
  return posts;
}

Json ask(const std::string& query) {
  return samples().ask(query);
}

/// The file names, without folders and dates, that a query finds; sorted.
std::vector<std::string> found(const std::string& query) {
  std::vector<std::string> names;
  for (const std::string& id : hit_strings(ask(query), "id"))
    names.push_back(std::filesystem::path(id).filename());
  std::sort(names.begin(), names.end());
  return names;
}

std::size_t count(const std::string& query) {
  return ask(query)["total"]["count"];
}

}  // namespace

TEST_CASE("sample posts: each is indexed or hidden, each fault is one warning") {
  CHECK(samples().build.status == 0);
  CHECK_THAT(samples().build.out,
             StartsWith("35 indexed, 0 unchanged, 0 removed, 5 hidden, 0 skipped, 6 warnings"));
  for (const char* const warning : {"doenjang.md:4: ", "vim.md:5: ", "java-what-changed.md:3: ",
                                    "moving.md:6: ", "disk-97.md: ", "nodejs-chunks.md: "})
    CHECK_THAT(samples().build.err, Contains(warning));
}

TEST_CASE("sample posts: hidden ones stay hidden, each by its own rule") {
  for (const char* const word : {"최신성", "도쿄", "연봉", "갈아엎", "크론"})
    CHECK(count(word) == 0);
}

TEST_CASE("sample posts: any encoding is searched") {
  CHECK(count("tag:두부") + count("두부") > 0);
  CHECK(found("title:두부") == std::vector<std::string>{"2024-01-13-cat-named-dubu.md"});  // NFD
  CHECK(found("title:파스타").front().starts_with("2024-02-17"));                 // NFD name
  CHECK(found("title:교토").front() == "2024-10-05-kyoto.md");                    // UTF-16
  CHECK(found("path:cp949") == std::vector<std::string>{"2023-05-27-cp949.md"});  // CP949
}

TEST_CASE("sample posts: tags are found in every shape they are written in") {
  CHECK(count("tag:회고") == 5);
  CHECK(count("tag:검색") == 5);
  CHECK(count("tag:여행") == 5);
  CHECK(count("tag:요리") == 5);
  CHECK(count("tag:파이썬") == 4);
  CHECK(count("tag:쿠버네티스") == 4);
  CHECK(count("category:운영") == 4);
  CHECK(count("author:이서윤") == 7);
  CHECK(count("date:2024-07") == 2);
}

TEST_CASE("sample posts: a word is found whatever is stuck to it") {
  CHECK(count("모아루") == 6);
  CHECK(count("모아루에서는") == 6);
  CHECK(count("김치찌개") >= 4);
  CHECK(count("node.js") >= 2);
  CHECK(count("\"node.js\"") == 2);
  CHECK(count("+컨텐츠") == 4);  // 콘텐츠 too
  CHECK(count("韓國") == 2);
}

TEST_CASE("sample posts: the meet-up is found as its readers would look for it") {
  for (const char* const query :
       {"모아루 밋업", "SRE가 되기까지", "밋업 발표 후기", "길이 없으면 옆길로"}) {
    const Json answer = ask(query);
    REQUIRE_FALSE(answer["hits"].empty());
    CHECK_THAT(std::string(answer["hits"][0]["id"]), Contains("moaru-career-meetup"));
  }
  const Json hit = ask("물리 강사")["hits"][0];
  CHECK(hit["title"] == "길이 없으면 옆길로, 모아루 커리어 밋업 발표 후기");
  CHECK(hit["summary"] == "물리 강사가 SRE가 되기까지, 돌아온 길을 이야기했습니다");
  CHECK(hit["tags"] == Json({"모아루", "커리어", "이직", "SRE", "회고"}));
  CHECK(hit["categories"] == Json({"커리어"}));
  CHECK(hit["authors"] == Json({"박도현"}));
  CHECK(hit["date"] == "2024-07-18T00:00:00+09:00");
}

}  // namespace geul::test
