// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/index/contents.hpp"

namespace geul::index {

/// Throws Xapian::Error. Cost: one look at each document's key and hash.
[[nodiscard]] Contents contents_of(const Xapian::Database& database);

}  // namespace geul::index
