// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/word_rungs.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/jamo.hpp"
#include "common/index/terms.hpp"
#include "common/text/normalize.hpp"
#include "query/parse/matching.hpp"
#include "query/parse/passage.hpp"
#include "query/parse/word_query.hpp"
#include "query/rungs/characters.hpp"
#include "query/rungs/keyboard.hpp"
#include "query/rungs/spelling.hpp"
#include "query/rungs/typing.hpp"

namespace geul::query {
namespace {

using analysis::is_consonant;
using analysis::is_vowel;

namespace core = analysis::core;

bool is_latin_letter(char16_t c) {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool are_syllables(std::u16string_view text) {
  return !text.empty() && std::ranges::all_of(text, core::is_syllable);
}

std::u16string typed_characters(const MeantNode& node) {
  return to_utf16(text::fold(node.text));
}

std::size_t frequency_of(const MeantWord& word, const MeantNode& node, const IndexView& index) {
  const auto stored = stored_term(word.terms.front(), node.field);
  return stored ? index.frequency(*stored) : 0;
}

bool is_indexed(const std::string& word, const MeantNode& node, const IndexView& index) {
  return index.frequency(node.field ? index::word_term(*node.field, word) : word) > 0;
}

std::vector<Alternative> as_alternatives(Rung rung, std::vector<FoundWord> words) {
  std::vector<Alternative> alternatives;
  alternatives.reserve(words.size());
  for (FoundWord& found : words) alternatives.push_back(single_term(rung, std::move(found.word)));
  return alternatives;
}

/// Posts in which the pair across the border of two words is, as it has to be where they stand side
/// by side.
std::size_t documents_across(std::u16string_view left, std::u16string_view right,
                             const IndexView& index) {
  return index.frequency(index::pair_term(to_utf8(std::u16string{left.back(), right.front()})));
}

WordPattern part_of(const WordPattern& pattern, std::size_t begin, std::size_t end) {
  const auto at = [&pattern](std::size_t place) {
    return pattern.places.begin() + static_cast<std::ptrdiff_t>(place);
  };
  return {{at(begin), at(end)}, WordPattern::End::here};
}

/// Words side by side that together have the initials, and how often the pair across their border
/// is there at most.
struct Neighbours {
  Alternative both;
  std::size_t documents = 0;
};

void add_neighbours(const WordPattern& pattern, std::size_t middle, const std::string& prefix,
                    const IndexView& index, std::vector<Neighbours>& found) {
  constexpr std::size_t kTried = 24;
  const auto left = find_words(part_of(pattern, 0, middle), prefix, index.walk, kTried);
  if (left.empty()) return;
  const auto right =
      find_words(part_of(pattern, middle, pattern.places.size()), prefix, index.walk, kTried);
  for (const FoundWord& one : left)
    for (const FoundWord& other : right) {
      const std::size_t across = documents_across(to_utf16(one.word), to_utf16(other.word), index);
      if (across == 0) continue;
      Alternative both = single_term(Rung::initials, one.word);
      both.words.push_back(std::move(single_term(Rung::initials, other.word).words.front()));
      found.push_back({std::move(both), std::min({across, one.documents, other.documents})});
    }
}

/// The pairs of words that stand side by side in some post: 검색 엔진 for ㄱㅅㅇㅈ.
std::vector<Alternative> neighbours_of(const MeantNode& node, const WordPattern& pattern,
                                       const IndexView& index) {
  constexpr std::size_t kShortestWord = 2;
  constexpr std::size_t kLongestPair = 12;
  constexpr std::size_t kTried = 32;
  constexpr std::size_t kKept = 8;
  if (pattern.places.size() > kLongestPair) return {};
  std::vector<Neighbours> candidates;
  for (std::size_t middle = kShortestWord; middle + kShortestWord <= pattern.places.size();
       ++middle)
    add_neighbours(pattern, middle, term_prefix(node), index, candidates);
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Neighbours::documents);
  if (candidates.size() > kTried) candidates.resize(kTried);
  for (Neighbours& candidate : candidates)
    candidate.documents = index.count(phrase_of(candidate.both.words, node.field));
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Neighbours::documents);
  std::vector<Alternative> found;
  for (Neighbours& candidate : candidates)
    if (candidate.documents > 0 && found.size() < kKept) found.push_back(std::move(candidate.both));
  return found;
}

/// The words before what is being typed: those that are known by less than the whole of some
/// completion.
std::vector<Alternative> before_ending(std::u16string_view typed, const MeantNode& node,
                                       const IndexView& index, analysis::Analyzer& analyzer) {
  constexpr std::size_t kMost = 4;
  std::vector<Alternative> found;
  std::set<std::string> keys;
  for (const std::u16string& completed : completed_syllables(typed)) {
    const std::vector<MeantWord> words = analyze_word(to_utf8(completed), analyzer);
    if (words.size() != 1 || to_utf16(key_of(words.front())).size() >= completed.size()) continue;
    if (!keys.insert(key_of(words.front())).second) continue;
    if (frequency_of(words.front(), node, index) > 0) found.push_back({Rung::half_typed, words});
    if (found.size() == kMost) break;
  }
  return found;
}

/// The likeliest beginning that the words found have in common with what was typed, with one
/// syllable more or the last one complete: it also stands inside of longer words (베이스 of
/// 데이터베이스 for 베잇), which its pairs of syllables find. One of two syllables is a single pair
/// and says too little.
std::optional<Alternative> inside_words(const std::vector<FoundWord>& words, std::size_t syllables,
                                        analysis::Analyzer& analyzer) {
  constexpr std::size_t kShortest = 3;
  if (syllables < kShortest) return std::nullopt;
  for (const FoundWord& word : words) {
    const std::string beginning = to_utf8(to_utf16(word.word).substr(0, syllables));
    std::vector<MeantWord> analyzed = analyze_word(beginning, analyzer);
    if (analyzed.size() == 1 && key_of(analyzed.front()) == beginning)
      return Alternative{Rung::half_typed, std::move(analyzed)};
  }
  return std::nullopt;
}

/// What the keys give on the other layout; empty where that is no word.
std::string on_other_layout(const MeantNode& node) {
  constexpr std::size_t kShortest = 2;
  const std::string typed = text::to_nfc(node.text);
  const std::u16string characters = to_utf16(typed);
  if (std::ranges::all_of(characters, is_latin_letter)) {
    std::string korean = to_korean_layout(typed);
    const std::u16string syllables = to_utf16(korean);
    return syllables.size() >= kShortest && are_syllables(syllables) ? korean : std::string{};
  }
  const bool hangul = std::ranges::all_of(characters, [](char16_t c) {
    return core::is_syllable(c) || is_consonant(c) || is_vowel(c);
  });
  return hangul && characters.size() >= kShortest ? to_latin_layout(typed) : std::string{};
}

}  // namespace

