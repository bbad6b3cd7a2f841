// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "common/analysis/tables/emit.hpp"
#include "common/analysis/tables/rows.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

using geul::analysis::tables::Failure;
using geul::analysis::tables::read_rows;
using geul::test::TemporaryFolder;

std::string failure_of(const std::string& table) {
  const TemporaryFolder folder;
  folder.write("t.tsv", table);
  const std::string file = (folder / "t.tsv").string();
  try {
    for (const auto& row : read_rows(file, {"form", "batchim"})) {
      static_cast<void>(row.form(0));
      static_cast<void>(row.choice(1, {"any", "open"}));
    }
  } catch (const Failure& failure) {
    return std::string(failure.what()).substr(file.size());
  }
  return "no failure";
}

}  // namespace

TEST_CASE("a malformed row is named by file and line") {
  CHECK(failure_of("form\tbatchim\n가\tany\n") == "no failure");
  CHECK(failure_of("# c\nform\tbatchim\n가\tany\n나\n") == ":4: 1 cells instead of 2");
  CHECK(failure_of("form\tcount\n가\tany\n") == ":1: the columns are not those expected");
  CHECK(failure_of("form\tbatchim\n가\tany\n가\topen\n") == ":3: a second time");
  CHECK(failure_of("form\tbatchim\n가\tclosd\n") == ":2: unknown value \"closd\"");
  CHECK(failure_of("form\tbatchim\nga\tany\n") == ":2: no Hangul: \"ga\"");
  CHECK(failure_of("form\tbatchim\n가ㄱ\tany\n") == ":2: not whole syllables: \"가ㄱ\"");
  CHECK(failure_of("form\tbatchim\n가나다라마\tany\n") ==
        ":2: more than four syllables: \"가나다라마\"");
  CHECK(failure_of("form\tbatchim\n") == ": no rows");
}

TEST_CASE("the project's tables become one header, the same each time") {
  const std::string data = (geul::test::project_folder() / "data/korean").string();
  const std::string header = geul::analysis::tables::emit_header(data);
  CHECK(header == geul::analysis::tables::emit_header(data));
  CHECK(header.find("kParticles") != std::string::npos);
  CHECK_THROWS_AS(geul::analysis::tables::emit_header(data + "/none"), Failure);
}
