// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/progress.hpp"

#include <catch2/catch.hpp>

namespace geul::cli {

TEST_CASE("progress: says how far, how fast and how long") {
  CHECK(progress_line(50, 100, 5, 100) ==
        "[###############               ]  50/100  10 posts/s  5 s left");
  CHECK_THAT(progress_line(10, 10'000, 5, 100), Catch::EndsWith("83:15 min left"));
}

TEST_CASE("progress: fits any width and any number") {
  for (std::size_t columns = 0; columns < 90; ++columns)
    CHECK(progress_line(50, 100, 5, columns).size() <= columns);
  CHECK(progress_line(0, 0, 0, 80) == "0/0");
  CHECK(progress_line(7, 5, 1, 80).find("5/5") != std::string::npos);
}

}  // namespace geul::cli
