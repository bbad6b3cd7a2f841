// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <regex>
#include <set>

#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

using Catch::Contains;
using Catch::StartsWith;

std::set<std::string> variables_in(const std::string& manual) {
  std::set<std::string> variables;
  const std::regex name("GEUL_[A-Z0-9_]+");
  for (std::sregex_iterator at(manual.begin(), manual.end(), name), end; at != end; ++at)
    variables.insert(at->str());
  return variables;
}

}  // namespace

TEST_CASE("settings: a variable names the database, an option goes before it") {
  const Blog blog;
  blog.post("soup.md", markdown("된장찌개", "2024-01-05", "요리", "두부를 넣고 끓인다."));
  const RunOptions in_environment{.environment = {{"GEUL_DB", blog.database().string()}}};
  REQUIRE(geul_index({"build", blog.posts()}, in_environment).status == 0);
  CHECK(geul_query({"두부", "--format", "paths"}, in_environment).status == 0);
  const RunResult other = geul_query({"두부", "--db", blog.folder() / "other"}, in_environment);
  CHECK(other.status == 2);
  CHECK_THAT(other.err, Contains("other"));
}

TEST_CASE("settings: values of variables that cannot be are told by the variable's name") {
  const Blog blog;
  const auto index = geul_index({"build", blog.posts()}, {.environment = {{"GEUL_JOBS", "300"}}});
  CHECK(index.status == 2);
  CHECK_THAT(index.err, Contains("GEUL_JOBS 300 is more than 256"));
  const auto query = geul_query({"x"}, {.environment = {{"GEUL_LIMIT", "many"}}});
  CHECK(query.status == 2);
  CHECK_THAT(query.err, Contains("GEUL_LIMIT: \"many\" is no number of posts"));
  CHECK_THAT(geul_query({"x"}, {.environment = {{"GEUL_COLOR", "blue"}}}).err,
             Contains("GEUL_COLOR: blue"));
}

TEST_CASE("settings: what is asked once is asked by no variable") {
  const Blog blog;
  blog.post("soup.md", markdown("된장찌개", "2024-01-05", "요리", "두부를 넣고 끓인다."));
  REQUIRE(blog.build({}, {.environment = {{"GEUL_DRY_RUN", "1"}}}).status == 0);
  CHECK(
      blog.query({"두부"}, {.environment = {{"GEUL_TAG", "여행"}, {"GEUL_OFFSET", "5"}}}).status ==
      0);
}

TEST_CASE("settings: variables of options are not those of the tests and tools") {
  std::set<std::string> all = variables_in(geul_index({"--manual"}).out);
  all.merge(variables_in(geul_query({"--manual"}).out));
  CHECK(all.contains("GEUL_CONFIG"));
  CHECK(all.contains("GEUL_FACET_LIMIT"));
  for (const char* const ours :
       {"GEUL_BUILD", "GEUL_FAULTS", "GEUL_FAULT_KEEP", "GEUL_FAULT_SEED", "GEUL_INDEX",
        "GEUL_QUERY", "GEUL_SOURCE", "GEUL_WEB_DEMO", "GEUL_WEB_MODULES", "GEUL_WEB_SITE"})
    CHECK_FALSE(all.contains(ours));
}

TEST_CASE("settings: without a SOURCE, build takes the sources of the nearest geul.yaml") {
  const Blog blog;
  const auto& folder = blog.folder();
  blog.post("soup.md", markdown("된장찌개", "2024-01-05", "요리", "두부를 넣고 끓인다."));
  folder.write("notes.jsonl", R"({"id":"n1","title":"여행","body":"기차를 탔다."})");
  folder.write("posts/deep/far.md", markdown("먼 곳", "2024-02-01", "여행", "산에 올랐다."));
  folder.write("geul.yaml", "sources: [posts, notes.jsonl]\n");
  const RunOptions below{.folder = blog.posts() / "deep"};
  CHECK_THAT(geul_index({"build"}, below).out, StartsWith("3 indexed, 0 unchanged"));
  // A record's file is a part of what is known of it, as it is written.
  CHECK_THAT(geul_index({"build"}, {.folder = folder.path()}).out,
             StartsWith("1 indexed, 2 unchanged"));
  CHECK_THAT(geul_index({"build", "posts", "notes.jsonl"}, {.folder = folder.path()}).out,
             StartsWith("0 indexed, 3 unchanged"));
  CHECK(std::filesystem::exists(folder / ".geul"));
  CHECK_FALSE(std::filesystem::exists(blog.posts() / "deep/.geul"));
  CHECK(geul_query({"기차", "--format", "trec"}, below).status == 0);
  const std::string elsewhere = folder / "elsewhere";
  CHECK_THAT(geul_index({"build", "--db", elsewhere}, below).out, StartsWith("3 indexed"));
}

