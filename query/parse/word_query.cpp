// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/word_query.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "common/index/terms.hpp"

namespace geul::query {
namespace {

using analysis::Family;
using index::Query;
using OptionalField = std::optional<index::Field>;

bool has_positions(OptionalField field) {
  return !field || index::info(*field).kind != index::FieldKind::words;
}

std::vector<Query> terms_of(const MeantWord& word, Family family, OptionalField field) {
  std::vector<Query> queries;
  for (const MeantTerm& term : word.terms) {
    if (term.family != family) continue;
    if (auto stored = stored_term(term, field)) queries.push_back(Query::term(std::move(*stored)));
  }
  return queries;
}

/// The word's key, and other cuts of it.
std::vector<Query> cuts_of(const MeantWord& word, OptionalField field) {
  std::vector<Query> cuts = terms_of(word, Family::word, field);
  for (const Family other : {Family::variant, Family::alternate})
    for (Query& cut : terms_of(word, other, field)) cuts.push_back(std::move(cut));
  return cuts;
}

/// How many pairs in a row will do instead of all `pairs`; 0: no fewer.
std::size_t row_length(std::size_t pairs, Matching matching) {
  constexpr std::size_t kShortestHalved = 3;
  constexpr std::size_t kLongestHalved = 31;
  if (matching == Matching::trace && pairs > 1) return 1;
  return matching == Matching::half && pairs >= kShortestHalved && pairs <= kLongestHalved
             ? (pairs + 1) / 2
             : 0;
}

/// The rows of `length` neighbouring pieces.
std::vector<Query> rows_of(const std::vector<Query>& pieces, std::size_t length) {
  std::vector<Query> rows;
  if (length == 0) return rows;
  for (auto begin = pieces.begin(); begin + static_cast<std::ptrdiff_t>(length) <= pieces.end();
       ++begin)
    rows.push_back(Query::all({begin, begin + static_cast<std::ptrdiff_t>(length)}));
  return rows;
}

/// What may stand for the word in a phrase: its key, and other cuts of it.
std::vector<std::string> choices_of(const MeantWord& word) {
  std::vector<std::string> choices{key_of(word)};
  for (const MeantTerm& term : word.terms)
    if (term.family == Family::alternate) choices.push_back(term.term);
  return choices;
}

using Terms = std::vector<std::string>;

/// Every way to say the words in a row, up to a limit; beyond it only their keys.
std::vector<Terms> ways_to_say(const std::vector<Terms>& words) {
  constexpr std::size_t kMostWays = 8;
  std::vector<Terms> ways{{}};
  for (const Terms& choices : words) {
    const std::size_t taken = ways.size() * choices.size() <= kMostWays ? choices.size() : 1;
    std::vector<Terms> longer;
    for (const Terms& way : ways)
      for (std::size_t i = 0; i < taken; ++i) {
        longer.push_back(way);
        longer.back().push_back(choices[i]);
      }
    ways = std::move(longer);
  }
  return ways;
}

Query any_term(const Terms& terms) {
  std::vector<Query> queries;
  for (const std::string& term : terms) queries.push_back(Query::term(term));
  return Query::any(std::move(queries));
}

}  // namespace

std::optional<std::string> stored_term(const MeantTerm& term, OptionalField field) {
  if (!is_pair(term.family)) return field ? index::word_term(*field, term.term) : term.term;
  if (!field) return index::pair_term(term.term);
  if (index::info(*field).kind == index::FieldKind::words) return std::nullopt;
  return index::pair_term(*field, term.term);
}

Query word_of(const MeantWord& word, OptionalField field) {
  return Query::any(cuts_of(word, field));
}

Query match_of(const MeantWord& word, OptionalField field, Matching matching) {
  std::vector<Query> ways = cuts_of(word, field);
  // The pairs of a name's Korean part alone would find too much: 네이버 for 네이버.com.
  std::vector<Query> pieces = terms_of(word, Family::part, field);
  if (pieces.empty()) {
    pieces = terms_of(word, Family::pair, field);
    std::ranges::move(rows_of(pieces, row_length(pieces.size(), matching)),
                      std::back_inserter(ways));
  }
  if (!pieces.empty()) ways.push_back(Query::all(std::move(pieces)));
  return Query::any(std::move(ways));
}

bool is_single_term(const Alternative& alternative) {
  return alternative.words.size() == 1 && alternative.words.front().terms.size() == 1;
}

Query match_of(const std::vector<Alternative>& alternatives, OptionalField field) {
  std::vector<Query> ways;
  ways.reserve(alternatives.size());
  for (const Alternative& alternative : alternatives) {
    if (alternative.words.size() == 1) {
      ways.push_back(match_of(alternative.words.front(), field));
      continue;
    }
    ways.push_back(phrase_of(alternative.words, field));
    if (const std::string joined = written_as_one(alternative.words); !joined.empty())
      ways.push_back(Query::term(field ? index::word_term(*field, joined) : joined));
  }
  return Query::any(std::move(ways));
}

Query phrase_of(const std::vector<MeantWord>& words, OptionalField field) {
  std::vector<Terms> anywhere;
  std::vector<Query> within;
  for (const MeantWord& word : words) {
    anywhere.push_back(choices_of(word));
    Terms fielded = anywhere.back();
    if (field)
      for (std::string& term : fielded) term = index::word_term(*field, term);
    if (!has_positions(field))
      within.push_back(any_term(fielded));
    else
      anywhere.back() = std::move(fielded);
  }
  if (within.size() == 1) return std::move(within.front());
  std::vector<Query> phrases;
  for (Terms& way : ways_to_say(anywhere)) phrases.push_back(Query::phrase(std::move(way)));
  Query phrase = Query::any(std::move(phrases));
  if (within.empty()) return phrase;
  within.push_back(std::move(phrase));
  return Query::all(std::move(within));
}

double weight_of(const MeantTerm& term, const index::RankingProfile& profile) {
  const double script = term.script == text::Script::latin   ? profile.latin
                        : term.script == text::Script::digit ? profile.digit
                                                             : 1;
  switch (term.family) {
    case Family::word:
      return script;
    case Family::variant:
      return profile.variant;
    case Family::alternate:
      return profile.alternate;
    case Family::part:
      return profile.part * script;
    case Family::pair:
      return profile.pair;
    case Family::crossing_pair:
      return profile.crossing_pair;
    case Family::tail_pair:
      return profile.tail_pair;
  }
  return 0;
}

double weight_of(Rung rung, const index::RankingProfile& profile) {
  switch (rung) {
    case Rung::exact:
      return 1;
    case Rung::spacing:
      return profile.spacing;
    case Rung::spelling:
      return profile.spelling;
    case Rung::synonym:
      return profile.synonym;
    case Rung::half_typed:
      return profile.half_typed;
    case Rung::initials:
      return profile.initials;
    case Rung::keyboard:
      return profile.keyboard;
    case Rung::typo:
      return profile.typo;
  }
  return 0;
}

}  // namespace geul::query
