// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

/// The post that the project began with, where the shared folder is there.
class ReferencePost {
 public:
  [[nodiscard]] static bool is_there() { return std::filesystem::exists(folder()); }

  ReferencePost() {
    REQUIRE(geul_index({"build", folder(), "--db", database_ / "db", "--strict"}).status == 0);
  }
  [[nodiscard]] Json hit(const std::string& query) const {
    const Json answer = json_of(geul_query({"--db", database_ / "db", query, "--format", "json"}));
    CAPTURE(query);
    REQUIRE(answer["total"]["count"] == 1);
    return answer["hits"][0];
  }

 private:
  [[nodiscard]] static std::filesystem::path folder() { return shared_folder() / "posts/kurly"; }
  TemporaryFolder database_;
};

std::string marked(const Json& excerpt) {
  std::string words;
  const std::string text = excerpt["text"];
  for (const Json& span : excerpt["highlights"]) {
    const std::size_t begin = span[0];
    words += text.substr(begin, span[1].get<std::size_t>() - begin) + "|";
  }
  return words;
}

}  // namespace

TEST_CASE("reference post: is found by what a reader would type, with the right passage") {
  if (!ReferencePost::is_there()) return;
  const ReferencePost post;
  for (const auto& [query, word] : {std::pair{"컬리", "컬리"},
                                    {"SRE", "SRE"},
                                    {"데브옵스", "데브옵스"},
                                    {"키오스크", "키오스크"},
                                    {"c++", "c++과"},
                                    {"밋업 후기", "밋업"}}) {
    CAPTURE(query);
    CHECK_THAT(marked(post.hit(query)["excerpt"]), Catch::Contains(word));
  }
}

TEST_CASE("reference post: its fields are whole") {
  if (!ReferencePost::is_there()) return;
  const ReferencePost post;
  for (const char* const query : {"tag:이직", "tag:코무", "category:대외활동", "author:이승윤",
                                  "date:2022-07", "date:2022-07-28"}) {
    const Json hit = post.hit(query);
    CHECK(hit["tags"].size() == 5);
    CHECK(hit["date"] == "2022-07-28T00:00:00+09:00");
    CHECK_THAT(std::string(hit["title"]), Catch::Contains(", "));
    CHECK_FALSE(hit["summary"].is_null());
  }
}

TEST_CASE("reference post: its headings lead to their sections") {
  if (!ReferencePost::is_there()) return;
  const ReferencePost post;
  const Json hit = post.hit("heading:후기");
  CHECK(hit["excerpt"]["heading"] == "후기");
  CHECK(hit["excerpt"]["anchor"] == "후기");
  CHECK(post.hit("heading:\"쓸모 없는 경험\"")["excerpt"]["anchor"] == "쓸모-없는-경험은-없다");
}

}  // namespace geul::test
