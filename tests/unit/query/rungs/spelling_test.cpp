// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/spelling.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "query/rungs/characters.hpp"
#include "tests/support/random_text.hpp"

namespace geul::query {
namespace {

std::vector<std::string> spellings(std::string_view word, bool sure_alone) {
  std::vector<std::string> texts;
  for (const Spelling& spelling : loanword_spellings(to_utf16(word)))
    if (!sure_alone || spelling.soundness == Soundness::sure)
      texts.push_back(to_utf8(spelling.text));
  return texts;
}

bool has(const std::vector<std::string>& texts, std::string_view text) {
  return std::ranges::find(texts, text) != texts.end();
}

}  // namespace

TEST_CASE("loanwords that are spelled in two ways find each other", "[spelling]") {
  struct Pair {
    const char* one;
    const char* other;
  };
  for (const Pair& pair :
       {Pair{"컨텐츠", "콘텐츠"}, Pair{"텔레비젼", "텔레비전"}, Pair{"워크샾", "워크샵"},
        Pair{"쥬스", "주스"}, Pair{"메세지", "메시지"}, Pair{"어플리케이션", "애플리케이션"},
        Pair{"데이타베이스", "데이터베이스"}, Pair{"알고리듬", "알고리즘"},
        Pair{"네트웍", "네트워크"}, Pair{"쉘", "셸"}, Pair{"카페테리아", "카패테리아"},
        Pair{"화이팅", "파이팅"}, Pair{"메소드", "메서드"}, Pair{"라이센스", "라이선스"},
        Pair{"윈도우즈", "윈도즈"}}) {
    CAPTURE(pair.one);
    const bool long_enough = to_utf16(pair.one).size() > 1;
    CHECK(has(spellings(pair.one, true), pair.other) == long_enough);
    CHECK(has(spellings(pair.other, true), pair.one) == long_enough);
  }
}

TEST_CASE("what native words obey too is less sure in short words", "[spelling]") {
  CHECK_FALSE(has(spellings("모래", true), "모레"));
  CHECK(has(spellings("모래", false), "모레"));
  CHECK_FALSE(has(spellings("버스", true), "뻐스"));
  CHECK(has(spellings("뻐스", false), "버스"));
  CHECK(has(spellings("까페", false), "카페"));
}

TEST_CASE("different things do not become each other's spellings", "[spelling]") {
  CHECK_FALSE(has(spellings("애플", false), "어플"));
  CHECK_FALSE(has(spellings("어플", false), "애플"));
  CHECK_FALSE(has(spellings("화이트", false), "파이트"));
  CHECK_FALSE(has(spellings("파이트", false), "화이트"));
}

TEST_CASE("spelling laws: never the word itself, each once, few, of syllables", "[spelling]") {
  test::RandomText random(71);
  std::size_t found = 0;
  for (int round = 0; round < 3000; ++round) {
    std::u16string word;
    for (std::size_t i = random.below(20); i > 0; --i)
      word += random.one_in(2) ? std::u16string_view(u"컨쉬재체읻밬까어플화이")[random.below(11)]
                               : static_cast<char16_t>(0xAC00 + random.below(11172));
    std::vector<std::u16string> texts;
    for (const Spelling& spelling : loanword_spellings(word)) texts.push_back(spelling.text);
    CHECK(std::ranges::find(texts, word) == texts.end());
    CHECK(texts.size() <= 20 * word.size());
    CHECK((word.size() >= 2 || texts.empty()));
    std::ranges::sort(texts);
    CHECK(std::ranges::adjacent_find(texts) == texts.end());
    found += texts.size();
  }
  CHECK(found > 10'000);
  for (const char16_t* word :
       {u"", u"a", u"data", u"가a", u"ㅋㅋ", u"컨", u"2022", u"\uFFFD\uFFFD"})
    CHECK(loanword_spellings(word).empty());
  CHECK(loanword_spellings(std::u16string(10'000, u'컨')).empty());
}

}  // namespace geul::query
