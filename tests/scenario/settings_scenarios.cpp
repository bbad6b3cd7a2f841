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

}  // namespace geul::test
