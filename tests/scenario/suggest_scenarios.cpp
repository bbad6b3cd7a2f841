// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

using Catch::Contains;
using Texts = std::vector<std::string>;

class SmallBlog : public Blog {
 public:
  SmallBlog() {
    post("career.md", markdown("데이터 팀으로 옮기며", "2022-07-28", "이직, 데이터",
                               "쿠버네티스와 Kubernetes는 같은 말이다."));
    post("cluster.md", markdown("쿠버네티스 입문", "2023-01-02", "Kubernetes",
                                "데이터베이스를 클러스터에 올린다."));
    post("soup.md", markdown("두부찌개", "2024-01-10", "요리", "데친 두부를 넣는다."));
    REQUIRE(build({"--quiet"}).status == 0);
  }
  [[nodiscard]] Texts texts(const std::string& typed) const {
    const Json answer = json_of(query({"--suggest", typed, "--format", "json"}));
    Texts texts;
    for (const Json& completion : answer.at("suggestions"))
      texts.push_back(completion.at("text").get<std::string>());
    return texts;
  }
};

}  // namespace

TEST_CASE("suggest: completes while a syllable is being typed") {
  const SmallBlog blog;
  const Texts data{"데이터", "데이터베이스", "데이터 팀으로 옮기며"};
  for (const char* const typed : {"데이", "데잍", "데이ㅌ", "데이터", "ㄷㅇㅌ", "epdl"}) {
    INFO(typed);
    CHECK(blog.texts(typed) == data);
  }
  CHECK(blog.texts("kub") == Texts{"Kubernetes"});
  CHECK(blog.texts("입") == Texts{"입문", "쿠버네티스 입문"});
  CHECK(blog.texts("이직 데") == Texts{"데이터", "데이터 팀으로 옮기며"});
}

TEST_CASE("suggest: formats, limits and exit statuses") {
  const SmallBlog blog;
  const RunResult text = blog.query({"--suggest", "데잍", "--limit", "1"});
  CHECK(text.status == 0);
  CHECK(text.out == "데이터  tag       1 post\n");
  CHECK(text.err.empty());
  const RunResult lines = blog.query({"--suggest", "팀", "--format", "jsonl"});
  CHECK_THAT(lines.out, Contains("\"kind\":\"title\"") && Contains("\"id\":\"career.md\""));
  CHECK(blog.query({"--suggest", "코끼리"}).status == 1);
  CHECK(blog.query({"--suggest", ""}).status == 1);
  CHECK(json_of(blog.query({"--suggest", "코끼리", "--format", "json"}))["suggestions"].empty());
}

TEST_CASE("suggest: words behind the option belong to what is typed; filters do not") {
  const SmallBlog blog;
  CHECK(blog.query({"--suggest", "이직", "데"}).out == blog.query({"--suggest", "이직 데"}).out);
  for (const auto& more : {Texts{"--tag", "요리"}, Texts{"--format", "trec"},
                           Texts{"--offset", "1"}, Texts{"--similar", "soup.md"}}) {
    Texts arguments{"--suggest", "데"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    CHECK(blog.query(arguments).status == 2);
  }
  CHECK_THAT(blog.query({"--suggest", "데", "--since", "2023"}).err, Contains("--suggest 'tag:"));
}

}  // namespace geul::test