std::vector<MeantWord> analyze_word(std::string_view text, analysis::Analyzer& analyzer) {
  Passage passage;
  passage.add(text, 0);
  return std::move(passage.analyze(analyzer).front());
}

std::size_t count_as_typed(const MeantNode& node, const IndexView& index) {
  return index.count(Matcher::match_as_typed(node));
}

bool is_unknown(const MeantNode& node, const IndexView& index) {
  if (node.words.size() != 1) return false;
  return std::ranges::none_of(node.words.front().terms, [&](const MeantTerm& term) {
    const auto stored = stored_term(term, node.field);
    return !is_pair(term.family) && stored && index.frequency(*stored) > 0;
  });
}

std::string term_prefix(const MeantNode& node) {
  return node.field ? std::string(index::info(*node.field).prefix) : std::string{};
}

Alternative single_term(Rung rung, std::string word) {
  MeantWord meant;
  meant.surface = word;
  meant.terms.push_back({analysis::Family::word, text::Script::hangul, std::move(word)});
  return {rung, {std::move(meant)}};
}

std::vector<Alternative> initials_of(const MeantNode& node, const IndexView& index,
                                     std::size_t limit) {
  const auto pattern = initials_pattern(typed_characters(node));
  if (!pattern) return {};
  const std::string prefix = term_prefix(node);
  auto found = as_alternatives(Rung::initials, find_words(*pattern, prefix, index.walk, limit));
  std::ranges::move(neighbours_of(node, *pattern, index), std::back_inserter(found));
  return found;
}

