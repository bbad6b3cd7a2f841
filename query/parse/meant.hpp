// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/token.hpp"
#include "common/base/calendar.hpp"
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

/// What a word of a query was taken for: itself, or something else, from the surest to the least
/// sure. Posts found by another rung than `exact` come behind those found exactly.
enum class Rung : std::uint8_t {
  exact,
  spacing,     ///< written together or apart: 검색엔진, 검색 엔진
  spelling,    ///< 컨텐츠 for 콘텐츠
  synonym,     ///< by the site's own list
  half_typed,  ///< the last syllable is being composed: 컴퓨ㅌ, 알고맂
  initials,    ///< 초성: ㅋㅂㄴㅌㅅ
  keyboard,    ///< typed on the other layout: zjffl, ㄴㄱㄷ
  typo,        ///< a few strokes apart
};
/// As in JSON: "half_typed".
[[nodiscard]] std::string_view name_of(Rung rung) noexcept;

/// What else a typed word may stand for (rungs/).
struct Alternative {
  Rung rung = Rung::synonym;
  std::vector<MeantWord> words;  ///< at least one; several stand one behind the other
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
  std::string text;                      ///< of prefix and name folded, else as typed
  std::vector<MeantWord> words;
  std::vector<Alternative> alternatives;  ///< of words; from the index's own, in no query as typed
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

/// What `typed` means on the day `today`, which 어제 and "last month" depend on.
///
/// Returns  a tree without what says nothing (punctuation alone); an empty list when nothing is
///          left. Function words are marked where a list has other words.
/// Cost     one analysis of the query; linear.
[[nodiscard]] MeantQuery resolve(const TypedQuery& typed, analysis::Analyzer& analyzer,
                                 const Day& today);

/// What a word is known by: its first term.
[[nodiscard]] inline const std::string& key_of(const MeantWord& word) noexcept {
  return word.terms.front().term;
}

/// What several words of Hangul are known by when they are written as one: 검색엔진 of 검색 엔진.
/// Empty for one word, and where one is not of Hangul.
[[nodiscard]] std::string written_as_one(const std::vector<MeantWord>& words);

/// What the words are known by, a space apart.
[[nodiscard]] std::string joined_keys(const std::vector<MeantWord>& words);

/// The tree in one line, for --analyze and tests: (list 컬리 (function 무엇) tag="이직"). Behind a
/// word stand the first of its alternatives: (or 컨텐츠 spelling:콘텐츠).
[[nodiscard]] std::string to_string(const MeantNode& node);

}  // namespace geul::query
