// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/base/strong_id.hpp"
#include "common/index/facet_key.hpp"
#include "common/index/fields.hpp"

namespace geul::index {

/// The stored term that stands for a document's id (kIdPrefix and 32 hexadecimal digits).
using DocumentKey = StrongString<struct DocumentKeyTag>;
[[nodiscard]] DocumentKey key_of(const DocumentId& id);

/// How terms are spelled in the index. One place for the writer and for whoever builds a Query.
/// `term` is the analyser's, as Token::term has it.
///
///     word_term(Field::title, "검색")    ->  "S검색"
///     pair_term("검색")                  ->  "B검색"     over all fields
///     pair_term(Field::title, "검색")    ->  "SB검색"
[[nodiscard]] std::string word_term(Field field, std::string_view term);
[[nodiscard]] std::string pair_term(std::string_view term);
[[nodiscard]] std::string pair_term(Field field, std::string_view term);

/// The term of a whole name: name_term(Field::tag, " Spring  Boot ") -> "Kspring boot". Names
/// that do not fit a term stand there as a hash behind a capital H, which no folded name has.
///
/// Expects  a field of FieldKind::name; any bytes as `name`.
/// Returns  an empty string (which no document has) for a name without visible characters.
[[nodiscard]] std::string name_term(Field field, std::string_view name);

/// The same for a value of a configured facet: facet_term("series", "이직") -> "XFseries:이직".
[[nodiscard]] std::string facet_term(const FacetKey& key, std::string_view value);
/// What all of a facet's terms begin with, in front of the folded values: "XFseries:".
[[nodiscard]] std::string facet_prefix(const FacetKey& key);
/// A word and a pair of such a value: "XEseries:이직", "XEseries:B이직".
[[nodiscard]] std::string facet_word_term(const FacetKey& key, std::string_view term);
[[nodiscard]] std::string facet_pair_term(const FacetKey& key, std::string_view term);

/// The longest folded name that is its own term, in bytes.
inline constexpr std::size_t kMaxNameTermBytes = 200;

}  // namespace geul::index
