// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <csignal>

#include "common/base/result.hpp"

namespace geul::indexer {

/// SIGINT, SIGTERM and SIGHUP as a wish that can be asked for, instead of the process's end. Those
/// that are ignored (nohup) stay ignored. Once the wish is known, a second signal ends the process.
/// Threads  threads started later have the signals blocked too; one asks.
class StopSignals {
 public:
  /// Errors  io.
  [[nodiscard]] static Result<StopSignals> take();
  /// Gives the signals their effect back.
  ~StopSignals();
  StopSignals(StopSignals&& other) noexcept;
  StopSignals& operator=(StopSignals&&) = delete;
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// Whether one of them has come since take().
  [[nodiscard]] bool requested();
  /// Readable when one has come that requested() has not seen.
  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

 private:
  StopSignals(int descriptor, const sigset_t& signals) noexcept
      : descriptor_(descriptor), signals_(signals) {}

  int descriptor_;
  sigset_t signals_;
  bool requested_ = false;
};

}  // namespace geul::indexer
