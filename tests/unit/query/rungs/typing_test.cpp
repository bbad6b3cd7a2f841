// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/typing.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/jamo.hpp"
#include "query/rungs/characters.hpp"
#include "tests/support/random_text.hpp"

namespace geul::query {
namespace {

using test::RandomText;
namespace core = analysis::core;

std::u16string strokes_of_text(std::u16string_view text) {
  std::u16string strokes;
  for (const char16_t c : text) strokes += analysis::strokes_of(c);
  return strokes;
}

/// Of few leads, vowels and codas, compounds among them, so that keystrokes meet.
char16_t random_syllable(RandomText& random) {
  constexpr std::u16string_view kVowels = u"ㅏㅗㅘㅚㅡㅢ";
  constexpr std::u16string_view kLeads = u"ㄱㄲㅅㄹㅂ";
  constexpr std::u16string_view kCodas = u"ㄱㄲㄳㄹㄺㄽㄼㅂㅄㅅㅆ";
  const unsigned lead = *analysis::lead_index(kLeads[random.below(kLeads.size())]);
  const unsigned vowel = analysis::vowel_index(kVowels[random.below(kVowels.size())]);
  const unsigned coda =
      random.one_in(2) ? 0 : *analysis::coda_index(kCodas[random.below(kCodas.size())]);
  return core::compose(lead, vowel, coda);
}

std::u16string random_syllables(RandomText& random, std::size_t most) {
  std::u16string word;
  for (std::size_t i = 1 + random.below(most); i > 0; --i) word += random_syllable(random);
  return word;
}

/// Syllables and perhaps a consonant, mostly from the beginning of `word`.
std::u16string random_typed(RandomText& random, const std::u16string& word) {
  constexpr std::u16string_view kConsonants = u"ㄱㄲㄳㅅㅆㄹㄺㅂㅄㄸㅃ";
  std::u16string typed = random.one_in(4) ? random_syllables(random, 3)
                                          : word.substr(0, 1 + random.below(word.size()));
  if (random.one_in(2)) {
    char16_t& last = typed.back();
    last = random.one_in(2) ? core::without_coda(last) : random_syllable(random);
  }
  if (random.one_in(2)) typed += kConsonants[random.below(kConsonants.size())];
  return typed;
}

std::size_t matching(const std::vector<WordPattern>& patterns, const std::u16string& word) {
  return static_cast<std::size_t>(std::ranges::count_if(
      patterns, [&word](const WordPattern& pattern) { return pattern.matches(word); }));
}

bool finds(std::u16string_view typed, const std::u16string& word) {
  return matching(half_typed_patterns(typed), word) == 1;
}

}  // namespace

TEST_CASE("half-typed law: exactly the words whose keystrokes begin so, each once", "[typing]") {
  RandomText random(51);
  std::size_t found = 0;
  for (int round = 0; round < 40'000; ++round) {
    const std::u16string word = random_syllables(random, 4);
    const std::u16string typed = random_typed(random, word);
    const bool begins_so = strokes_of_text(word).starts_with(strokes_of_text(typed));
    CAPTURE(to_utf8(word), to_utf8(typed));
    CHECK(matching(half_typed_patterns(typed), word) == (begins_so ? 1 : 0));
    found += begins_so ? 1 : 0;
  }
  CHECK(found > 10'000);
}

TEST_CASE("half-typed words on the way", "[typing]") {
  CHECK(finds(u"컴퓨ㅌ", u"컴퓨터"));
  CHECK(finds(u"알고맂", u"알고리즘"));
  CHECK(finds(u"알고릿", u"알고리스트"));
  CHECK(finds(u"컬ㄹ", u"컬리"));
  CHECK(finds(u"컬", u"컬리"));
  CHECK(finds(u"닭", u"달걀"));
  CHECK(finds(u"고", u"과자"));
  CHECK(finds(u"갓", u"가상"));
  CHECK(finds(u"가ㄳ", u"각시"));
  CHECK_FALSE(finds(u"가", u"나"));
  CHECK_FALSE(finds(u"각", u"가까이"));
}

TEST_CASE("texts that are not half-typed have no patterns", "[typing]") {
  for (const char16_t* typed : {u"", u"ㄱ", u"ㅋㅂ", u"ㅋ가", u"가ㅏ", u"가ㅋㅋ", u"a가", u"가a",
                                u"가 나", u"2022", u"\uFFFD", u"각ㄳ"})
    CHECK(half_typed_patterns(typed).empty());
}

TEST_CASE("completed syllables are the typed text and what its last syllable may become",
          "[typing]") {
  RandomText random(52);
  for (int round = 0; round < 3000; ++round) {
    const std::u16string typed = random_typed(random, random_syllables(random, 3));
    CAPTURE(to_utf8(typed));
    const auto completed = completed_syllables(typed);
    CHECK(completed.size() <= 620);
    CHECK(std::set(completed.begin(), completed.end()).size() == completed.size());
    const auto patterns = half_typed_patterns(typed);
    CHECK(completed.empty() == patterns.empty());
    for (const std::u16string& text : completed) CHECK(matching(patterns, text) == 1);
    if (!patterns.empty() && core::is_syllable(typed.back()))
      CHECK(std::ranges::find(completed, typed) != completed.end());
  }
}

TEST_CASE("what holds initials", "[typing]") {
  for (const char16_t* typed :
       {u"ㅋㅂ", u"ㅋㅂㄴㅌㅅ", u"ㅋㅂ네티스", u"ㅋ버네", u"쿠ㅂㄴ", u"ㄳ", u"ㄲㄸ"})
    CHECK(has_initials(typed));
  for (const char16_t* typed :
       {u"", u"ㅋ", u"컴퓨ㅌ", u"컴퓨터", u"ㅋa", u"ㅏㅏ", u"ㅠㅠ", u"ㅋㅏ", u"ㅋㅂ1"})
    CHECK_FALSE(has_initials(typed));
}

TEST_CASE("initials law: the words of just these leads and syllables", "[typing]") {
  RandomText random(53);
  std::size_t found = 0;
  for (int round = 0; round < 20'000; ++round) {
    const std::u16string word = random_syllables(random, 4);
    std::u16string typed;
    const std::u16string other = random.one_in(4) ? random_syllables(random, 4) : word;
    for (const char16_t c : other)
      typed += random.one_in(3) ? c : analysis::lead_jamo(core::lead_of(c));
    const auto pattern = initials_pattern(typed);
    CHECK(pattern.has_value() == has_initials(typed));
    if (!pattern) continue;
    bool fits = word.size() == typed.size();
    for (std::size_t i = 0; fits && i < word.size(); ++i)
      fits = core::is_syllable(typed[i]) ? word[i] == typed[i]
                                         : analysis::lead_jamo(core::lead_of(word[i])) == typed[i];
    CAPTURE(to_utf8(word), to_utf8(typed));
    CHECK(pattern->matches(word) == fits);
    found += fits ? 1 : 0;
  }
  CHECK(found > 5000);
}

TEST_CASE("joined consonants are two initials", "[typing]") {
  const auto pattern = initials_pattern(u"ㄳㅇㅈ");
  REQUIRE(pattern);
  CHECK(pattern->matches(u"검색엔진"));
  CHECK_FALSE(pattern->matches(u"검색엔진들"));
  CHECK_FALSE(pattern->matches(u"검엔진"));
}

}  // namespace geul::query
