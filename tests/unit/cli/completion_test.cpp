// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/completion.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/cli/sample_program.hpp"

namespace geul::cli {
namespace {

using Catch::Contains;

/// What bash offers for the words, of which the last is being typed.
std::string offered(const std::string& script, const std::string& words) {
  const geul::test::TemporaryFolder folder;
  folder.write("folder/x", "");
  folder.write("file", "");
  geul::test::RunOptions options;
  options.folder = folder.path();
  options.input =
      script + "\nCOMP_WORDS=(" + words +
      ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_geul_test\necho \"${COMPREPLY[@]}\"\n";
  const auto run = geul::test::run("/bin/bash", {"--norc", "-s"}, options);
  CHECK(run.err.empty());
  return run.out;
}

}  // namespace

TEST_CASE("completion: bash offers commands, options, choices, folders and files") {
  test::SampleProgram sample;
  const std::string script = completion(sample.several_commands(), Shell::bash);
  CHECK(offered(script, "geul-test ''") == "find clean help --help --version\n");
  CHECK(offered(script, "geul-test c") == "clean\n");
  CHECK(offered(script, "geul-test find --s") == "--sort\n");
  CHECK(offered(script, "geul-test find --sort n") == "newest\n");
  CHECK(offered(script, "geul-test find --sort = n") == "newest\n");
  CHECK(offered(script, "geul-test find --sort =") == "relevance newest\n");
  CHECK(offered(script, "geul-test find --db f") == "folder\n");
  CHECK(offered(script, "geul-test find --batch f") == "file folder\n");
  CHECK(offered(script, "geul-test find --tag f") == "\n");
  CHECK(offered(script, "geul-test find --facets f") == "file folder\n");
  CHECK(offered(script, "geul-test clean --") == "--help --version --out\n");
  CHECK(offered(script, "geul-test clean f") == "\n");
  CHECK(offered(script, "geul-test help f") == "facets\n");
}

TEST_CASE("completion: bash without commands") {
  test::SampleProgram sample;
  const std::string script = completion(sample.one_command(), Shell::bash);
  CHECK(offered(script, "geul-test --sort r") == "relevance\n");
  CHECK(offered(script, "geul-test -") ==
        "--help --version --db --batch --tag --facets --sort --limit -0\n");
}

TEST_CASE("completion: zsh and fish take the scripts, where they are") {
  test::SampleProgram sample;
  for (const Program& program : {sample.several_commands(), sample.one_command()})
    for (const auto& [shell, path] :
         {std::pair(Shell::zsh, "/usr/bin/zsh"), std::pair(Shell::fish, "/usr/bin/fish")}) {
      const geul::test::TemporaryFolder folder;
      folder.write("script", completion(program, shell));
      if (!std::filesystem::exists(path)) continue;
      const auto run = geul::test::run(path, {"-n", folder / "script"});
      INFO(run.err);
      CHECK(run.status == 0);
    }
}

TEST_CASE("completion: zsh's own signs in help are text") {
  test::SampleProgram sample;
  const std::string zsh = completion(sample.one_command(), Shell::zsh);
  CHECK_THAT(zsh, Catch::StartsWith("#compdef geul-test\n"));
  CHECK_THAT(zsh, Contains("'*--tag=[only it'\\''s tag\\: \\[a-z\\] $HOME `x` \\\\e]:T: '"));
  CHECK_THAT(zsh, Contains("'--facets=-[count]::LIST: '"));
  CHECK_THAT(zsh, Contains("'--sort=[the order]:value:(relevance newest)'"));
  const std::string fish = completion(sample.several_commands(), Shell::fish);
  CHECK_THAT(fish,
             Contains("-n '__fish_seen_subcommand_from find' -l sort -x -a 'relevance newest'"));
  CHECK_THAT(fish, Contains("-s 0 -d"));
  CHECK_THAT(fish, Contains("-n '__fish_seen_subcommand_from help' -f -a 'facets query-language'"));
  CHECK_THAT(completion(sample.several_commands(), Shell::zsh),
             Contains("'*:TOPIC:(facets query-language)'"));
}

}  // namespace geul::cli
