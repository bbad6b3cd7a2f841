// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <fstream>
#include <utility>

#include "common/analysis/dictionary.hpp"
#include "common/analysis/dictionary_file.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/analysis/analysis_support.hpp"

namespace {

using Example = std::pair<std::string, std::string>;

/// The lines of the document's blocks of one kind.
std::vector<std::string> lines(const std::string& kind) {
  std::ifstream in(geul::test::project_folder() / "common/analysis/ANALYSIS.md");
  std::vector<std::string> found;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("```", 0) == 0)
      inside = line == "```" + kind;
    else if (inside)
      found.push_back(line);
  }
  return found;
}

/// Of lines "left => right" both sides.
std::vector<Example> examples(const std::string& kind) {
  std::vector<Example> found;
  for (const std::string& line : lines(kind)) {
    const std::size_t arrow = line.find(" => ");
    REQUIRE(arrow != std::string::npos);
    found.emplace_back(line.substr(0, arrow), line.substr(arrow + 4));
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

TEST_CASE("the document's examples of the user dictionary hold") {
  std::string text;
  for (const std::string& line : lines("dictionary")) text += line + '\n';
  const auto file = geul::analysis::read_dictionary(text);
  REQUIRE(file);
  CHECK(file->warnings.empty());
  std::vector<std::string> words;
  for (const auto& entry : file->entries) words.push_back(entry.word);
  geul::analysis::Analyzer analyzer(geul::analysis::make_dictionary(words));
  const std::vector<Example> all = examples("user-keys");
  REQUIRE(all.size() >= 5);
  for (const Example& example : all) {
    INFO(example.first);
    CHECK(geul::test::tokens_of(example.first, analyzer).at(0).term == example.second);
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
