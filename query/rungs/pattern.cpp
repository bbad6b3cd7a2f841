// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/pattern.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/utf8.hpp"
#include "query/rungs/characters.hpp"

namespace geul::query {
namespace {

bool is_among(const SyllableChoice& choice, char16_t c) {
  return std::ranges::any_of(
      choice, [c](const SyllableRange& range) { return range.first <= c && c <= range.last; });
}

/// The least of the choice above `c`.
std::optional<char16_t> next_above(const SyllableChoice& choice, char16_t c) {
  for (const SyllableRange& range : choice) {
    if (c < range.first) return range.first;
    if (c < range.last) return static_cast<char16_t>(c + 1);
  }
  return std::nullopt;
}

index::NextTerm from(std::u16string_view begin) {
  return index::NextTerm::from(to_utf8(begin));
}

/// The least word that can match and differs from `word` in the place `at` or before.
index::NextTerm next_from_place(const WordPattern& pattern, std::u16string_view word,
                                std::size_t at) {
  for (std::size_t place = at + 1; place-- > 0;) {
    const auto next = next_above(pattern.places[place], word[place]);
    if (next) return from(std::u16string(word.substr(0, place)) + *next);
  }
  return index::NextTerm::none();
}

/// How many places, from the front, `word` fills as the pattern has it.
std::size_t matching_places(const WordPattern& pattern, std::u16string_view word) {
  const std::size_t most = std::min(pattern.places.size(), word.size());
  std::size_t place = 0;
  while (place < most && is_among(pattern.places[place], word[place])) ++place;
  return place;
}

}  // namespace

bool WordPattern::matches(std::u16string_view word) const {
  return matching_places(*this, word) == places.size() &&
         (end == End::anywhere || word.size() == places.size());
}

std::string first_candidate(const WordPattern& pattern) {
  return to_utf8(std::u16string(1, pattern.places.front().front().first));
}

std::string common_beginning(const WordPattern& pattern) {
  std::u16string beginning;
  for (const SyllableChoice& choice : pattern.places) {
    const SyllableRange& range = choice.front();
    if (choice.size() > 1 || range.first != range.last) break;
    beginning += range.first;
  }
  return to_utf8(beginning);
}

index::NextTerm next_candidate(const WordPattern& pattern, std::u16string_view word) {
  const std::size_t places = pattern.places.size();
  const std::size_t matched = matching_places(pattern, word);
  if (matched == places) {
    if (pattern.end == WordPattern::End::anywhere || word.size() == places)
      return index::NextTerm::following();
    return next_from_place(pattern, word, places - 1);
  }
  if (matched == word.size())
    return from(std::u16string(word) + pattern.places[matched].front().first);
  return next_from_place(pattern, word, matched);
}

std::vector<FoundWord> find_words(const WordPattern& pattern, const std::string& prefix,
                                  const TermWalk& walk, std::size_t limit) {
  std::vector<FoundWord> found;
  std::size_t steps = 0;
  const index::TermRange range{prefix + first_candidate(pattern),
                               prefix + common_beginning(pattern)};
  walk(range, [&](std::string_view term, std::size_t documents) {
    if (++steps > kMaxSteps) return index::NextTerm::none();
    const auto word = to_utf16(term.substr(prefix.size()));
    if (pattern.matches(word))
      found.push_back({std::string(term.substr(prefix.size())), documents});
    index::NextTerm next = next_candidate(pattern, word);
    if (next.kind == index::NextTerm::Kind::from) next.begin.insert(0, prefix);
    return next;
  });
  keep_most_frequent(found, limit);
  return found;
}

void keep_most_frequent(std::vector<FoundWord>& words, std::size_t limit) {
  std::ranges::sort(words, [](const FoundWord& a, const FoundWord& b) {
    return a.documents != b.documents ? a.documents > b.documents : a.word < b.word;
  });
  if (words.size() > limit) words.resize(limit);
}

}  // namespace geul::query
