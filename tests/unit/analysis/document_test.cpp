// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <fstream>
#include <utility>

#include "tests/support/temporary_folder.hpp"
#include "tests/unit/analysis/analysis_support.hpp"

namespace {

using Example = std::pair<std::string, std::string>;

/// The lines "left => right" of the document's blocks of one kind.
std::vector<Example> examples(const std::string& kind) {
  std::ifstream in(geul::test::project_folder() / "common/analysis/ANALYSIS.md");
  std::vector<Example> found;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("```", 0) == 0) {
      inside = line == "```" + kind;
    } else if (inside) {
      const std::size_t arrow = line.find(" => ");
      REQUIRE(arrow != std::string::npos);
      found.emplace_back(line.substr(0, arrow), line.substr(arrow + 4));
    }
  }
  return found;
}

std::string terms(const std::string& text) {
  std::string line;
  for (const geul::test::OwnToken& token : geul::test::tokens_of(text))
    line += (line.empty() ? "" : ", ") + std::string(geul::test::name_of(token.family)) + " " +
            token.term;
  return line;
}

}  // namespace

TEST_CASE("the document's examples of terms hold") {
  const std::vector<Example> all = examples("examples");
  REQUIRE(all.size() >= 10);
  for (const Example& example : all) {
    INFO(example.first);
    CHECK(terms(example.first) == example.second);
  }
}

TEST_CASE("the document's examples of keys hold") {
  const std::vector<Example> all = examples("keys");
  REQUIRE(all.size() >= 15);
  for (const Example& example : all) {
    INFO(example.first);
    CHECK(geul::test::key_of_word(example.first) == example.second);
  }
}
