// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/stop_signals.hpp"

#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "common/base/files.hpp"

namespace geul::indexer {
namespace {

bool is_ignored(int signal) {
  struct sigaction action = {};
  return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

sigset_t signals_that_count() {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    if (!is_ignored(signal)) ::sigaddset(&signals, signal);
  return signals;
}

}  // namespace

Result<StopSignals> StopSignals::take() {
  const sigset_t signals = signals_that_count();
  const int descriptor = ::signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
  if (descriptor < 0)
    return fail(ErrorCode::io, "cannot wait for signals: " + describe_errno(errno));
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return StopSignals(descriptor, signals);
}

StopSignals::~StopSignals() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
}

StopSignals::StopSignals(StopSignals&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      signals_(other.signals_),
      requested_(other.requested_) {}

bool StopSignals::requested() {
  if (requested_) return true;
  signalfd_siginfo signal = {};
  if (::read(descriptor_, &signal, sizeof signal) != sizeof signal) return false;
  requested_ = true;
  ::pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
  return true;
}

}  // namespace geul::indexer
