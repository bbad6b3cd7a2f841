// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "tests/support/program.hpp"
#include "tests/support/running_program.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::test {

/// A file system of a size of its own (tmpfs), seen by the programs that run through it, in a mount
/// namespace that is gone with its owner. Wants root, or user namespaces.
class SmallDisk {
 public:
  /// Whether the system lets us have one.
  [[nodiscard]] static bool is_possible();

  SmallDisk();
  ~SmallDisk();
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  SmallDisk(SmallDisk&&) = delete;
  SmallDisk& operator=(SmallDisk&&) = delete;

  /// Where programs find it that run with options().
  [[nodiscard]] const std::filesystem::path& inside() const { return folder_.path(); }
  /// Where this process finds it.
  [[nodiscard]] std::filesystem::path outside() const;
  [[nodiscard]] RunOptions options() const;

  /// Leaves so many bytes free, beside what is there now; full pages are what counts.
  void leave_free(std::size_t bytes) const;
  void make_room() const { remount("size=256m"); }
  void make_read_only() const { remount("ro"); }
  void make_writable() const { remount("rw"); }

 private:
  void remount(const std::string& how) const;

  TemporaryFolder folder_;
  std::unique_ptr<RunningProgram> keeper_;
};

}  // namespace geul::test
