// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/crash.hpp"
#include "common/cli/terminal.hpp"
#include "query/program.hpp"

int main(int argc, char** argv) {
  geul::cli::fill_closed_streams();
  geul::cli::say_crashes("geul-query", "geul-index check says whether the database is whole");
  return geul::cli::contained("geul-query",
                              [&] { return static_cast<int>(geul::query::run(argc, argv)); });
}
