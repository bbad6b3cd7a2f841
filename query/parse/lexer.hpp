// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/facet_key.hpp"
#include "query/parse/typed.hpp"

namespace geul::query {

/// The smallest pieces of a query.
struct Lexeme {
  enum class Kind : std::uint8_t { word, phrase, open, close, and_sign, or_sign, not_sign };
  Kind kind = Kind::word;
  Occurrence sign = Occurrence::plain;
  std::string field;
  ByteSpan span;     ///< all of it
  ByteSpan content;  ///< without sign, field and quotes
};

/// What parts words; controls do too.
[[nodiscard]] bool is_space(char32_t c) noexcept;
/// Whether nothing was typed but spaces.
[[nodiscard]] bool is_blank(std::string_view text) noexcept;

/// Splits `text` into lexemes in one pass; operators that have nothing to join are words already.
/// Expects  valid UTF-8. `facets` are names of fields beside those of every index.
/// Returns  lexemes in order, their spans apart from each other.
[[nodiscard]] std::vector<Lexeme> split_query(std::string_view text,
                                              const std::vector<index::FacetKey>& facets,
                                              std::vector<Note>& notes);

}  // namespace geul::query
