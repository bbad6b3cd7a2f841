// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/command.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>

namespace geul::cli {
namespace {

struct Values {
  std::vector<std::string> words;
  std::vector<std::string> tags;
  std::optional<std::string> facets;
  std::string sort = "relevance";
  std::size_t limit = 10;
  bool explain = false;
  std::string since;
};

Program one_command(Values& values) {
  Command command{"find", "Finds things.", {}, Positional{"QUERY", &values.words, "words", false}};
  command.options = {
      {"--tag", "T", &values.tags, "only this tag"},
      {"--facets", "LIST", &values.facets, "count", {}, "tag,year"},
      {"--sort", "", &values.sort, "the order", {"relevance", "newest"}},
      {"--limit", "N", &values.limit, "how many"},
      {"--explain", "", &values.explain, "say why"},
      per_call({"--since-day", "DAY", &values.since, "from then on"}),
  };
  command.examples = {"find 컬리"};
  command.is_word = [](std::string_view argument) {
    return argument.find('-', 1) == argument.npos;
  };
  return {"find", "Finds things.", {command}, "find 1.0\n"};
}

using Variables = std::map<std::string, std::string>;

Result<Parsed> run(const Program& program, std::vector<const char*> arguments,
                   const Variables& variables = {}) {
  arguments.insert(arguments.begin(), "program");
  return parse(program, static_cast<int>(arguments.size()), arguments.data(),
               [&variables](const char* name) -> const char* {
                 const auto found = variables.find(name);
                 return found == variables.end() ? nullptr : found->second.c_str();
               });
}

/// The variable that gave an option its value; "-" for the command line, empty for none.
std::string origin(const Parsed& parsed, std::string_view option) {
  for (const Given& given : parsed.given)
    if (given.option == option) return given.variable.empty() ? "-" : given.variable;
  return {};
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

TEST_CASE("command line: a variable is an option's value where the command line gives none") {
  Values values;
  const Variables variables{{"GEUL_LIMIT", "7"},       {"GEUL_SORT", "newest"},
                            {"GEUL_TAG", "이직,취업"}, {"GEUL_FACETS", "year"},
                            {"GEUL_EXPLAIN", "yes"},   {"GEUL_SINCE_DAY", "2024"},
                            {"GEUL_UNKNOWN", "x"}};
  const auto parsed = run(one_command(values), {"--limit", "3", "--", "컬리"}, variables);
  REQUIRE(parsed);
  CHECK(values.limit == 3);
  CHECK(values.sort == "newest");
  CHECK(values.tags == std::vector<std::string>{"이직,취업"});
  CHECK(values.facets == "year");
  CHECK(values.explain);
  CHECK(values.since.empty());
  CHECK(values.words == std::vector<std::string>{"컬리"});
  CHECK(origin(*parsed, "--limit") == "-");
  CHECK(origin(*parsed, "--sort") == "GEUL_SORT");
  CHECK(origin(*parsed, "--since-day").empty());
}

TEST_CASE("command line: an option given on it, even once of many, leaves its variable out") {
  Values values;
  REQUIRE(run(one_command(values), {"--tag", "요리", "--facets"},
              {{"GEUL_TAG", "이직"}, {"GEUL_FACETS", "year"}}));
  CHECK(values.tags == std::vector<std::string>{"요리"});
  CHECK(values.facets == "tag,year");
}

TEST_CASE("command line: an empty variable, and a flag's no, say nothing") {
  Values values;
  REQUIRE(run(one_command(values), {}, {{"GEUL_LIMIT", ""}, {"GEUL_EXPLAIN", "0"}}));
  CHECK(values.limit == 10);
  CHECK_FALSE(values.explain);
}

TEST_CASE("command line: a variable's value that cannot be is named by the variable") {
  for (const auto& [variable, value] :
       Variables{{"GEUL_LIMIT", "many"}, {"GEUL_SORT", "best"}, {"GEUL_EXPLAIN", "perhaps"}}) {
    Values values;
    const auto parsed = run(one_command(values), {}, {{variable, value}});
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == ErrorCode::usage);
    CHECK_THAT(parsed.error().message, Catch::StartsWith(variable + ": " + value));
    CHECK_THAT(parsed.error().hint, Catch::Contains("unset " + variable));
  }
}

TEST_CASE("command line: variables are named after options, each by its own") {
  const auto variable = [](std::string_view name) {
    bool target = false;
    return variable_of({name, "", &target, ""});
  };
  CHECK(variable("--facet-limit") == "GEUL_FACET_LIMIT");
  CHECK(variable("-0").empty());
  Values values;
  std::set<std::string> seen;
  const Program program = one_command(values);
  for (const Option& option : program.commands.front().options) {
    const std::string name = variable_of(option);
    CHECK(name.empty() == option.per_call);
    CHECK((name.empty() || seen.insert(name).second));
    CHECK(name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == name.npos);
  }
}

TEST_CASE("command line: a variable is taken where its option is, and to the same effect") {
  const auto all = [](const Values& values) {
    return std::tuple(values.tags, values.facets, values.sort, values.limit, values.since);
  };
  for (const std::string option : {"--tag", "--facets", "--sort", "--limit"})
    for (const std::string value :
         {"newest", "7",   "-1", "+7",  "7 ",   "1e3", "a=b",        "[a,b]", "[]",  "--tag",
          "-x",     "'a'", "\"", "a b", "컬리", "%",   "1000000001", "--",    "{a}", "a,b"}) {
      CAPTURE(option, value);
      Values typed;
      Values set;
      const std::string argument = option + '=' + value;
      const std::string variable = option == "--tag"      ? "GEUL_TAG"
                                   : option == "--facets" ? "GEUL_FACETS"
                                   : option == "--sort"   ? "GEUL_SORT"
                                                          : "GEUL_LIMIT";
      const bool is_typed = run(one_command(typed), {argument.c_str()}).has_value();
      CHECK(run(one_command(set), {}, {{variable, value}}).has_value() == is_typed);
      if (is_typed) CHECK(all(typed) == all(set));
    }
}

TEST_CASE("command line: a flag and its variable say the same, yes and no, and nothing else") {
  for (const std::string value : {"1", "true", "yes", "on", "0", "false", "no", "off", "2", "-1",
                                  "True", "enable", "perhaps", "t", " 1", "=", "true=", "{}"})
    for (const char* const before : {"", "0", "1"}) {
      CAPTURE(value, before);
      Values typed;
      Values set;
      const std::string argument = "--explain=" + value;
      const auto is_typed =
          run(one_command(typed), {argument.c_str()}, {{"GEUL_EXPLAIN", before}}).has_value();
      CHECK(run(one_command(set), {}, {{"GEUL_EXPLAIN", value}}).has_value() == is_typed);
      if (is_typed) CHECK(typed.explain == set.explain);
    }
  Values values;
  CHECK(run(one_command(values), {"--explain="}).error().message ==
        "--explain:  is neither true nor false");
  CHECK(run(one_command(values), {"--explain=perhaps"}).error().hint == "see find --help");
  REQUIRE(run(one_command(values), {"--explain", "--explain=no", "--", "--explain=x"}));
  CHECK_FALSE(values.explain);
  CHECK(values.words == std::vector<std::string>{"--explain=x"});
  REQUIRE(run(one_command(values), {"--explain=no", "--explain"}));
  CHECK(values.explain);
}

TEST_CASE("command line: a flag on it goes before the variable of the opposite") {
  struct Flags {
    bool quiet = false;
    bool verbose = false;
  };
  const auto flags = [](std::vector<const char*> arguments, const Variables& variables) {
    Flags values;
    Command command{"talk", "Talks.", {}, std::nullopt};
    command.options = {against("--verbose", {"--quiet", "", &values.quiet, "less"}),
                       against("--quiet", {"--verbose", "", &values.verbose, "more"})};
    REQUIRE(run({"talk", "Talks.", {command}, "1.0\n"}, std::move(arguments), variables));
    return std::pair(values.quiet, values.verbose);
  };
  CHECK(flags({"--quiet"}, {{"GEUL_VERBOSE", "1"}}) == std::pair(true, false));
  CHECK(flags({"--verbose"}, {{"GEUL_QUIET", "1"}}) == std::pair(false, true));
  CHECK(flags({"--verbose=no"}, {{"GEUL_QUIET", "1"}}) == std::pair(true, false));
  CHECK(flags({}, {{"GEUL_QUIET", "1"}, {"GEUL_VERBOSE", "1"}}) == std::pair(true, true));
  CHECK(flags({"--quiet", "--verbose"}, {}) == std::pair(true, true));
}

TEST_CASE("command line: errors found later speak of the variable, of the whole name alone") {
  const std::vector<Given> given{{"--limit", "GEUL_LIMIT"}, {"--tag", ""}};
  const auto message = [&](const char* text) {
    return as_given({ErrorCode::usage, text, {}}, given).message;
  };
  CHECK(message("--limit 9 is more than --tag") == "GEUL_LIMIT 9 is more than --tag");
  CHECK(message("--limit-all and --limit") == "--limit-all and GEUL_LIMIT");
  CHECK(message("") == "");
}

TEST_CASE("command line: errors about a path that a variable gives name the variable") {
  const std::string here = std::filesystem::current_path().string();
  const std::vector<Given> given{{"--db", "GEUL_DB", "own/db"}, {"--limit", "GEUL_LIMIT"}};
  const auto message = [&](const std::string& text) {
    return as_given({ErrorCode::not_found, text, {}}, given).message;
  };
  for (const std::string& named :
       {std::string("no database at own/db"), "no database at " + here + "/own/db",
        std::string("own/db holds none"), std::string("cannot open own/db: it is locked"),
        std::string("cannot open own/db/iamglass: it is locked")})
    CHECK(message(named) == named + " (GEUL_DB)");
  for (const std::string other :
       {"no database at my/own/db", "no database at own/db2", "no database at other", "own", ""})
    CHECK(message(other) == other);
  const auto hint = [&](const char* file, const char* text) {
    return as_given({ErrorCode::malformed, "unknown key own/db", text, {file, 3}}, given).hint;
  };
  CHECK(hint("own/db", "did you mean x?") == "did you mean x?; GEUL_DB names this file");
  CHECK(hint((here + "/own/db").c_str(), "") == "GEUL_DB names this file");
  CHECK(hint("other", "") == "");
}

TEST_CASE("command line: a path is kept of variables of files and folders alone") {
  std::string folder;
  std::string count;
  Command command{"talk", "Talks.", {}, std::nullopt};
  command.options = {{"--db", "DIR", &folder, "where"}, {"--jobs", "N", &count, "how many"}};
  const Program program{"talk", "Talks.", {command}, "1.0\n"};
  const auto parsed = run(program, {}, {{"GEUL_DB", "a"}, {"GEUL_JOBS", "3"}});
  REQUIRE(parsed);
  REQUIRE(parsed->given.size() == 2);
  CHECK(parsed->given[0].path == "a");
  CHECK(parsed->given[1].path.empty());
  CHECK(run(program, {"--db", "a"})->given[0].path.empty());
}

TEST_CASE("command line: help and version are texts to print") {
  Values values;
  const Program program = one_command(values);
  const std::string text = run(program, {"x", "--help"})->text;
  for (const char* const part :
       {"usage: find [QUERY...]", "--tag T", "(repeatable)", "--facets[=LIST]", "relevance|newest",
        "examples:", "find 컬리", "GEUL_TAG for --tag"})
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
  CHECK(run(program, {"help", "nope"}).error().hint == "known are facets, ranking");
  CHECK_THAT(run(program, {"--help"})->text,
             Catch::Contains("COMMAND") && Catch::Contains("check"));
  CHECK_THAT(run(program, {"build", "--help"})->text, Catch::Contains("geul-index build SOURCE"));
}

}  // namespace geul::cli
