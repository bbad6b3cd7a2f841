// SPDX-License-Identifier: GPL-2.0-or-later
// What posts, file names and queries hold reaches no terminal as anything but text, and no script
// as anything but its format.
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "common/text/utf8.hpp"
#include "tests/scenario/blog.hpp"
#include "tests/support/hostile_text.hpp"

namespace geul::test {
namespace {

using Catch::Contains;
using Words = std::vector<std::string>;

std::string hostile(std::string_view name) {
  return std::string(name) + ' ' + std::string(kHostileText);
}

/// A record of JSON Lines with hostile text under each key that has any.
std::string hostile_record() {
  const Json record{{"id", hostile("기록")},
                    {"title", hostile("검색 제목")},
                    {"date", "2024-01-02"},
                    {"tags", {hostile("꼬리표"), hostile("둘째")}},
                    {"categories", {hostile("갈래")}},
                    {"author", hostile("글쓴이")},
                    {"series", hostile("연재")},
                    {"summary", hostile("요약")},
                    {"url", "/a" + std::string(kHostileText)},
                    {"body", "# " + hostile("검색 머리") + "\n\n검색 본문 " + hostile("여기") +
                                 "\n\n```\n검색 " + hostile("코드") + "\n```\n"}};
  return to_json_text(record) + '\n';
}

/// The same as front matter: YAML's own escapes make the characters, and its errors quote them.
std::string hostile_post() {
  const std::string quoted = to_json_text(Json(hostile("검색")));
  return "---\ntitle: " + quoted + "\ntags: [" + quoted + "]\n---\n\n## " + hostile("머리") +
         "\n\n본문 " + hostile("검색") + '\n';
}

/// Posts whose names, keys and texts are all hostile.
class HostileBlog : public Blog {
 public:
  HostileBlog() {
    post(kOddName, hostile_post());
    post("bytes\xB1\xDB.md", "검색\n");
    post("raw.md", "---\ntitle: 날것\n---\n\n검색 " + hostile("날것") + '\n');
    post("broken.md", "---\ntitle: [" + hostile("a: {") + "\n---\n\n검색\n");
    post("records.jsonl", hostile_record() + "{\"id\": \"" + hostile("broken") + "\n");
    built = geul_index({"build", posts(), posts() / "records.jsonl", "--db", database(),
                        "--verbose", "--progress", "always"});
  }

  static constexpr const char* kOddName =
      "odd\x1B[2J\n\xC2\x9B"
      "2J\r\xE2\x80\xAE name.md";
  RunResult built;
};

const std::vector<Words>& questions() {
  static const std::vector<Words> all{
      {"검색"},
      {},
      {"검색", "--explain", "--analyze"},
      {"검색", "--facets"},
      {"--facets"},
      {"--sort", "newest", "--width", "60"},
      {"--suggest", "검"},
      {"--suggest", "꼬"},
      {"--similar", "raw.md"},
      {"--tag", hostile("꼬리표")},
      {"--tag", hostile("없는")},
      {"--since", hostile("2024")},
      {"--where", hostile("series")},
      {hostile("검색"), "--explain", "--analyze"},
      {"unknown:" + hostile("검색")},
      {"--similar", hostile("없는")},
      {"--" + hostile("option")},
      {"--db", hostile("/no")},
  };
  return all;
}

void check_harmless(const RunResult& result) {
  CHECK(acting_part(result.out).empty());
  CHECK(acting_part(result.err).empty());
}

std::string show(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += word + ' ';
  return text;
}

Words with(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

std::vector<std::string> split(const std::string& text, char end) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, end);) parts.push_back(part);
  return parts;
}

}  // namespace

TEST_CASE_METHOD(HostileBlog, "hostile names and texts are printed as text", "[hostile]") {
  CHECK(built.status == 0);
  CHECK_THAT(built.err, Contains("odd"));
  check_harmless(built);
  for (const Words& question : questions()) {
    INFO(show(question));
    check_harmless(query(question));
    check_harmless(query(with(question, {"--color", "always"})));
    RunOptions options;
    options.terminal = true;
    CHECK(acting_part(query(question, options).out).empty());
  }
}

