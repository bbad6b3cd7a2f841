// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_span.hpp"
#include "common/index/facet_key.hpp"
#include "query/parse/note.hpp"

namespace geul::query {

/// Whether what stands behind the sign must be there.
enum class Occurrence : std::uint8_t {
  plain,     ///< no sign
  must,      ///< +word
  must_not,  ///< -word, NOT word
};

/// One node of what was typed. The tree is at most kMaxNesting groups deep.
struct TypedNode {
  enum class Kind : std::uint8_t {
    word,    ///< `text` without its sign and field; a date may be several words (2022년 7월)
    phrase,  ///< `text` between the quotes
    prefix,  ///< `text` without its asterisk
    list,    ///< children side by side
    all,     ///< children joined by AND
    any,     ///< children joined by OR
  };
  Kind kind = Kind::word;
  Occurrence occurrence = Occurrence::plain;
  std::string field;  ///< a field's name (fields.hpp), "date" or a facet's key; empty without
  std::string text;
  ByteSpan span;     ///< of TypedQuery::text, with sign, field and quotes
  ByteSpan content;  ///< where `text` stands in TypedQuery::text
  std::vector<TypedNode> children;
};

/// The first of a query's three forms: its syntax alone (GRAMMAR.md). Nothing in it is analysed.
struct TypedQuery {
  std::string text;  ///< what was typed, as valid UTF-8 and cut to kMaxQueryBytes (between words)
  TypedNode root;    ///< an empty list for an empty query
  std::vector<Note> notes;
};

/// A longer query is cut, with a note.
inline constexpr std::size_t kMaxQueryBytes = 4096;
/// Parentheses deeper than this are passed over, with a note.
inline constexpr std::size_t kMaxNesting = 16;
/// The name before the colon that stands for the post's date.
inline constexpr std::string_view kDateField = "date";

/// Reads a query.
///
///     parse("검색 +title:엔진 -\"서버 장애\"")  ->  (list 검색 +title:엔진 -"서버 장애")
///
/// Expects  any bytes; there is no query that cannot be read. `facets` are the configured facets of
///          the index, each the name of a field too.
/// Returns  the tree, with a note for everything that was not taken as it was written.
/// Cost     linear in the first kMaxQueryBytes bytes.
[[nodiscard]] TypedQuery parse(std::string_view query,
                               const std::vector<index::FacetKey>& facets = {});

/// The tree in one line, as in GRAMMAR.md: (list 검색 (and +a "b c") title:d*). A date of several
/// words is in quotes.
[[nodiscard]] std::string to_string(const TypedNode& node);

}  // namespace geul::query
