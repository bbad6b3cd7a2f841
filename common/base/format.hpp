// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <fmt/format.h>

namespace geul {

/// std::format, which no compiler here has.
using fmt::format;

}  // namespace geul
