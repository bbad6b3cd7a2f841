// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/report.hpp"

#include <catch2/catch.hpp>

namespace geul::cli {

TEST_CASE("report: errors name the place and the next step") {
  CHECK(
      describe("geul-index", Error{ErrorCode::malformed, "no date", "write it so", {"a.md", 3}}) ==
      "geul-index: a.md:3: no date\n  hint: write it so\n");
  CHECK(describe("geul-query", Error{ErrorCode::io, "cannot read"}) == "geul-query: cannot read\n");
}

TEST_CASE("report: what is quoted does not control the terminal") {
  CHECK(describe(Warning{{"\x1B[2J.md", 0}, "tag \x1B[31m"}) == "␛[2J.md: warning: tag ␛[31m\n");
}

}  // namespace geul::cli
