// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/crash.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>

#include "common/base/files.hpp"
#include "tests/support/patience.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::cli {
namespace {

TEST_CASE("crash: a fault is said with what to do, and is an error like others") {
  if (test::kPatience > 1) return;  // sanitizers have their own
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
    const test::TemporaryFolder folder;
    const pid_t child = ::fork();
    if (child == 0) {
      const int file = ::open((folder / "err").c_str(), O_WRONLY | O_CREAT, 0600);
      ::dup2(file, STDERR_FILENO);
      say_crashes("geul-test", "look here");
      ::raise(signal);
      ::_exit(0);
    }
    int raw = 0;
    ::waitpid(child, &raw, 0);
    CHECK(WIFEXITED(raw));
    CHECK(WEXITSTATUS(raw) == 2);
    const auto said = read_file(folder / "err", 4096);
    REQUIRE(said);
    CHECK(said->starts_with("geul-test: "));
    CHECK(said->ends_with("\n  hint: look here\n"));
  }
}

}  // namespace
}  // namespace geul::cli
