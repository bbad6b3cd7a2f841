// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "tests/scenario/layouts.hpp"

// However posts are spread, the answer is the same, byte for byte.
namespace geul::test {
namespace {

std::string batch_of(const std::vector<std::string>& queries) {
  std::string batch;
  for (const std::string& query : queries) batch += geul::format("{}\t{}\n", batch.size(), query);
  return batch;
}

/// The examples in GRAMMAR.md, which are of all kinds.
std::string examples_of_queries() {
  const auto grammar = read_file(project_folder() / "query/parse/GRAMMAR.md", 1 << 20);
  REQUIRE(grammar);
  std::vector<std::string> queries;
  std::istringstream lines(*grammar);
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) inside = line == "```examples";
    if (const std::size_t arrow = line.find(" => "); inside && arrow != std::string::npos)
      queries.push_back(line.substr(0, arrow));
  }
  REQUIRE(queries.size() > 50);
  return batch_of(queries);
}

/// Words that the posts have, spelled, spaced, begun and typed in all ways.
std::string some_queries() {
  return batch_of({"검색",
                   "검색 엔진",
                   "검색엔진 회고",
                   "이직했다 고양이 데이터 서버",
                   "조사는 어떻게 떼어 내나요?",
                   "\"검색 엔진\"",
                   "+검색 -회고",
                   "쿠버*",
                   "가* 나*",
                   "ㅋㅂㄴㅌㅅ",
                   "ㄱㅅㅇㅈ",
                   "컴퓨ㅌ",
                   "알고맂",
                   "zjffl",
                   "쿠버네티즈",
                   "알고리듬 섹인",
                   "컨텐츠",
                   "tag:검색 회고",
                   "series:검색*",
                   "date:2022 서버",
                   "(검색 OR 회고) AND 서버",
                   "title:고양이 서버",
                   "없는낱말임"});
}

/// From a little before the first byte in which two lines differ.
std::string around(const std::string& line, const std::string& other) {
  const auto at = std::mismatch(line.begin(), line.end(), other.begin(), other.end()).first;
  const auto byte = static_cast<std::size_t>(at - line.begin());
  return line.substr(byte - std::min<std::size_t>(byte, 60), 120);
}

/// The first line of `text` that `other` has not, and what it has there.
std::string difference(const std::string& text, const std::string& other) {
  std::istringstream lines(text);
  std::istringstream others(other);
  std::string line;
  std::string its;
  while (std::getline(lines, line) && std::getline(others, its))
    if (line != its) return around(line, its) + "\n" + around(its, line);
  return "in length";
}

/// In every layout, what is printed and the status.
void check_alike(const Spread& spread, const std::vector<std::string>& arguments,
                 const RunOptions& options = {}) {
  const RunResult one = ask(spread.layouts().front(), arguments, options);
  CAPTURE(arguments, one.err);
  for (const Layout& layout : spread.layouts()) {
    const RunResult other = ask(layout, arguments, options);
    INFO(layout.name << ": " << other.err);
    CHECK(other.err == one.err);
    CHECK(other.status == one.status);
    if (other.out == one.out) continue;
    UNSCOPED_INFO("difference: " << difference(one.out, other.out));
    CHECK((other.out == one.out));
  }
}

using Arguments = std::vector<std::string>;

void check_batch_alike(const Spread& spread, const std::string& queries, Arguments more) {
  const Arguments start{"--batch", "-", "--format", "json"};
  more.insert(more.begin(), start.begin(), start.end());
  check_alike(spread, more, {.input = queries});
}

}  // namespace

TEST_CASE("layouts: the answer is the same, however posts are spread, and stays so with updates") {
  Spread spread(1);
  check_batch_alike(spread, some_queries(), {"--facets", "--explain", "--limit", "5"});
  spread.change();
  spread.change();
  check_batch_alike(spread, examples_of_queries(), {"--facets", "--limit", "5"});
  check_batch_alike(spread, some_queries(),
                    {"--sort", "newest", "--offset", "2", "--since", "2021", "--facets"});
  for (const char* const typed : {"검", "ㅋㅂ", "회고 데잍", "3"})
    check_alike(spread, {"--suggest", typed, "--format", "json"});
  check_alike(spread, {"--similar", spread.ids().front(), "--format", "json", "--facets"});
  check_alike(spread, {"--similar", "없는 글"});
}

TEST_CASE("layouts: a replica answers as its database does, and follows it") {
  const Blog blog;
  blog.post("a.md", "# 고양이\n\n잔다.\n");
  REQUIRE(blog.build().status == 0);
  const Server server("xapian-replicate-server",
                      {"--interface", "127.0.0.1", "--port", "PORT", blog.folder().path()});
  const std::string replica = blog.folder() / "replica";
  const auto replicate = [&] {
    const RunResult done = run("/usr/bin/xapian-replicate",
                               {"--host=127.0.0.1", geul::format("--port={}", server.port()),
                                "--master=db", "--one-shot", "--reader-time=0", replica});
    CAPTURE(done.out, done.err);
    CHECK(done.status == 0);
  };
  const auto answer = [](const std::string& database) {
    return geul_query({"--db", database, "고양이", "--format", "json", "--facets"}).out;
  };
  replicate();
  CHECK(json_of(geul_query({"--db", replica, "고양이", "--format", "json"}))["total"]["count"] ==
        1);
  blog.post("b.md", "# 다른 고양이\n\n운다.\n");
  REQUIRE(blog.build({}, {.environment = {{"XAPIAN_MAX_CHANGESETS", "10"}}}).status == 0);
  CHECK(answer(replica) != answer(blog.database()));
  replicate();
  CHECK(answer(replica) == answer(blog.database()));
  blog.post("c.md", "# 셋째 고양이\n\n운다.\n");
  REQUIRE(blog.build({"--rebuild"}).status == 0);
  replicate();
  CHECK(answer(replica) == answer(blog.database()));
}

}  // namespace geul::test
