// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/command.hpp"

#include <catch2/catch.hpp>

namespace geul::cli {
namespace {

struct Values {
  std::vector<std::string> words;
  std::vector<std::string> tags;
  std::optional<std::string> facets;
  std::string sort = "relevance";
  std::size_t limit = 10;
  bool explain = false;
};

Program one_command(Values& values) {
  Command command{"find", "Finds things.", {}, Positional{"QUERY", &values.words, "words", false}};
  command.options = {
      {"--tag", "T", &values.tags, "only this tag"},
      {"--facets", "LIST", &values.facets, "count", {}, "tag,year"},
      {"--sort", "", &values.sort, "the order", {"relevance", "newest"}},
      {"--limit", "N", &values.limit, "how many"},
      {"--explain", "", &values.explain, "say why"},
  };
  command.examples = {"find 컬리"};
  command.is_word = [](std::string_view argument) {
    return argument.find('-', 1) == argument.npos;
  };
  return {"find", "Finds things.", {command}, "find 1.0\n"};
}

Result<Parsed> run(const Program& program, std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "program");
  return parse(program, static_cast<int>(arguments.size()), arguments.data());
}

}  // namespace

TEST_CASE("command line: options and words in any order") {
  Values values;
  REQUIRE(run(one_command(values),
              {"컬리", "--tag", "이직", "--tag=취업", "후기", "--limit=3", "--explain"}));
  CHECK(values.words == std::vector<std::string>{"컬리", "후기"});
  CHECK(values.tags == std::vector<std::string>{"이직", "취업"});
  CHECK(values.limit == 3);
  CHECK(values.explain);
  CHECK_FALSE(values.facets);
}

TEST_CASE("command line: a value that may be left out does not eat the next word") {
  Values values;
  REQUIRE(run(one_command(values), {"--facets", "컬리"}));
  CHECK(values.facets == "tag,year");
  CHECK(values.words == std::vector<std::string>{"컬리"});
  Values given;
  REQUIRE(run(one_command(given), {"--facets=month"}));
  CHECK(given.facets == "month");
}

TEST_CASE("command line: words that begin with a dash") {
  Values values;
  REQUIRE(run(one_command(values), {"컬리", "-후기", "--", "--tag"}));
  CHECK(values.words == std::vector<std::string>{"컬리", "-후기", "--tag"});
  CHECK(values.tags.empty());
}

TEST_CASE("command line: what is wrong is named, with the next step") {
  Values values;
  const Program program = one_command(values);
  const auto unknown = run(program, {"--limti", "3"});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message == "unknown option --limti");
  CHECK(unknown.error().hint == "did you mean --limit?");
  CHECK(run(program, {"--limit", "many"}).error().code == ErrorCode::usage);
  CHECK(run(program, {"--limit", "-1"}).error().message ==
        "--limit: -1 is no whole number from 0 to 1000000000");
  CHECK(run(program, {"--limit", "99999999999999999999999"}).error().code == ErrorCode::usage);
  CHECK(run(program, {"--sort", "best"}).error().code == ErrorCode::usage);
  CHECK(run(program, {"--tag"}).error().code == ErrorCode::usage);
}

TEST_CASE("command line: help and version are texts to print") {
  Values values;
  const Program program = one_command(values);
  const std::string text = run(program, {"x", "--help"})->text;
  for (const char* const part : {"usage: find [QUERY...]", "--tag T", "(repeatable)",
                                 "--facets[=LIST]", "relevance|newest", "examples:", "find 컬리"})
    CHECK_THAT(text, Catch::Contains(part));
  CHECK(run(program, {"--version"})->text == "find 1.0\n");
}

TEST_CASE("command line: several commands") {
  std::vector<std::string> sources;
  const Program program{"geul-index",
                        "Indexes.",
                        {{"build", "Builds.", {}, Positional{"SOURCE", &sources, "a folder", true}},
                         {"check", "Checks.", {}, std::nullopt},
                         {"help",
                          "Explains.",
                          {},
                          Positional{"TOPIC", &sources, "a page", false, {"facets", "ranking"}}}},
                        "1.0\n"};
  CHECK(run(program, {"build", "posts"})->command->name == "build");
  sources.clear();
  CHECK(run(program, {"build"}).error().message == "no SOURCE given");
  CHECK(run(program, {"check", "x"}).error().message == "unexpected argument x");
  CHECK(run(program, {"biuld"}).error().hint == "did you mean geul-index build?");
  CHECK(run(program, {}).error().message == "no command given");
  CHECK(run(program, {"help"}));
  CHECK(run(program, {"help", "facets"}));
  CHECK(run(program, {"help", "rankin"}).error().message == "unknown TOPIC rankin");
  CHECK(run(program, {"help", "rankin"}).error().hint == "did you mean ranking?");
  CHECK_THAT(run(program, {"--help"})->text,
             Catch::Contains("COMMAND") && Catch::Contains("check"));
  CHECK_THAT(run(program, {"build", "--help"})->text, Catch::Contains("geul-index build SOURCE"));
}

}  // namespace geul::cli
