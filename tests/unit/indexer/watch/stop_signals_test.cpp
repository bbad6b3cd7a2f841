// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/stop_signals.hpp"

#include <poll.h>

#include <catch2/catch.hpp>
#include <csignal>

namespace geul::indexer {
namespace {

bool is_readable(int descriptor) {
  pollfd what{descriptor, POLLIN, 0};
  return ::poll(&what, 1, 0) == 1;
}

bool is_blocked(int signal) {
  sigset_t blocked;
  ::pthread_sigmask(SIG_BLOCK, nullptr, &blocked);
  return ::sigismember(&blocked, signal) == 1;
}

}  // namespace

TEST_CASE("stop signals: a signal is a wish, once and for all") {
  const int signal = GENERATE(SIGINT, SIGTERM, SIGHUP);
  auto stop = StopSignals::take();
  REQUIRE(stop);
  CHECK_FALSE(stop->requested());
  CHECK_FALSE(is_readable(stop->descriptor()));
  ::raise(signal);
  CHECK(is_readable(stop->descriptor()));
  CHECK(stop->requested());
  CHECK(stop->requested());
  // The next one has its usual effect: the process is stuck, maybe.
  CHECK_FALSE(is_blocked(signal));
}

TEST_CASE("stop signals: they have their effect again afterwards") {
  {
    auto stop = StopSignals::take();
    REQUIRE(stop);
    CHECK(is_blocked(SIGTERM));
  }
  CHECK_FALSE(is_blocked(SIGTERM));
}

TEST_CASE("stop signals: what is ignored stays ignored") {
  auto* const before = ::signal(SIGHUP, SIG_IGN);
  {
    auto stop = StopSignals::take();
    REQUIRE(stop);
    ::raise(SIGHUP);
    CHECK_FALSE(stop->requested());
  }
  ::signal(SIGHUP, before);
}

}  // namespace geul::indexer
