// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/crash.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <functional>
#include <string>
#include <utility>

#include "common/base/files.hpp"
#include "tests/support/patience.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::cli {
namespace {

/// What a process says and leaves with that ends by a signal.
std::pair<int, std::string> said_at(int signal, const std::function<void()>& prepare) {
  const test::TemporaryFolder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    const int file = ::open((folder / "err").c_str(), O_WRONLY | O_CREAT, 0600);
    ::dup2(file, STDERR_FILENO);
    say_crashes("geul-test", "look here");
    prepare();
    ::raise(signal);
    ::_exit(0);
  }
  int raw = 0;
  ::waitpid(child, &raw, 0);
  REQUIRE(WIFEXITED(raw));
  return {WEXITSTATUS(raw), read_file(folder / "err", 4096).value_or("")};
}

TEST_CASE("crash: a fault is said with what to do, and is an error like others") {
  if (test::kPatience > 1) return;  // sanitizers have their own
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
    const auto [status, said] = said_at(signal, [] {});
    CHECK(status == 2);
    CHECK(said.starts_with("geul-test: broke off"));
    CHECK(said.ends_with("\n  hint: look here\n"));
  }
}

TEST_CASE("crash: a disk with room is no reason, and one that is full is said") {
  if (test::kPatience > 1) return;
  const auto with_room = said_at(SIGABRT, [] { say_full_disk("geul-test", "/tmp/not/there/yet"); });
  CHECK(with_room.second.starts_with("geul-test: broke off"));
  // Of /proc the system says that it has no blocks.
  const auto [status, said] = said_at(SIGABRT, [] { say_full_disk("geul-test", "/proc/none"); });
  CHECK(status == 2);
  CHECK(said ==
        "geul-test: No space left on device at /proc\n  hint: make room, and run it again; "
        "what was committed before stands\n");
}

}  // namespace
}  // namespace geul::cli
