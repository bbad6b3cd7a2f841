// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/resource.h>

namespace geul::test {

/// While it lives, no file can grow over `bytes`: what a full disk is to a writer.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes);
  ~FileSizeLimit();
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  FileSizeLimit(FileSizeLimit&&) = delete;
  FileSizeLimit& operator=(FileSizeLimit&&) = delete;

 private:
  rlimit before_ = {};
  void (*handler_)(int);
};

}  // namespace geul::test
