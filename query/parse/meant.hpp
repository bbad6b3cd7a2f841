// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/analysis/token.hpp"
#include "common/index/fields.hpp"
#include "common/index/query.hpp"
#include "query/parse/typed.hpp"

namespace geul::analysis {
class Analyzer;
}

namespace geul::query {

/// A term of a query, as the analyser gave it.
struct MeantTerm {
  analysis::Family family = analysis::Family::word;
  text::Script script = text::Script::other;
  std::string term;
};

/// One word of a query as the analyser sees it: SRE팀이 is two.
struct MeantWord {
  std::string surface;           ///< as typed
  ByteSpan span;                 ///< of TypedQuery::text
  std::vector<MeantTerm> terms;  ///< in the analyser's order, at least one
};

/// One node of what was meant.
struct MeantNode {
  enum class Kind : std::uint8_t {
    words,   ///< one typed word: each of `words` has to be there
    phrase,  ///< `words` one behind the other
    prefix,  ///< a word that begins with `text`, or the word itself
    name,    ///< a tag, category or author that is `text`, or `words` within one; or a value of
             ///< `facet`
    days,    ///< dated within `days`
    list,    ///< children side by side: the ones that may be missing rank
    all,     ///< every child
    any,     ///< at least one child
  };
  Kind kind = Kind::list;
  Occurrence occurrence = Occurrence::plain;
  std::optional<index::Field> field;     ///< of words, phrase, prefix and name; without: everywhere
  std::optional<index::FacetKey> facet;  ///< of prefix and name, in place of a field
  ByteSpan span;                         ///< of TypedQuery::text
  std::string text;                      ///< folded
  std::vector<MeantWord> words;
  index::DayRange days;
  bool is_function_word = false;  ///< beside words that say more, so that it decides nothing
  std::vector<MeantNode> children;
};

/// The second of a query's three forms: words analysed, fields, names and dates understood.
/// Knows nothing of what the index holds.
struct MeantQuery {
  /// Whether there is something to search for, and if not, whether anything was typed.
  enum class Extent : std::uint8_t {
    something,
    blank,         ///< nothing was typed
    nothing_left,  ///< punctuation, empty groups, dates that do not exist
  };
  MeantNode root;
  Extent extent = Extent::something;
  std::vector<Note> notes;  ///< beside those of the typed query
};

/// What `typed` means.
///
/// Returns  a tree without what says nothing (punctuation alone); an empty list when nothing is
///          left. Function words are marked where a list has other words.
/// Cost     one analysis of the query; linear.
[[nodiscard]] MeantQuery resolve(const TypedQuery& typed, analysis::Analyzer& analyzer);

/// The tree in one line, for --analyze and tests: (list 컬리 (function 무엇) tag="이직").
[[nodiscard]] std::string to_string(const MeantNode& node);

}  // namespace geul::query
