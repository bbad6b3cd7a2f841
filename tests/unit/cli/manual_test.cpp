// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/manual.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/cli/sample_program.hpp"

namespace geul::cli {

using Catch::Contains;

TEST_CASE("manual: has every command, option and example") {
  test::SampleProgram sample;
  const std::string page = manual(sample.several_commands());
  CHECK_THAT(page, Catch::StartsWith(".TH GEUL\\-TEST 1 \"\" \"geul\\-test 1.0\" \"geul\"\n"));
  for (const char* const text :
       {"geul\\-test \\- Tests things\n", ".SS find\n", ".SS clean\n",
        "\\fB\\-\\-db\\fR \\fIDIR\\fR", "\\fB\\-\\-facets\\fR[=\\fILIST\\fR]",
        "\\fBrelevance\\fR|\\fBnewest\\fR", "(repeatable)", ".SH EXIT STATUS", ".SH ENVIRONMENT",
        "\\fBGEUL_LIMIT\\fR", "\\fBgeul\\-query\\fR(1),\n\\fBgeul\\-index\\fR(1)\n"})
    CHECK_THAT(page, Contains(text));
}

TEST_CASE("manual: text is no control line and no escape") {
  test::SampleProgram sample;
  const std::string page = manual(sample.one_command());
  CHECK_THAT(page, Contains("\n\\&.dot at the beginning\n"));
  CHECK_THAT(page, Contains("\n\\&.hidden\n"));
  CHECK_THAT(page, Contains("`x` \\ee"));
}

TEST_CASE("manual: groff has nothing to complain about, and prints all") {
  const std::filesystem::path groff = "/usr/bin/groff";
  if (!std::filesystem::exists(groff)) return;
  geul::test::RunOptions options;
  test::SampleProgram sample;
  options.input = manual(sample.several_commands());
  const auto printed =
      geul::test::run(groff, {"-ww", "-man", "-Kutf8", "-Tutf8", "-P-cbou"}, options);
  CHECK(printed.status == 0);
  CHECK(printed.err.empty());
  CHECK_THAT(printed.out, Contains("geul-test find '컬리' \\"));
  CHECK_THAT(printed.out, Contains(".dot at the beginning"));
}

}  // namespace geul::cli
