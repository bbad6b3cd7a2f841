// SPDX-License-Identifier: GPL-2.0-or-later
// The manual's pages, and that what README and manual say to type is there.
#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "common/base/files.hpp"
#include "tests/scenario/blog.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::test {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;

constexpr std::uintmax_t kLargestPage = 1 << 20;

std::vector<fs::path> pages_below(const fs::path& folder) {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  return pages;
}

std::string text_of(const fs::path& file) {
  return *read_file(file, kLargestPage);
}

/// A line that somebody may type, and what it gives the program.
struct Typed {
  std::string line;
  std::string program;
  std::string command;  ///< of geul-index
  std::vector<std::string> options;
};

std::vector<Typed> typed_in(const std::string& text) {
  static const std::regex command(R"((geul-index|geul-query)( +[a-z]+)?((?: [^#`|\n]*)?))");
  static const std::regex option(R"( (--[a-z][a-z-]*))");
  std::vector<Typed> found;
  for (std::sregex_iterator at(text.begin(), text.end(), command), end; at != end; ++at) {
    Typed typed{at->str(), (*at)[1], (*at)[2], {}};
    typed.command.erase(0, typed.command.find_first_not_of(' '));
    const std::string rest = (*at)[3];
    for (std::sregex_iterator o(rest.begin(), rest.end(), option); o != end; ++o)
      typed.options.push_back((*o)[1]);
    if (!typed.options.empty()) found.push_back(typed);
  }
  return found;
}

std::string help_of(const Typed& typed) {
  if (typed.program == "geul-query") return geul_query({"--help"}).out;
  const std::string whole = geul_index({"--help"}).out + "--version";
  return typed.command.empty() ? whole : whole + geul_index({typed.command, "--help"}).out;
}

}  // namespace

TEST_CASE("manual: help prints each page as it was written, and lists them all") {
  const RunResult list = geul_index({"help"});
  CHECK(list.status == 0);
  const auto pages = pages_below(project_folder() / "data/manual/topics");
  REQUIRE(pages.size() >= 5);
  for (const fs::path& page : pages) {
    const std::string text = text_of(page);
    INFO(page);
    CHECK(geul_index({"help", page.stem().string()}).out == text);
    CHECK(text.starts_with("# "));
    CHECK_THAT(list.out, Contains(page.stem().string()));
    CHECK_THAT(list.out, Contains(text.substr(2, text.find('\n') - 2)));
    // cmark knows no tables, so that a manual page would have their signs.
    CHECK_THAT(text, !Contains("\n|"));
  }
}

TEST_CASE("manual: help of a command is its --help; of what is not there, the nearest") {
  CHECK(geul_index({"help", "build"}).out == geul_index({"build", "--help"}).out);
  const RunResult wrong = geul_index({"help", "facetts"});
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.err, Contains("unknown TOPIC facetts") && Contains("did you mean facets?"));
}

TEST_CASE("manual: the commands that README and manual show have their options") {
  auto pages = pages_below(project_folder() / "data/manual");
  pages.push_back(project_folder() / "README.md");
  std::size_t seen = 0;
  for (const fs::path& page : pages)
    for (const Typed& typed : typed_in(text_of(page))) {
      const std::string help = help_of(typed);
      for (const std::string& option : typed.options) {
        INFO(page << ": " << typed.line);
        CHECK_THAT(help, Contains(option));
        ++seen;
      }
    }
  CHECK(seen > 20);
}

}  // namespace geul::test
