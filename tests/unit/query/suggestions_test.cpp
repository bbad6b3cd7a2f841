// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/suggestions.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "common/text/utf8.hpp"
#include "query/render/json.hpp"
#include "tests/unit/query/examples.hpp"
#include "tests/unit/query/json_schema.hpp"

namespace geul::query {
namespace {

constexpr std::string_view kDocument = "query/render/JSON.md";

using Faults = std::vector<std::string>;

Suggestions sample() {
  Suggestion tag{Suggestion::Kind::tag, "데이터", Reading::half_typed, 3, "이직 tag:데이터"};
  Suggestion title{Suggestion::Kind::title,
                   "데이터 팀으로",
                   Reading::half_typed,
                   1,
                   "",
                   DocumentId("_posts/2022-07-28-career.md"),
                   "/career/"};
  return {"이직 데잍", {std::move(tag), std::move(title)}};
}

Suggestions hostile() {
  Suggestions suggestions = sample();
  suggestions.typed = "\xFF\x1b[31m";
  suggestions.found[0].text = "\x1b[31m빨강\n\xFF";
  suggestions.found[1].url = "";
  suggestions.found[1].id = DocumentId("a\x1b[0m.md");
  return suggestions;
}

}  // namespace

TEST_CASE("The suggestions are the JSON that the document shows", "[json]") {
  const auto blocks = test::blocks_of(kDocument, "json");
  REQUIRE(blocks.size() == 2);
  const auto example = parse_json(blocks[1]);
  REQUIRE(example);
  CHECK(to_json(sample()).dump(2) == example->dump(2));
}

TEST_CASE("Every member of suggestions stands in the document, with its type", "[json]") {
  const test::JsonSchema schema(kDocument);
  for (const Suggestions& suggestions : {sample(), hostile(), Suggestions{}})
    CHECK(schema.faults(to_json(suggestions), "Suggestions") == Faults{});
  std::istringstream lines(to_json_lines(hostile()));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto completion = parse_json(line);
    REQUIRE(completion);
    CHECK(schema.faults(*completion, "completion") == Faults{});
  }
  CHECK(count == 2);
}

TEST_CASE("Text has a line for each suggestion, aligned and safe to print", "[text]") {
  CHECK(to_text(sample()) ==
        "데이터         tag       3 posts\n"
        "데이터 팀으로  title     /career/\n");
  const std::string text = to_text(hostile());
  CHECK(text::is_utf8(text));
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  CHECK(to_text({}).empty());
}

}  // namespace geul::query
