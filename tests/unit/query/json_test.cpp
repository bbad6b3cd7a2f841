// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/json.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/unit/query/examples.hpp"
#include "tests/unit/query/json_schema.hpp"
#include "tests/unit/query/sample_answer.hpp"

namespace geul::query {
namespace {

constexpr std::string_view kDocument = "query/render/JSON.md";

using Faults = std::vector<std::string>;

static_assert(index::kExactMatches == 1'000'000, "JSON.md says so of facets_exact");

}  // namespace

TEST_CASE("The answer is the JSON that the document shows", "[json]") {
  const auto blocks = test::blocks_of(kDocument, "json");
  REQUIRE(blocks.size() == 2);
  const auto example = parse_json(blocks[0]);
  REQUIRE(example);
  CHECK(to_json(test::sample_answer(), std::nullopt).dump(2) == example->dump(2));
}

TEST_CASE("Every member that is written stands in the document, with its type", "[json]") {
  const test::JsonSchema schema(kDocument);
  REQUIRE(schema.size() == 13);
  for (const Answer& answer : {test::sample_answer(), test::hostile_answer(), Answer{}}) {
    const Json json = to_json(answer, "q1");
    CHECK(schema.faults(json, "Answer") == Faults{});
    for (const index::FacetCounts& counts : answer.facets)
      CHECK(schema.faults(json["facets"][std::string{counts.facet.name()}], "[facet value]") ==
            Faults{});
  }
}

TEST_CASE("The check of the document sees what is missing, new or of another type", "[json]") {
  const test::JsonSchema schema(kDocument);
  Json json = to_json(test::sample_answer(), std::nullopt);
  json["hits"][0].erase("url");
  json["total"]["count"] = "1";
  json["more"] = 1;
  CHECK(schema.faults(json, "Answer").size() == 3);
}

TEST_CASE("JSON Lines hold the same hits, one a line", "[json]") {
  std::istringstream lines(to_json_lines(test::hostile_answer(), "q1"));
  const test::JsonSchema schema(kDocument);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    auto hit = parse_json(line);
    REQUIRE(hit);
    CHECK((*hit)["id_of_query"] == "q1");
    hit->erase("id_of_query");
    CHECK(schema.faults(*hit, "hit") == Faults{});
  }
  CHECK(count == 1);
}

TEST_CASE("JSON text is valid UTF-8 without control characters, whatever posts hold", "[json]") {
  const std::string text = to_json_text(to_json(test::hostile_answer(), std::nullopt));
  CHECK(parse_json(text));
  for (const char c : text) CHECK(static_cast<unsigned char>(c) >= 0x20);
}

}  // namespace geul::query
