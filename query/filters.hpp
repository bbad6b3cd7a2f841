// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/base/result.hpp"
#include "query/parse/plan.hpp"
#include "query/request.hpp"

namespace geul::query {

/// What the options of a request restrict: a filter for each facet of which something is selected.
/// Values that no post has whole are looked for by their words, with a note.
/// Errors  usage: a facet that a database with these configured keys has not, a date that is none.
[[nodiscard]] Result<std::vector<index::FacetFilter>> filters_for(
    const Request& request, const std::vector<index::FacetKey>& keys, analysis::Analyzer& analyzer,
    const Frequency& frequency, std::vector<Note>& notes);

}  // namespace geul::query
