// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/parse/plan.hpp"

namespace geul::query {

/// Why a post matched: a word of the query, where it was looked for, and as what it was found.
struct Reason {
  std::string word;
  std::optional<index::Field> field = {};     ///< none: anywhere
  std::optional<index::FacetKey> facet = {};  ///< in place of a field
  Rung rung = Rung::exact;
  std::string stands_for = {};  ///< by another rung: what the post has instead
  bool whole = false;           ///< all of it is there, not only some pairs of syllables
  std::vector<analysis::Family> families = {};  ///< in their order, each once
  std::vector<std::string> terms = {};          ///< as they are stored
};

/// The name of the field or facet in which a word was looked for; empty: anywhere.
[[nodiscard]] std::string_view place_of(const Reason& reason) noexcept;

/// The reasons behind `matched`, stored terms of the query that a post has, in the order of the
/// query's words. Alternatives of which a post has only some pairs are none.
/// Expects `origins` in the order of Plan::origins.
[[nodiscard]] std::vector<Reason> reasons_for(const std::vector<TermOrigin>& origins,
                                              const std::vector<std::string>& matched);

/// By what a hit was found, from the surest on, each once: "exact", "part" (as a part of a longer
/// word, or over a space), and the names of the rungs. "part" as well where only pieces of words
/// were found. Before them "pinned", for a hit that the settings put first.
[[nodiscard]] std::vector<std::string_view> matched_by(const std::vector<Reason>& reasons,
                                                       bool pinned);

}  // namespace geul::query
