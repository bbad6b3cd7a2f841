// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/similar.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "common/analysis/analyzer.hpp"
#include "common/index/fields.hpp"
#include "common/index/terms.hpp"

namespace geul::index {
namespace {

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

std::size_t code_points(std::string_view term) {
  return static_cast<std::size_t>(std::ranges::count_if(
      term, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_number(std::string_view term) {
  return std::ranges::all_of(term,
                             [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
}

bool is_shared(const DocumentTerm& term, std::size_t documents) {
  return term.documents >= 2 && term.documents <= std::max(documents / 4, kFewDocuments);
}

bool says_something(std::string_view term) {
  return code_points(term) >= 2 && !is_number(term) && !analysis::is_function_word(term) &&
         !analysis::is_native_stem(term);
}

double rarity(const DocumentTerm& term, std::size_t documents) {
  return std::log(static_cast<double>(documents + 1) / static_cast<double>(term.documents));
}

/// A tag of two posts says no more than one of a few.
double rarity_of_tag(DocumentTerm tag, std::size_t documents) {
  constexpr std::size_t kFew = 5;
  tag.documents = std::max(tag.documents, std::min(kFew, documents));
  return rarity(tag, documents);
}

/// From 0 to 1: half of it at two occurrences in the text.
double saturated(std::uint32_t frequency) {
  constexpr double kHalf = 2;
  return frequency / (frequency + kHalf);
}

enum class Pieces : std::uint8_t { kept, dropped };

struct Candidate {
  Topic::Word word;
  double says = 0;
};

/// A piece of a longer word that stands nowhere else: hot of hotspot.
bool is_piece(const Candidate& piece, const std::vector<Candidate>& of) {
  return std::ranges::any_of(of, [&piece](const Candidate& whole) {
    return whole.word.term.size() > piece.word.term.size() &&
           piece.word.weight <= whole.word.weight &&
           whole.word.term.find(piece.word.term) != std::string::npos;
  });
}

/// Says no word twice.
void drop_pieces(std::vector<Candidate>& best) {
  const std::vector<Candidate> all = best;
  std::erase_if(best, [&all](const Candidate& candidate) { return is_piece(candidate, all); });
}

std::vector<Topic::Word> best_of(std::vector<Candidate> candidates, std::size_t most,
                                 Pieces pieces) {
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.says != b.says ? a.says > b.says : a.word.term < b.word.term;
  });
  if (candidates.size() > most) candidates.resize(most);
  if (pieces == Pieces::dropped) drop_pieces(candidates);
  std::vector<Topic::Word> words;
  words.reserve(candidates.size());
  for (Candidate& candidate : candidates) words.push_back(std::move(candidate.word));
  return words;
}

}  // namespace

Topic topic_of(const std::vector<DocumentTerm>& terms, std::size_t documents,
               const RankingProfile& ranking) {
  const std::string_view tag_prefix = info(Field::tag).name_prefix;
  std::vector<Candidate> words;
  std::vector<Candidate> tags;
  for (const DocumentTerm& term : terms) {
    if (term.term.empty() || !is_shared(term, documents)) continue;
    const double rare = rarity(term, documents);
    if (term.term.starts_with(tag_prefix)) {
      tags.push_back({{term.term, ranking.shared_tag * rarity_of_tag(term, documents)}, rare});
    } else if (!is_capital(term.term.front()) && says_something(term.term)) {
      const double weight = saturated(term.frequency);
      words.push_back({{term.term, weight}, weight * rare});
    }
  }
  return {best_of(std::move(words), kMaxTopicWords, Pieces::dropped),
          best_of(std::move(tags), kMaxTopicWords, Pieces::kept)};
}

Query word_query(const Topic::Word& word) {
  return Query::scaled(word.weight, Query::term(word.term));
}

Query tag_query(const Topic::Word& tag) {
  return Query::bonus(tag.weight, Query::term(tag.term));
}

Query similar_to(const Topic& topic, const DocumentId& itself) {
  std::vector<Query> shared;
  for (const Topic::Word& word : topic.words) shared.push_back(word_query(word));
  for (const Topic::Word& tag : topic.tags) shared.push_back(tag_query(tag));
  return Query::without(Query::any(std::move(shared)), {Query::term(key_of(itself).str())});
}

}  // namespace geul::index
