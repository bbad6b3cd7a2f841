// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/pattern.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "query/rungs/characters.hpp"
#include "tests/support/random_text.hpp"
#include "tests/unit/query/rungs/word_list.hpp"

namespace geul::query {
namespace {

using test::RandomText;
using test::WordList;

/// Characters of which words and patterns are made, so few that they meet.
constexpr std::u16string_view kAlphabet = u"가각간나낙다라락힣";

std::u16string random_word(RandomText& random) {
  std::u16string word;
  for (std::size_t i = 1 + random.below(5); i > 0; --i)
    word += kAlphabet[random.below(kAlphabet.size())];
  return word;
}

WordList random_words(RandomText& random) {
  WordList words;
  for (std::size_t i = random.below(200); i > 0; --i)
    words.emplace(to_utf8(random_word(random)), 1 + random.below(9));
  for (std::size_t i = random.below(10); i > 0; --i) words.emplace(random.word(), 1);
  for (const char* odd : {"S가", "SB가나", "가\xF0\x9F\x98\x80", "a", "가a나"})
    if (random.one_in(2)) words.emplace(odd, 1);
  words.erase("");
  return words;
}

SyllableChoice random_choice(RandomText& random) {
  SyllableChoice choice;
  char16_t from = u'가';
  for (std::size_t i = 1 + random.below(3); i > 0; --i) {
    const auto first = static_cast<char16_t>(from + random.below(random.one_in(2) ? 3 : 2500));
    const auto last = static_cast<char16_t>(first + random.below(random.one_in(2) ? 2 : 600));
    if (last > u'힣') break;
    choice.push_back({first, last});
    from = static_cast<char16_t>(last + 2);
  }
  if (choice.empty()) choice.push_back({u'가', u'힣'});
  return choice;
}

WordPattern random_pattern(RandomText& random) {
  WordPattern pattern;
  for (std::size_t i = 1 + random.below(4); i > 0; --i)
    pattern.places.push_back(random.one_in(3) ? SyllableChoice{{u'가', u'힣'}}
                                              : random_choice(random));
  pattern.end = random.one_in(2) ? WordPattern::End::here : WordPattern::End::anywhere;
  return pattern;
}

/// WordPattern::matches() by its words.
bool matches_plainly(const WordPattern& pattern, const std::u16string& word) {
  if (word.size() < pattern.places.size()) return false;
  if (pattern.end == WordPattern::End::here && word.size() > pattern.places.size()) return false;
  for (std::size_t i = 0; i < pattern.places.size(); ++i) {
    bool among = false;
    for (const SyllableRange& range : pattern.places[i])
      for (unsigned c = range.first; c <= range.last; ++c) among = among || c == word[i];
    if (!among) return false;
  }
  return true;
}

std::vector<std::string> matching(const WordPattern& pattern, const WordList& words) {
  std::vector<std::string> found;
  for (const auto& [word, documents] : words)
    if (matches_plainly(pattern, to_utf16(word))) found.push_back(word);
  return found;
}

WordPattern initials_of_two() {
  return {{{{u'가', u'깋'}}, {{u'나', u'닣'}}}, WordPattern::End::here};
}

}  // namespace

TEST_CASE("a walk with jumps shows every word that matches, and ends", "[pattern]") {
  RandomText random(41);
  std::size_t matches = 0;
  for (int round = 0; round < 1000; ++round) {
    const WordList words = random_words(random);
    const WordPattern pattern = random_pattern(random);
    std::vector<std::string> shown;
    test::walk_of(words)({first_candidate(pattern)}, [&](std::string_view term, std::size_t) {
      const std::u16string word = to_utf16(term);
      CHECK(pattern.matches(word) == matches_plainly(pattern, word));
      if (pattern.matches(word)) shown.emplace_back(term);
      return next_candidate(pattern, word);
    });
    CHECK(shown == matching(pattern, words));
    matches += shown.size();
  }
  CHECK(matches > 2000);
}

TEST_CASE("a jump leads forward and never past a word that matches", "[pattern]") {
  RandomText random(42);
  for (int round = 0; round < 3000; ++round) {
    const WordPattern pattern = random_pattern(random);
    const std::u16string word = random_word(random);
    const std::u16string later = random_word(random);
    const index::NextTerm next = next_candidate(pattern, word);
    if (next.kind == index::NextTerm::Kind::from) CHECK(next.begin > to_utf8(word));
    if (!matches_plainly(pattern, later)) continue;
    CHECK(first_candidate(pattern) <= to_utf8(later));
    if (later <= word) continue;
    CHECK(next.kind != index::NextTerm::Kind::none);
    if (next.kind == index::NextTerm::Kind::from) CHECK(next.begin <= to_utf8(later));
  }
}

TEST_CASE("the jump of the contract's example", "[pattern]") {
  const index::NextTerm next = next_candidate(initials_of_two(), u"가방");
  REQUIRE(next.kind == index::NextTerm::Kind::from);
  CHECK(next.begin == "각");
  CHECK(next_candidate(initials_of_two(), u"가").begin == "가나");
  CHECK(next_candidate(initials_of_two(), u"깋다").kind == index::NextTerm::Kind::none);
}

TEST_CASE("words behind a field's prefix are found without it", "[pattern]") {
  const WordList words{{"S가나", 2}, {"S가다", 5}, {"SB가나", 9}, {"가나", 7}, {"S각나", 4}};
  const auto found = find_words(initials_of_two(), "S", test::walk_of(words), 10);
  REQUIRE(found.size() == 2);
  CHECK(found[0].word == "각나");
  CHECK(found[0].documents == 4);
  CHECK(found[1].word == "가나");
}

TEST_CASE("the most frequent words are kept, among equals the first", "[pattern]") {
  WordList words{{"가나", 1}, {"가낙", 3}, {"각나", 3}, {"간나", 2}};
  const auto found = find_words(initials_of_two(), "", test::walk_of(words), 3);
  REQUIRE(found.size() == 3);
  CHECK(found[0].word == "가낙");
  CHECK(found[1].word == "각나");
  CHECK(found[2].word == "간나");
}

TEST_CASE("a pattern looks at few of the words that cannot match", "[pattern]") {
  WordList words;
  for (char16_t first = u'가'; first <= u'깋'; ++first)
    for (char16_t second = u'다'; second <= u'딯'; second += 20)
      words.emplace(to_utf8(std::u16string{first, second}), 1);
  std::size_t shown = 0;
  CHECK(find_words(initials_of_two(), "", test::walk_of(words, &shown), 9).empty());
  CHECK(shown <= 600);  // one for each beginning
  CHECK(words.size() > 15'000);
}

}  // namespace geul::query
