// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "common/base/result.hpp"
#include "indexer/build.hpp"
#include "indexer/watch/stop_signals.hpp"

namespace geul::indexer {

/// Hears what a watch does, besides what its builds do.
class WatchListener {
 public:
  WatchListener() = default;
  virtual ~WatchListener() = default;
  WatchListener(const WatchListener&) = delete;
  WatchListener& operator=(const WatchListener&) = delete;
  WatchListener(WatchListener&&) = delete;
  WatchListener& operator=(WatchListener&&) = delete;

  /// An update has ended, the first one included. One that nothing called for is told only when it
  /// found something.
  virtual void updated(const BuildReport& report, double seconds) = 0;
  /// An update has failed, and will be tried again. Told once for the same reason.
  virtual void failed(const Error& reason) = 0;
  /// All that is needed is watched, in so many folders. Told after the first update.
  virtual void watching(std::size_t folders) = 0;
  /// Some folders cannot be watched; they are looked at every so many seconds. Told when it begins.
  virtual void polling(const Error& reason, std::size_t seconds) = 0;
};

/// build(), and again whenever a file changes that may change what is indexed: posts, geul.yaml and
/// what it names, the generator's settings. Until a signal comes; then the database is at its last
/// commit. When to update, and what becomes of failures, says schedule.hpp.
///
/// Errors  those of the first build(), of WatchSet::open() and of waiting. None later.
/// Cost    while nothing changes, none; an update costs what build() does.
/// Limits  notices changes made on this machine: on a network's disk, not those of others.
[[nodiscard]] Result<void> watch(const BuildOptions& options, BuildListener& builds,
                                 WatchListener& listener, StopSignals& stop);

}  // namespace geul::indexer