TEST_CASE_METHOD(HostileBlog, "what geul-index says of hostile names is text", "[hostile]") {
  for (const Words& command :
       {Words{"build", posts(), "--db", database(), "--dry-run"},
        Words{"build", posts(), "--db", database(), "--rebuild", "--verbose"},
        Words{"build", hostile("/no"), "--db", database()}, Words{"check", "--db", database()},
        Words{"stats", "--db", database()}, Words{"check", "--db", hostile("/no")},
        Words{"related", "--db", database()}, Words{hostile("command")},
        Words{"site", "--db", database(), "--out", posts()},
        Words{"compact", "--db", database(), "--out", posts()},
        Words{"build", posts(), "--db", posts()}}) {
    INFO(show(command));
    check_harmless(geul_index(command));
  }
}

TEST_CASE_METHOD(HostileBlog, "what geul-index says of hostile settings is text", "[hostile]") {
  for (const std::string& settings :
       {hostile("unknown") + ": 1\n", "synonyms: \"" + hostile("no") + "\"\n",
        "facets: [\"" + to_json_text(Json(hostile("facet"))).substr(1) + "]\n",
        "exclude: {" + hostile("a")}) {
    post("geul.yaml", settings);
    INFO(settings);
    check_harmless(geul_index({"build", posts(), "--db", database()}));
  }
}

TEST_CASE_METHOD(HostileBlog, "JSON holds hostile text, and no byte of it acts", "[hostile]") {
  for (const Words& question : questions()) {
    INFO(show(question));
    const RunResult json = query(with(question, {"--format", "json"}));
    CHECK(acting_part(json.out).empty());
    if (json.status != 2) CHECK(parse_json(json.out).has_value());
    const RunResult lines = query(with(question, {"--format", "jsonl"}));
    CHECK(acting_part(lines.out).empty());
    for (const std::string& line : split(lines.out, '\n')) CHECK(parse_json(line).has_value());
  }
  const Json answer = json_of(query({"--tag", hostile("꼬리표"), "--format", "json"}));
  REQUIRE(answer["hits"].size() == 1);
  CHECK_THAT(answer["hits"][0]["title"].get<std::string>(), Contains("\xE2\x80\xAE뒤집음"));
}

TEST_CASE_METHOD(HostileBlog, "a line of TREC has six fields whatever the ids", "[hostile]") {
  RunOptions options;
  options.input = hostile("id").substr(0, 10) + "\t검색\n";
  for (const RunResult& run : {query({"검색", "--format", "trec"}),
                               query({"--batch", "-", "--format", "trec"}, options)}) {
    const auto lines = split(run.out, '\n');
    CHECK(lines.size() == 5);
    CHECK(acting_part(run.out).empty());
    for (const std::string& line : lines) CHECK(split(line, ' ').size() == 6);
  }
}

TEST_CASE_METHOD(HostileBlog, "paths with NUL between them can be opened as they are",
                 "[hostile]") {
  const RunResult found = query({"검색", "--format", "paths", "-0"});
  CHECK(found.status == 0);
  const auto paths = split(found.out, '\0');
  CHECK(found.out.back() == '\0');
  CHECK(paths.size() == 5);
  const auto files = std::count_if(paths.begin(), paths.end(), [](const std::string& path) {
    return std::filesystem::exists(path);
  });
  CHECK(files == 4);  // and a record's address
  CHECK(std::count(paths.begin(), paths.end(), (posts() / kOddName).string()) == 1);
}

TEST_CASE_METHOD(HostileBlog, "paths are a line each, and harmless on a terminal", "[hostile]") {
  const RunResult found = query({"검색", "--format", "paths"});
  CHECK(split(found.out, '\n').size() == 5);
  RunOptions options;
  options.terminal = true;
  const RunResult shown = query({"검색", "--format", "paths"}, options);
  CHECK(acting_part(shown.out).empty());
  CHECK_THAT(shown.out, Contains("raw.md"));
}

TEST_CASE_METHOD(HostileBlog, "NUL goes with paths alone", "[hostile]") {
  const RunResult refused = query({"검색", "-0"});
  CHECK(refused.status == 2);
  CHECK_THAT(refused.err, Contains("--format paths"));
}

}  // namespace geul::test
