// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/file_size_limit.hpp"

#include <csignal>
#include <cstdlib>

namespace geul::test {

FileSizeLimit::FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
  if (::getrlimit(RLIMIT_FSIZE, &before_) != 0) std::abort();
  const rlimit limit{bytes, before_.rlim_max};
  if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) std::abort();
}

FileSizeLimit::~FileSizeLimit() {
  static_cast<void>(::setrlimit(RLIMIT_FSIZE, &before_));
  static_cast<void>(std::signal(SIGXFSZ, handler_));
}

}  // namespace geul::test
