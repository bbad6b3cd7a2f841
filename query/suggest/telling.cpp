// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/telling.hpp"

#include <algorithm>
#include <array>

#include "common/analysis/analyzer.hpp"
#include "common/analysis/core/hangul.hpp"
#include "common/analysis/jamo.hpp"
#include "query/rungs/characters.hpp"

namespace geul::query {
namespace {

/// As the analyser stems them.
constexpr std::array<std::string_view, 50> kEnglish{
    "about", "after", "all",  "also", "an",    "and",  "are",  "as",   "at",   "be",
    "been",  "but",   "by",   "can",  "do",    "for",  "from", "had",  "has",  "have",
    "how",   "if",    "in",   "into", "is",    "it",   "just", "more", "no",   "not",
    "of",    "on",    "onli", "or",   "so",    "than", "that", "the",  "thei", "there",
    "thi",   "to",    "what", "when", "which", "will", "with", "you",  "your", "we"};

constexpr std::size_t kManyTimes = 10;
constexpr std::size_t kSomeTimes = 5;
constexpr std::size_t kRare = 2;

bool is_form(std::size_t front_size, std::size_t front_posts, std::string_view behind,
             std::size_t posts) {
  const bool grammar = behind == "들" || analysis::is_particle(behind);
  if (front_size == 1) return grammar && front_posts >= kSomeTimes * posts;
  return (grammar && front_posts > posts) || (posts <= kRare && front_posts >= kManyTimes * posts);
}

}  // namespace

bool is_telling(std::string_view term) {
  const std::u16string word = to_utf16(term);
  const bool of_jamo = std::ranges::all_of(
      word, [](char16_t c) { return analysis::is_consonant(c) || analysis::is_vowel(c); });
  return word.size() >= 2 && !of_jamo && std::ranges::find(kEnglish, term) == kEnglish.end() &&
         !analysis::is_function_word(term);
}

bool is_noun_before(std::string_view stem, std::string_view behind) {
  constexpr std::array<std::string_view, 6> kNounParticles{"을", "를", "의", "에", "와", "과"};
  if (!behind.empty())
    return analysis::is_particle(behind) &&
           std::ranges::any_of(kNounParticles,
                               [behind](std::string_view p) { return behind.starts_with(p); });
  // The verb stands alone where its 아 or 어 is swallowed.
  constexpr std::u16string_view kSwallowing = u"ㅏㅐㅓㅔㅕ";
  const std::u16string syllables = to_utf16(stem);
  return !syllables.empty() && analysis::core::is_syllable(syllables.back()) &&
         kSwallowing.find(analysis::vowel_jamo(analysis::core::vowel_of(syllables.back()))) ==
             std::u16string_view::npos;
}

bool is_form_of_another(const std::string& word, std::size_t posts, const PostsOf& posts_of) {
  const std::u16string syllables = to_utf16(word);
  if (!std::ranges::all_of(syllables, analysis::core::is_syllable)) return false;
  for (std::size_t size = 1; size < syllables.size(); ++size) {
    const std::string front = to_utf8(std::u16string_view(syllables).substr(0, size));
    if (is_form(size, posts_of(front), std::string_view(word).substr(front.size()), posts))
      return true;
  }
  return false;
}

}  // namespace geul::query
