// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/typo.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <tuple>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/jamo.hpp"
#include "common/text/script.hpp"
#include "query/rungs/characters.hpp"
#include "tests/support/random_text.hpp"
#include "tests/unit/query/rungs/word_list.hpp"

namespace geul::query {
namespace {

using test::RandomText;
using test::WordList;

std::u16string strokes_of_text(std::u16string_view text) {
  std::u16string strokes;
  for (const char16_t c : text) {
    const std::u16string some = analysis::strokes_of(c);
    strokes += some.empty() ? std::u16string(1, c) : some;
  }
  return strokes;
}

/// Optimal string alignment by its definition, the last strokes first.
std::size_t distance_plainly(std::u16string_view a, std::u16string_view b) {
  if (a.empty() || b.empty()) return std::max(a.size(), b.size());
  const std::u16string_view less_a = a.substr(0, a.size() - 1);
  const std::u16string_view less_b = b.substr(0, b.size() - 1);
  if (a.back() == b.back()) return distance_plainly(less_a, less_b);
  std::size_t least = 1 + std::min({distance_plainly(less_a, b), distance_plainly(a, less_b),
                                    distance_plainly(less_a, less_b)});
  const bool swapped =
      a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && a[a.size() - 2] == b.back();
  if (swapped)
    least =
        std::min(least, 1 + distance_plainly(a.substr(0, a.size() - 2), b.substr(0, b.size() - 2)));
  return least;
}

/// Words of few letters, so that they are near each other.
std::u16string random_word(RandomText& random, std::u16string_view alphabet, std::size_t most) {
  std::u16string word;
  for (std::size_t i = 1 + random.below(most); i > 0; --i)
    word += alphabet[random.below(alphabet.size())];
  return word;
}

constexpr std::u16string_view kHangul = u"가각갂나난다달닭과괘와";
constexpr std::u16string_view kLatin = u"abcdez";

bool is_of_kind(const std::u16string& word, const std::u16string& other) {
  const bool is_korean = text::script_of(other.front()) == text::Script::hangul;
  if (is_korean && !analysis::core::is_syllable(word.front())) return false;
  return std::ranges::all_of(
      word, [&other](char16_t c) { return text::script_of(c) == text::script_of(other.front()); });
}

std::vector<NearWord> near_plainly(const std::u16string& wanted, std::size_t distance,
                                   const WordList& words, const std::string& prefix,
                                   std::size_t limit) {
  std::vector<NearWord> found;
  for (const auto& [term, documents] : words) {
    if (!term.starts_with(prefix)) continue;
    const std::u16string word = to_utf16(term.substr(prefix.size()));
    if (word.empty() || word == wanted || !is_of_kind(word, wanted)) continue;
    const std::size_t apart = stroke_distance(wanted, word);
    if (apart <= distance) found.push_back({term.substr(prefix.size()), documents, apart});
  }
  const auto first = [](std::u16string_view text) { return strokes_of_text(text).front(); };
  std::ranges::sort(found, {}, [&](const NearWord& near) {
    return std::tuple(near.distance, first(to_utf16(near.word)) != first(wanted), ~near.documents,
                      near.word);
  });
  if (found.size() > limit) found.resize(limit);
  return found;
}

void check_same(const std::vector<NearWord>& found, const std::vector<NearWord>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CHECK(found[i].word == expected[i].word);
    CHECK(found[i].distance == expected[i].distance);
    CHECK(found[i].documents == expected[i].documents);
  }
}

void check_against_plain(RandomText& random, std::u16string_view alphabet,
                         const std::string& prefix) {
  WordList words;
  for (std::size_t i = random.below(150); i > 0; --i)
    words.emplace(prefix + to_utf8(random_word(random, alphabet, 5)), 1 + random.below(5));
  for (const char* odd : {"S가", "가a", "a가", "ab1", "漢", "1가", "ㅋㅋ", "\xF0\x9F\x98\x80가"})
    if (random.one_in(2)) words.emplace(prefix + odd, 1);
  const std::u16string wanted = random_word(random, alphabet, 5);
  const std::size_t distance = 1 + random.below(3);
  const std::size_t limit = 1 + random.below(8);
  CAPTURE(to_utf8(wanted), distance, limit, prefix);
  check_same(find_near_words(wanted, distance, prefix, test::walk_of(words), limit),
             near_plainly(wanted, distance, words, prefix, limit));
}

}  // namespace

