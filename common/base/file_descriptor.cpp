// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/file_descriptor.hpp"

#include <unistd.h>

namespace geul {

FileDescriptor::~FileDescriptor() {
  if (number_ >= 0) ::close(number_);
}

}  // namespace geul
