// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

#include "common/index/query.hpp"
#include "query/parse/plan.hpp"
#include "query/rungs/pattern.hpp"

namespace geul::query {

/// What the rungs have to know of the index. None of these fails: whoever asks keeps the error.
struct IndexView {
  Frequency frequency;
  std::function<std::size_t(const index::Query&)> count;  ///< posts that match
  TermWalk walk;
};

}  // namespace geul::query
