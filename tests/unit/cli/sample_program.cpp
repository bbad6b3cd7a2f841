// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/cli/sample_program.hpp"

namespace geul::cli::test {

Program SampleProgram::several_commands() {
  return {"geul-test",
          "Tests things. All of them.",
          {find(), clean(), help()},
          "geul-test 1.0\nmore\n",
          {"geul-query(1)", "geul-index(1)"}};
}

Program SampleProgram::one_command() {
  return {"geul-test", "", {find()}, "geul-test 1.0\nmore\n", {"geul-index(1)"}};
}

Command SampleProgram::find() {
  Command command{"find",
                  "Finds things. It isn't [hard]: \"try\" it.",
                  {},
                  Positional{"QUERY", &words_, "words", false}};
  command.options = {
      {"--db", "DIR", &folder_, "the folder"},
      {"--batch", "FILE", &file_, "a file; - is standard input"},
      {"--tag", "T", &tags_, "only it's tag: [a-z] $HOME `x` \\e"},
      {"--facets", "LIST", &facets_, "count", {}, "tag,year"},
      {"--sort", "", &sort_, "the order", {"relevance", "newest"}},
      {"--limit", "N", &limit_, "how many"},
      {"-0", "", &nul_, ".dot at the beginning"},
  };
  command.examples = {"geul-test find '컬리' \\", ".hidden"};
  return command;
}

Command SampleProgram::clean() {
  Command command{"clean", "Cleans up.", {}, std::nullopt};
  command.options = {{"--out", "DIR", &folder_, "where to"}};
  return command;
}

Command SampleProgram::help() {
  return {"help",
          "Explains.",
          {},
          Positional{"TOPIC", &words_, "a page", false, {"facets", "query-language"}}};
}

}  // namespace geul::cli::test
