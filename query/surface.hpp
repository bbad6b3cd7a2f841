// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "common/analysis/analyzer.hpp"
#include "common/index/document.hpp"

namespace geul::query {

/// A word as it is shown for a term: its surface in a post, without the particle or ending where
/// that begins with the term.
///
///     shown_form("데이터는", "데이터")        ->  "데이터"
///     shown_form("Kubernetes", "kubernet")  ->  "Kubernetes"
///     shown_form("만들었다", "만드")          ->  "만들었다"
///
/// Returns  NFC; the term where the surface has nothing to show.
[[nodiscard]] std::string shown_form(std::string_view surface, std::string_view term);

/// How a post writes the words of some terms: the first surface of each, in the order of its pieces
/// (title, names, summary, sections). Terms that it has not are left as they are.
/// Cost  one analysis of the post, up to the last of the terms.
void add_surfaces(const index::Document& post, analysis::Analyzer& analyzer,
                  std::map<std::string, std::string, std::less<>>& surface_by_term);

}  // namespace geul::query
