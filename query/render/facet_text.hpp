// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/index/facets.hpp"
#include "query/render/ink.hpp"

namespace geul::query {

/// A facet for people: its name, then its values, each with its count in one column, selected ones
/// marked, a tree's levels indented. A column is what a terminal shows, whatever the width of the
/// names. Names are passed through text::printable().
/// Returns  nothing for a facet without values; else lines, and an empty one behind them.
[[nodiscard]] std::string facet_to_text(const index::FacetCounts& counts, const Ink& ink);

}  // namespace geul::query
