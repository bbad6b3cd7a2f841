// SPDX-License-Identifier: GPL-2.0-or-later
// data/vectors/analysis.jsonl: one text a line with its tokens [family, term, begin, end, word].
// After a change of the chain, `test-analysis "[.update]"` writes the tokens anew; read the diff.
#include <catch2/catch.hpp>
#include <fstream>

#include "common/base/files.hpp"
#include "common/base/json.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/analysis/analysis_support.hpp"

namespace {

using geul::Json;

std::filesystem::path vectors_file() {
  return geul::test::project_folder() / "data/vectors/analysis.jsonl";
}

std::vector<Json> vectors() {
  std::ifstream in(vectors_file());
  std::vector<Json> all;
  for (std::string line; std::getline(in, line);) {
    const geul::Result<Json> parsed = geul::parse_json(line);
    REQUIRE(parsed.has_value());
    all.push_back(*parsed);
  }
  return all;
}

Json tokens_as_json(const std::string& text) {
  Json tokens = Json::array();
  for (const geul::test::OwnToken& token : geul::test::tokens_of(text))
    tokens.push_back({geul::test::name_of(token.family), token.term, token.span.begin,
                      token.span.end, token.word});
  return tokens;
}

}  // namespace

TEST_CASE("each text of the vectors has its tokens") {
  const std::vector<Json> all = vectors();
  REQUIRE(all.size() >= 30);
  for (const Json& vector : all) {
    const std::string text = vector.at("text").get<std::string>();
    INFO(text);
    CHECK(tokens_as_json(text).dump() == vector.at("tokens").dump());
  }
}

TEST_CASE("write the vectors anew", "[.update]") {
  std::string lines;
  for (const Json& vector : vectors()) {
    const std::string text = vector.at("text").get<std::string>();
    lines += geul::to_json_text(Json{{"text", text}, {"tokens", tokens_as_json(text)}}) + "\n";
  }
  REQUIRE(geul::write_file(vectors_file(), lines).has_value());
}
