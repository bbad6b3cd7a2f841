// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/parse/meant.hpp"

namespace geul::query {

/// Pieces of a query that are analysed as one text, a space apart, because the pair of syllables
/// across the border of two words counts too. Remembers where each piece was typed.
class Passage {
 public:
  /// `text` as typed, from byte `typed_offset` of TypedQuery::text on.
  void add(std::string_view text, std::size_t typed_offset);

  [[nodiscard]] std::size_t size() const noexcept { return pieces_.size(); }

  /// The words of each piece, in order; a piece of punctuation alone has none.
  [[nodiscard]] std::vector<std::vector<MeantWord>> analyze(analysis::Analyzer& analyzer) const;

 private:
  struct Piece {
    std::size_t begin;
    std::size_t typed_offset;
  };
  [[nodiscard]] std::size_t piece_at(std::size_t offset) const;

  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace geul::query
