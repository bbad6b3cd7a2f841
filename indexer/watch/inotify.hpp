// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/result.hpp"

namespace geul::indexer {

/// One thing that has happened in a watched folder, or to it.
struct FolderEvent {
  enum class Kind {
    entry,     ///< an entry came, went or changed
    self,      ///< the folder itself was moved, deleted or given other permissions
    ended,     ///< the kernel watches it no longer
    overflow,  ///< the queue was full: events of any folder are lost
  };
  Kind kind = Kind::entry;
  int watch = -1;          ///< what Inotify::add() returned; -1 for an overflow
  std::string name = {};   ///< of the entry
  bool is_folder = false;  ///< the entry is one
  bool has_come = false;   ///< the entry was made or moved here
};

/// What of a folder is told.
enum class Attention {
  names,   ///< entries that come and go
  files,   ///< also those that are closed after writing, or given other permissions
  writes,  ///< also each writing: a log is written to for ever and never closed
};

/// The kernel's inotify(7): the only place that knows it.
/// Threads  one object for one thread.
class Inotify {
 public:
  /// Errors  limit: fs.inotify.max_user_instances; io.
  [[nodiscard]] static Result<Inotify> open();
  ~Inotify();
  Inotify(Inotify&& other) noexcept;
  Inotify& operator=(Inotify&& other) noexcept;
  Inotify(const Inotify&) = delete;
  Inotify& operator=(const Inotify&) = delete;

  /// Watches a folder, links on the way followed. The same folder by another path gives the same
  /// number and attention to both; a folder that is renamed keeps its number.
  /// Errors  not_found: no such folder; limit: fs.inotify.max_user_watches; io.
  [[nodiscard]] Result<int> add(const std::filesystem::path& folder, Attention attention);
  void remove(int watch) noexcept;

  /// Some of what has happened, in order; nothing when there is nothing more for now.
  [[nodiscard]] std::vector<FolderEvent> read();
  /// Readable when read() has something.
  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

 private:
  explicit Inotify(int descriptor) noexcept : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace geul::indexer
