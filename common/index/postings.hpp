// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/index/document.hpp"
#include "common/index/fields.hpp"
#include "common/index/terms.hpp"

namespace geul::index {

/// A term of a document as it is stored.
struct Posting {
  std::string term;                      ///< 1 to kMaxIndexTermBytes bytes without NUL
  std::uint32_t frequency = 0;           ///< within the document, weighted; 0 for names and keys
  std::vector<std::uint32_t> positions;  ///< ascending, each once; empty for terms without
};

/// A document as the index stores it, apart from how it stores it. SCHEMA.md describes each part.
struct Postings {
  DocumentKey key;
  std::vector<Posting> terms;  ///< ascending by their bytes, each once; `key` among them
  std::vector<std::pair<Slot, std::string>> values;  ///< ascending by slot, none empty
  std::string record;

  /// Roughly what it takes in memory.
  [[nodiscard]] std::size_t bytes() const noexcept;
};

/// Whether words keep where they stand, which phrases ask for.
enum class Positions : std::uint8_t { keep, leave_out };

/// Calls `take` for each text of a document that is analysed, in the order of their positions.
void visit_pieces(const Document& document,
                  const std::function<void(Field field, std::string_view text)>& take);

/// Whether the index takes a term of the analyser's, with room for the longest prefix, that of a
/// facet, and the pair mark; others are left out.
[[nodiscard]] bool is_storable(std::string_view term) noexcept;

/// Whether words of such a term are at positions, as its prefix tells. The others never have any.
[[nodiscard]] bool may_have_positions(std::string_view term) noexcept;

/// Turns a document into postings.
///
/// Every piece (title, each tag, each section's heading, text and code …) is analysed on its own,
/// so that no phrase and no pair reaches from one into the next. Terms that the index cannot hold
/// (empty, with NUL, too long, beginning with an ASCII capital, which the analyser promises not to
/// make) are left out.
///
/// Cost  the analysis, and one table look-up a token.
[[nodiscard]] Postings make_postings(const Document& document, const ContentHash& hash,
                                     analysis::Analyzer& analyzer,
                                     Positions positions = Positions::keep,
                                     const FieldWeights& weights = kFieldWeights);

/// The values of a document, as make_postings() has them, but for the sum of its postings.
[[nodiscard]] std::vector<std::pair<Slot, std::string>> values_of(const Document& document,
                                                                  const ContentHash& hash);

/// The position of a document's first word, and what is between the last of a piece and the first
/// of the next. Xapian 1.4 finds false phrases at position 1.
inline constexpr std::uint32_t kFirstPosition = 100;
inline constexpr std::uint32_t kPositionGap = 100;

}  // namespace geul::index
