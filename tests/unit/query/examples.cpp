// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/query/examples.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "common/base/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::test {

std::vector<std::string> blocks_of(std::string_view file, std::string_view language) {
  const auto document = read_file(project_folder() / file, 1 << 20);
  REQUIRE(document);
  std::vector<std::string> blocks;
  std::istringstream lines(*document);
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (inside && line == "```") {
      inside = false;
    } else if (inside) {
      blocks.back() += line + '\n';
    } else if (line == "```" + std::string(language)) {
      inside = true;
      blocks.emplace_back();
    }
  }
  return blocks;
}

std::vector<Example> examples_of(std::string_view file, std::string_view language) {
  static const std::string arrow = " => ";
  std::vector<Example> examples;
  for (const std::string& block : blocks_of(file, language)) {
    std::istringstream lines(block);
    for (std::string line; std::getline(lines, line);) {
      const std::size_t at = line.find(arrow);
      REQUIRE(at != std::string::npos);
      examples.push_back({line.substr(0, at), line.substr(at + arrow.size())});
    }
  }
  return examples;
}

}  // namespace geul::test