TEST_CASE("settings: a warning about a source of geul.yaml names it as it would be typed") {
  const Blog blog;
  blog.folder().write("geul.yaml", "sources: posts\n");
  blog.folder().write("posts/a.md", "---\ndate: gestern\n---\n# 제목\n");
  const RunResult built = geul_index({"build"}, {.folder = blog.folder().path()});
  CHECK_THAT(built.err, Contains("posts/a.md") && !Contains(blog.folder().path().string()));
}

TEST_CASE("settings: without a SOURCE and without sources both ways are told") {
  const Blog blog;
  const RunOptions here{.folder = blog.folder().path()};
  for (const char* const command : {"build", "watch"}) {
    const RunResult none = geul_index({command}, here);
    CHECK(none.status == 2);
    CHECK_THAT(none.err, Contains("no SOURCE given") && Contains("sources: [_posts]"));
  }
  blog.folder().write("geul.yaml", "exclude: a\n");
  const RunResult without = geul_index({"build"}, here);
  CHECK(without.status == 2);
  CHECK_THAT(without.err, Contains("geul.yaml") && Contains("names no sources"));
  CHECK_FALSE(std::filesystem::exists(blog.folder() / ".geul"));
  blog.folder().write("other.yaml", "sources: gone\n");
  CHECK_THAT(geul_index({"build", "--config", "other.yaml"}, here).err, Contains("gone"));
}

TEST_CASE("settings: the site's path and the time zone go before the generator's") {
  const Blog blog;
  const auto address = [&blog](const std::string& zone) {
    REQUIRE(blog.build({}, {.environment = {{"TZ", zone}}}).status == 0);
    return json_of(blog.query({"찌개", "--format", "json"}))["hits"][0]["url"].get<std::string>();
  };
  blog.post("_config.yml", "permalink: /:year/:month/:day/:title/\nbaseurl: /own\nlang: en\n");
  blog.post("_posts/2024-01-05-soup.md",
            "---\ntitle: 된장찌개\ndate: 2024-01-05 00:30:00 +0900\n---\n두부\n");
  CHECK(address("UTC") == "/own/2024/01/04/soup/");
  CHECK(address("Asia/Seoul") == "/own/2024/01/05/soup/");
  blog.folder().write("geul.yaml", "site: https://blog.example/base\ntimezone: Asia/Seoul\n");
  CHECK(address("UTC") == "/base/2024/01/05/soup/");
  blog.folder().write("geul.yaml", "site: https://blog.example\n");
  CHECK(address("UTC") == "/2024/01/04/soup/");
}

TEST_CASE("settings: weights order the posts, and a change of them is seen by the next build") {
  const Blog blog;
  blog.post("title.md", markdown("두부", "2024-01-05", "요리", "저녁에 먹었다. 맛이 좋았다."));
  blog.post("tag.md", markdown("저녁", "2024-01-05", "두부", "저녁에 먹었다. 맛이 좋았다."));
  REQUIRE(blog.build().status == 0);
  using Ids = std::vector<std::string>;
  CHECK(blog.ids({"두부"}) == Ids{"title.md", "tag.md"});
  blog.folder().write("geul.yaml", "weights: {title: 1, tag: 20}\n");
  CHECK_THAT(blog.build().out, StartsWith("2 indexed"));
  CHECK(blog.ids({"두부"}) == Ids{"tag.md", "title.md"});
  CHECK_THAT(blog.build().out, StartsWith("0 indexed, 2 unchanged"));
  CHECK(geul_index({"check", "--db", blog.database()}).status == 0);
  blog.folder().write("geul.yaml", "");
  CHECK_THAT(blog.build().out, StartsWith("2 indexed"));
  CHECK(blog.ids({"두부"}) == Ids{"title.md", "tag.md"});
}

}  // namespace geul::test
