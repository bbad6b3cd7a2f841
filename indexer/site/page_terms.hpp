// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/index/document.hpp"
#include "common/index/fields.hpp"
#include "indexer/site/units.hpp"

namespace geul::indexer::site {

/// Where a page has a term, and how often.
struct TermPlaces {
  std::uint32_t frequency = 0;  ///< as in the database: weighted by the fields
  std::uint8_t fields = 0;      ///< of FieldBit; of a pair 0
  /// Units and how much they say about the term, ascending; the title and names are in every unit
  /// and count for none.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> units;

  /// The first of those that say most; 0 without any.
  [[nodiscard]] std::uint32_t best_unit() const noexcept;
};

struct TermHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view term) const noexcept {
    return std::hash<std::string_view>{}(term);
  }
};
template <class Value>
using TermMap = std::unordered_map<std::string, Value, TermHash, std::equal_to<>>;

/// The terms of a page that weigh something, with the frequencies that make_postings() gives them.
struct PageTerms {
  TermMap<TermPlaces> words;
  TermMap<TermPlaces> pairs;
  std::uint64_t length = 0;  ///< sum of the frequencies
};

[[nodiscard]] PageTerms find_terms(const index::Document& document, const Units& units,
                                   analysis::Analyzer& analyzer,
                                   const index::FieldWeights& weights = index::kFieldWeights);

}  // namespace geul::indexer::site
