// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "common/index/profile.hpp"

namespace geul::index {

/// The parts of a post that a query can name.
enum class Field : std::uint8_t {
  title,
  tag,
  category,
  author,
  heading,
  summary,
  body,
  code,
  path
};

/// How a field's text becomes terms of its own.
enum class FieldKind : std::uint8_t {
  text,   ///< analysed: words and pairs under the field's prefix
  words,  ///< analysed: words alone, without pairs and positions (for long fields)
  name,   ///< each value whole, as fold_name() has it, under `name_prefix`; and analysed as text
};

struct FieldInfo {
  Field field;
  std::string_view name;         ///< as typed before the colon, and in JSON
  std::string_view prefix;       ///< of its analysed terms
  std::string_view name_prefix;  ///< of its whole values; empty for fields without
  FieldKind kind;
  int FieldWeights::*weight_in;  ///< where the field's weight is
  std::string_view help;

  /// Times one occurrence counts in the ranking of plain words, unless geul.yaml says otherwise; 0:
  /// not searched there.
  [[nodiscard]] constexpr int weight() const noexcept { return kFieldWeights.*weight_in; }
};

/// The one table of fields. The writer, the query parser, --help, SCHEMA.md and their tests follow
/// it. Prefixes are ASCII capitals, as is customary with Xapian; no term of the analyser begins
/// with one. No prefix may be the front of another followed by a capital B (see kPairMark).
inline constexpr std::array kFields{
    FieldInfo{Field::title, "title", "S", "", FieldKind::text, &FieldWeights::title,
              "words of the title"},
    FieldInfo{Field::tag, "tag", "XT", "K", FieldKind::name, &FieldWeights::tag, "a tag, whole"},
    FieldInfo{Field::category, "category", "XG", "XC", FieldKind::name, &FieldWeights::category,
              "a category, whole"},
    FieldInfo{Field::author, "author", "XW", "A", FieldKind::name, &FieldWeights::author,
              "an author, whole"},
    FieldInfo{Field::heading, "heading", "XH", "", FieldKind::text, &FieldWeights::heading,
              "words of the headings"},
    FieldInfo{Field::summary, "summary", "XS", "", FieldKind::text, &FieldWeights::summary,
              "words of the summary"},
    FieldInfo{Field::body, "body", "XB", "", FieldKind::words, &FieldWeights::body,
              "words of the text"},
    FieldInfo{Field::code, "code", "XK", "", FieldKind::words, &FieldWeights::code,
              "words of the code"},
    FieldInfo{Field::path, "path", "P", "", FieldKind::text, &FieldWeights::path,
              "words of the post's id: its path in the site"},
};

[[nodiscard]] constexpr const FieldInfo& info(Field field) noexcept {
  return kFields[static_cast<std::size_t>(field)];
}
[[nodiscard]] constexpr std::optional<Field> field_named(std::string_view name) noexcept {
  for (const FieldInfo& row : kFields)
    if (row.name == name) return row.field;
  return std::nullopt;
}

/// Stands between a prefix and a pair of syllables, so that pairs are weighted apart from words:
/// "B검색" over all fields, "SB검색" in titles.
inline constexpr std::string_view kPairMark = "B";
/// Before the hash of a document's id.
inline constexpr std::string_view kIdPrefix = "Q";
/// Before a configured facet's key, behind which stand ':' and the whole value, or a word or pair
/// of it.
inline constexpr std::string_view kFacetPrefix = "XF";
inline constexpr std::string_view kFacetWordPrefix = "XE";
/// Before the beginnings of titles (title_terms.hpp).
inline constexpr std::string_view kTitlePrefix = "XL";

/// Slots of a document's values. Numbers are part of the schema. Those of configured facets follow
/// from kFirstKeySlot on (facet_key.hpp).
enum class Slot : std::uint32_t {
  date = 0,    ///< to_sort_key() of the post's date; empty without
  tags = 1,    ///< the tags, packed (pack_names)
  day = 2,     ///< "YYYYMMDD"; empty without a date
  oldest = 3,  ///< as `date`, but "~" without: undated posts come last in either order
  hash = 4,    ///< 16 bytes of ContentHash
  categories = 5,
  authors = 6,
  postings = 7,  ///< sum_of() the document's postings
};

/// Raised whenever the meaning of a stored byte changes (SCHEMA.md). Databases of another version
/// are refused.
inline constexpr int kSchemaVersion = 6;

}  // namespace geul::index
