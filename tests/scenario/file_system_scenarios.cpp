// SPDX-License-Identifier: GPL-2.0-or-later
// What the programs do to the file system beside what they are asked for: nothing.
#include <catch2/catch.hpp>
#include <set>

#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

using Catch::Contains;
namespace fs = std::filesystem;

constexpr unsigned kPermissionBits = 0777;

class PlainBlog : public Blog {
 public:
  PlainBlog() {
    post("a.md", markdown("검색 엔진", "2024-01-02", "검색", "낱말을 찾는다."));
    post("b.md", markdown("나물 무침", "2024-02-03", "요리", "시금치를 데친다."));
  }
  [[nodiscard]] fs::path site() const { return folder() / "site"; }
  [[nodiscard]] fs::path copy() const { return folder() / "copy"; }

  /// All that writes, one after the other.
  void run_all(const RunOptions& options) const {
    REQUIRE(build({}, options).status == 0);
    post("b.md", markdown("나물 볶음", "2024-02-03", "요리", "시금치를 볶는다."));
    REQUIRE(build({}, options).status == 0);
    REQUIRE(build({"--rebuild"}, options).status == 0);
    for (int round = 0; round < 2; ++round)
      REQUIRE(geul_index({"site", "--db", database(), "--out", site()}, options).status == 0);
    REQUIRE(geul_index({"compact", "--db", database(), "--out", copy()}, options).status == 0);
    REQUIRE(query({"검색"}, options).status == 0);
  }
};

unsigned permissions_of(const fs::path& path) {
  return static_cast<unsigned>(fs::status(path).permissions()) & kPermissionBits;
}

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    names.insert(entry.path().filename().string());
  return names;
}

/// Runs a program with this umask.
RunOptions masked(const std::string& mask) {
  RunOptions options;
  options.through = {"/bin/sh", "-c", "umask " + mask + "; exec \"$0\" \"$@\""};
  return options;
}

}  // namespace

TEST_CASE_METHOD(PlainBlog, "permissions follow the umask", "[files]") {
  const auto [mask, bits] =
      GENERATE(table<std::string, unsigned>({{"022", 0022U}, {"077", 0077U}, {"002", 0002U}}));
  run_all(masked(mask));
  for (const fs::path& made : {database(), site(), copy()}) {
    CHECK(permissions_of(made) == (0777U & ~bits));
    for (const auto& entry : fs::recursive_directory_iterator(made)) {
      INFO(entry.path());
      const unsigned all = entry.is_directory() ? 0777U : 0666U;
      CHECK(permissions_of(entry.path()) == (all & ~bits));
    }
  }
}

TEST_CASE_METHOD(PlainBlog, "nothing is left beside what was asked for", "[files]") {
  run_all({});
  CHECK(names_in(folder().path()) == std::set<std::string>{"copy", "db", "posts", "site"});
  CHECK(names_in(posts()) == std::set<std::string>{"a.md", "b.md"});
  for (const auto& entry : fs::recursive_directory_iterator(folder().path()))
    CHECK_FALSE(entry.path().filename().string().ends_with(".tmp"));
}

TEST_CASE_METHOD(PlainBlog, "what geul did not write is not written over", "[files]") {
  REQUIRE(build().status == 0);
  folder().write("letters/letter.md", "편지");
  folder().write("file", "편지");
  fs::create_directory_symlink(folder() / "letters", folder() / "link");
  const std::set<std::string> before = names_in(folder().path());
  for (const char* const name : {"letters", "file", "link", "posts"}) {
    const std::string place = folder() / name;
    INFO(place);
    for (const RunResult& refused :
         {geul_index({"build", posts(), "--db", place}),
          geul_index({"build", posts(), "--db", place, "--rebuild"}),
          geul_index({"build", posts(), "--db", place, "--rebuild", "--shards", "2"}),
          geul_index({"site", "--db", database(), "--out", place}),
          geul_index({"compact", "--db", database(), "--out", place})}) {
      CHECK(refused.status == 2);
      CHECK_THAT(refused.err, Contains("hint: "));
    }
  }
  CHECK(names_in(folder().path()) == before);
  CHECK(names_in(folder() / "letters") == std::set<std::string>{"letter.md"});
  CHECK(names_in(posts()) == std::set<std::string>{"a.md", "b.md"});
}

TEST_CASE_METHOD(PlainBlog, "a search and a copy are not written into a database", "[files]") {
  REQUIRE(build().status == 0);
  const std::set<std::string> before = names_in(database());
  for (const std::string& place : {database().string(), (database() / "in").string()}) {
    INFO(place);
    for (const RunResult& refused : {geul_index({"site", "--db", database(), "--out", place}),
                                     geul_index({"compact", "--db", database(), "--out", place})}) {
      CHECK(refused.status == 2);
      CHECK_THAT(refused.err, Contains("hint: "));
    }
  }
  CHECK(names_in(database()) == before);
  REQUIRE(geul_index({"site", "--db", database(), "--out", site()}).status == 0);
  REQUIRE(geul_index({"build", posts(), "--db", site() / "db"}).status == 0);
  const RunResult refused = geul_index({"site", "--db", database(), "--out", site()});
  CHECK(refused.status == 2);
  CHECK_THAT(refused.err, Contains("site/db"));
  CHECK(names_in(site()).contains("db"));
}

TEST_CASE_METHOD(PlainBlog, "what lies beside a place is no way to another", "[files]") {
  // A checkout of somebody else may hold links of names that geul would use.
  fs::create_directory(folder() / "elsewhere");
  RunOptions guessed;  // every process number that the shell may have
  guessed.through = {"/bin/sh", "-c",
                     "ln -s elsewhere site.new-$$; ln -s elsewhere db.new-$$; exec \"$0\" \"$@\""};
  guessed.folder = folder().path();
  const RunResult built = build({}, guessed);
  CHECK(built.status == 2);
  CHECK_THAT(built.err, Contains("in the way"));
  REQUIRE(build().status == 0);
  const RunResult exported = geul_index({"site", "--db", database(), "--out", site()}, guessed);
  CHECK(exported.status == 2);
  CHECK_THAT(exported.err, Contains("in the way"));
  CHECK(names_in(folder() / "elsewhere").empty());
}

}  // namespace geul::test
