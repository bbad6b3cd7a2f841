// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/passage.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "common/analysis/analyzer.hpp"

namespace geul::query {
namespace {

using analysis::Family;

/// A word while its tokens come in. Pairs across a border do not say where it stands.
struct Gathered {
  std::uint32_t ordinal;
  std::optional<ByteSpan> span;
  std::vector<MeantTerm> terms;
};

void gather(std::vector<Gathered>& words, const analysis::Token& token) {
  if (words.empty() || words.back().ordinal != token.word)
    words.push_back({token.word, std::nullopt, {}});
  Gathered& word = words.back();
  word.terms.push_back({token.family, token.script, std::string{token.term}});
  if (token.family == Family::crossing_pair) return;
  if (!word.span) word.span = token.span;
  word.span->begin = std::min(word.span->begin, token.span.begin);
  word.span->end = std::max(word.span->end, token.span.end);
}

/// Of a name with punctuation, the parts find it only together; C++ is not C, nor 8.0 some post
/// with an 8 and a 0.
void drop_loose_parts(std::vector<MeantTerm>& terms) {
  const auto is_part = [](const MeantTerm& term) { return term.family == Family::part; };
  const auto is_telling = [&is_part](const MeantTerm& term) {
    return is_part(term) && term.script != text::Script::digit;
  };
  if (std::ranges::count_if(terms, is_part) < 2 || std::ranges::none_of(terms, is_telling))
    std::erase_if(terms, is_part);
}

}  // namespace

void Passage::add(std::string_view text, std::size_t typed_offset) {
  if (!text_.empty()) text_ += ' ';
  pieces_.push_back({text_.size(), typed_offset});
  text_ += text;
}

std::size_t Passage::piece_at(std::size_t offset) const {
  const auto behind = std::ranges::upper_bound(pieces_, offset, {}, &Piece::begin);
  return static_cast<std::size_t>(std::distance(pieces_.begin(), behind)) - 1;
}

std::vector<std::vector<MeantWord>> Passage::analyze(analysis::Analyzer& analyzer) const {
  std::vector<Gathered> gathered;
  analyzer.analyze(text_, [&gathered](const analysis::Token& token) { gather(gathered, token); });
  std::vector<std::vector<MeantWord>> pieces(pieces_.size());
  for (Gathered& word : gathered) {
    if (!word.span) continue;
    const std::size_t index = piece_at(word.span->begin);
    const std::size_t moved = pieces_[index].typed_offset - pieces_[index].begin;
    std::stable_partition(word.terms.begin(), word.terms.end(),
                          [](const MeantTerm& term) { return term.family == Family::word; });
    drop_loose_parts(word.terms);
    std::string surface{slice(text_, *word.span)};
    for (std::string& term : analyzer.alternates_of(surface))
      word.terms.push_back({Family::alternate, text::Script::hangul, std::move(term)});
    pieces[index].push_back({std::move(surface),
                             {word.span->begin + moved, word.span->end + moved},
                             std::move(word.terms)});
  }
  return pieces;
}

}  // namespace geul::query
