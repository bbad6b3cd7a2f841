// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

namespace geul::indexer {

/// What is taken, of each kind, of what a page says of itself (HTML.md, "Bounds").
constexpr std::size_t kMaxValues = 2000;

}  // namespace geul::indexer