std::vector<Alternative> half_typed_of(const MeantNode& node, const IndexView& index,
                                       analysis::Analyzer& analyzer, std::size_t limit) {
  const std::u16string typed = typed_characters(node);
  std::vector<FoundWord> words;
  std::vector<Alternative> inside;
  for (const WordPattern& pattern : half_typed_patterns(typed)) {
    std::vector<FoundWord> matching = find_words(pattern, term_prefix(node), index.walk, limit);
    if (auto beginning = inside_words(matching, pattern.places.size(), analyzer))
      inside.push_back(*std::move(beginning));
    std::ranges::move(matching, std::back_inserter(words));
  }
  if (words.empty()) return before_ending(typed, node, index, analyzer);
  keep_most_frequent(words, limit);
  auto found = as_alternatives(Rung::half_typed, std::move(words));
  std::ranges::move(inside, std::back_inserter(found));
  return found;
}

std::vector<Alternative> other_layout_of(const MeantNode& node, const IndexView& index,
                                         analysis::Analyzer& analyzer) {
  const std::string other = on_other_layout(node);
  if (other.empty()) return {};
  std::vector<MeantWord> words = analyze_word(other, analyzer);
  if (words.size() != 1) return {};
  const std::size_t documents = frequency_of(words.front(), node, index);
  if (documents == 0 || documents <= count_as_typed(node, index)) return {};
  return {{Rung::keyboard, std::move(words)}};
}

std::vector<Alternative> spellings_of(const MeantNode& node, const IndexView& index,
                                      analysis::Analyzer& analyzer) {
  constexpr std::size_t kMost = 8;
  std::vector<Alternative> found;
  const auto add = [&](const std::string& spelling) {
    // A look-up costs a tenth of an analysis, and most spellings are no words.
    if (found.size() == kMost || !is_indexed(spelling, node, index)) return;
    std::vector<MeantWord> words = analyze_word(spelling, analyzer);
    if (words.size() == 1 && key_of(words.front()) == spelling)
      found.push_back({Rung::spelling, std::move(words)});
  };
  if (node.words.size() != 1) return found;
  bool unsure = false;
  const auto spellings = loanword_spellings(to_utf16(key_of(node.words.front())));
  for (const Spelling& spelling : spellings) {
    if (spelling.soundness == Soundness::sure) add(to_utf8(spelling.text));
    unsure = unsure || spelling.soundness != Soundness::sure;
  }
  if (!found.empty() || !unsure || count_as_typed(node, index) > 0) return found;
  for (const Spelling& spelling : spellings)
    if (spelling.soundness != Soundness::sure) add(to_utf8(spelling.text));
  return found;
}

std::vector<Alternative> readings_of(const MeantNode& node) {
  if (node.words.size() != 2 || !node.text.ends_with(')')) return {};
  const MeantWord& word = node.words.front();
  const MeantWord& inside = node.words.back();
  const auto script = [](const MeantWord& part) { return part.terms.front().script; };
  const bool han_first =
      script(word) == text::Script::han && script(inside) == text::Script::hangul;
  const bool han_inside =
      script(word) == text::Script::hangul && script(inside) == text::Script::han;
  if (!han_first && !han_inside) return {};
  return {{Rung::spelling, {word}}, {Rung::spelling, {inside}}};
}

std::vector<Alternative> halves_of(const MeantNode& node, const IndexView& index,
                                   analysis::Analyzer& analyzer) {
  constexpr std::size_t kShortestHalf = 2;
  if (node.words.size() != 1) return {};
  const std::u16string key = to_utf16(key_of(node.words.front()));
  if (key.size() < 2 * kShortestHalf || !are_syllables(key)) return {};
  std::vector<Alternative> found;
  for (std::size_t middle = kShortestHalf; middle + kShortestHalf <= key.size(); ++middle) {
    const std::u16string left = key.substr(0, middle);
    const std::u16string right = key.substr(middle);
    if (documents_across(left, right, index) == 0) continue;
    std::vector<MeantWord> words = analyze_word(to_utf8(left) + ' ' + to_utf8(right), analyzer);
    const bool whole = words.size() == 2 && key_of(words[0]) == to_utf8(left) &&
                       key_of(words[1]) == to_utf8(right);
    if (whole && frequency_of(words[0], node, index) > 0 && frequency_of(words[1], node, index) > 0)
      found.push_back({Rung::spacing, std::move(words)});
  }
  return found;
}

}  // namespace geul::query