TEST_CASE("the distance of strokes is that of its definition", "[typo]") {
  RandomText random(61);
  for (int round = 0; round < 1500; ++round) {
    const std::u16string_view alphabet = random.one_in(2) ? kHangul : kLatin;
    const std::size_t most = alphabet == kHangul ? 2 : 6;
    const std::u16string a = random_word(random, alphabet, most);
    const std::u16string b = random_word(random, alphabet, most);
    CAPTURE(to_utf8(a), to_utf8(b));
    CHECK(stroke_distance(a, b) == distance_plainly(strokes_of_text(a), strokes_of_text(b)));
    CHECK(stroke_distance(a, b) == stroke_distance(b, a));
    CHECK(stroke_distance(a, a) == 0);
  }
}

TEST_CASE("known distances", "[typo]") {
  CHECK(stroke_distance(u"컬리", u"켈리") == 1);
  CHECK(stroke_distance(u"알고리즘", u"알고리듬") == 1);
  CHECK(stroke_distance(u"데이터", u"데이처") == 1);
  CHECK(stroke_distance(u"kubernetes", u"kuberntees") == 1);
  CHECK(stroke_distance(u"과", u"고") == 1);
  CHECK(stroke_distance(u"", u"값") == 4);
  CHECK(stroke_distance(u"ca", u"abc") == 3);  // no stroke is changed twice
}

TEST_CASE("short words are not corrected, long ones within two strokes", "[typo]") {
  CHECK(distance_allowed(u"") == 0);
  CHECK(distance_allowed(u"abc") == 0);
  CHECK(distance_allowed(u"컬") == 0);
  CHECK(distance_allowed(u"가나") == 0);
  CHECK(distance_allowed(u"강나") == 1);
  CHECK(distance_allowed(u"abcdefgh") == 1);
  CHECK(distance_allowed(u"abcdefghi") == 2);
  CHECK(distance_allowed(u"알고리즘") == 2);
}

TEST_CASE("the nearest words are those of a plain scan", "[typo]") {
  RandomText random(62);
  for (int round = 0; round < 700; ++round) {
    check_against_plain(random, kHangul, "");
    check_against_plain(random, kLatin, "");
    check_against_plain(random, kHangul, "S");
    check_against_plain(random, kLatin, "S");
  }
}

TEST_CASE("near words are looked for among a few beginnings", "[typo]") {
  WordList words;
  for (char16_t first = u'가'; first <= u'힣'; first += 5)
    for (const char16_t second : u"검색엔진데이터")
      words.emplace(to_utf8(std::u16string{first, second, u'들'}), 1);
  words.emplace("검색어들", 3);
  std::size_t shown = 0;
  const auto near = find_near_words(u"검섹어들", 1, "", test::walk_of(words, &shown), 1);
  REQUIRE(near.size() == 1);
  CHECK(near.front().word == "검색어들");
  CHECK(shown < words.size() / 2);
}

TEST_CASE("words of other scripts have no near words, and cost nothing", "[typo]") {
  WordList words;
  for (int i = 0; i < 3000; ++i) words.emplace("word" + std::to_string(i), 1);
  words.emplace("東京都庁", 1);
  words.emplace("20220728", 1);
  for (const char16_t* wanted :
       {u"東京都府", u"20220729", u"ㅋㅋㅋㅋ", u"\uFFFD\uFFFD\uFFFD\uFFFD", u""}) {
    std::size_t shown = 0;
    CHECK(find_near_words(wanted, 1, "", test::walk_of(words, &shown), 5).empty());
    CHECK(shown == 0);
  }
}

}  // namespace geul::query
