// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "tests/unit/analysis/analysis_support.hpp"

namespace {

using geul::analysis::Family;
using geul::test::describe;
using geul::test::terms_of;
using geul::test::tokens_of;
using Terms = std::vector<std::string>;

}  // namespace

TEST_CASE("a Hangul word has a key and pairs") {
  CHECK(describe(tokens_of("데이터는")) ==
        "0 word 데이터, 0 pair 데이, 0 pair 이터, 0 tail_pair 터는");
  CHECK(describe(tokens_of("글")) == "0 word 글, 0 pair 글");
  CHECK(describe(tokens_of("흐름은")) ==
        "0 word 흐름, 0 variant 흐르, 0 pair 흐름, 0 tail_pair 름은");
}

TEST_CASE("a query asks for both cuts of a word that may end with a particle") {
  const geul::analysis::Analyzer analyzer;
  const auto alternates_of = [&](const char* word) { return analyzer.alternates_of(word); };
  CHECK(alternates_of("소쩍이") == Terms{"소쩍이"});  // known by 소쩍
  CHECK(alternates_of("소쩍이를") == Terms{"소쩍"});  // known by 소쩍이
  CHECK(alternates_of("고양이").empty());             // a word of whole_nouns.tsv
  CHECK(alternates_of("커서") == Terms{"커서"});      // known by 크
  CHECK(alternates_of("커서는") == Terms{"커서"});
  CHECK(alternates_of("먹었습니다").empty());
  CHECK(alternates_of("docker").empty());
  CHECK(alternates_of("").empty());
}

TEST_CASE("pairs cross one gap of spaces and nothing else") {
  CHECK(terms_of("검색 엔진", Family::crossing_pair) == Terms{"색엔"});
  CHECK(terms_of("검색을 \t 엔진", Family::crossing_pair) == Terms{"색엔"});
  CHECK(terms_of("검색\u00A0엔진", Family::crossing_pair) == Terms{"색엔"});
  for (const char* text :
       {"검색, 엔진", "검색. 엔진", "검색\n엔진", "검색 C 엔진", "검색 (엔진)"}) {
    INFO(text);
    CHECK(terms_of(text, Family::crossing_pair).empty());
  }
}

TEST_CASE("a crossing pair spans both words and counts as the second") {
  const auto tokens = tokens_of("좋은 검색 엔진");
  const auto found = std::find_if(tokens.begin(), tokens.end(),
                                  [](const auto& token) { return token.term == "색엔"; });
  REQUIRE(found != tokens.end());
  CHECK(found->word == 2);
  CHECK(geul::slice("좋은 검색 엔진", found->span) == "검색 엔진");
}

TEST_CASE("Hanja and kana are words with pairs") {
  CHECK(describe(tokens_of("大韓民國")) ==
        "0 word 大韓民國, 0 pair 大韓, 0 pair 韓民, 0 pair 民國");
  CHECK(describe(tokens_of("新聞은")) == "0 word 新聞, 0 pair 新聞");
  CHECK(describe(tokens_of("タワー")) == "0 word タワー, 0 pair タワ, 0 pair ワー");
  CHECK(describe(tokens_of("ﾀﾞﾝｽ")) == "0 word ダンス, 0 pair ダン, 0 pair ンス");
}

TEST_CASE("an emoji is one word with all that belongs to it") {
  CHECK(terms_of("👨‍👩‍👧🇰🇷🇯🇵👍🏽", Family::word) ==
        Terms{"👨‍👩‍👧", "🇰🇷", "🇯🇵", "👍🏽"});
  CHECK(terms_of("❤\uFE0F ❤", Family::word) == Terms{"❤", "❤"});
}

TEST_CASE("lone jamo are words, their repetitions cut to three") {
  CHECK(terms_of("ㅋㅋㅋㅋㅋㅋ ㅋㅋ ㅇㅋ", Family::word) == Terms{"ㅋㅋㅋ", "ㅋㅋ", "ㅇㅋ"});
  CHECK(terms_of("안녕ㅎㅎ", Family::word) == Terms{"안녕", "ㅎㅎ"});
}

TEST_CASE("what nobody sees makes no difference") {
  CHECK(terms_of("soft\u00ADware", Family::word) == terms_of("software", Family::word));
  CHECK(terms_of("데이\u2060터", Family::word) == Terms{"데이터"});
  CHECK(tokens_of("\u3164 \uFEFF").empty());
}

TEST_CASE("no words, no tokens") {
  CHECK(tokens_of("").empty());
  CHECK(tokens_of(" \n\t.,!?()[]{}…「」").empty());
  CHECK(tokens_of("\xFF\xFE\x80").empty());
}

TEST_CASE("question words and fillers") {
  for (const char* word : {"무엇인가요", "무엇인가요?", "누가", "어디에서", "왜", "대해서", "것은",
                           "그리고", "어떻게", "있는"}) {
    INFO(word);
    CHECK(geul::analysis::is_function_word(word));
  }
  for (const char* word :
       {"컬리", "왜곡", "누가복음", "무어의", "검색", "SRE", "", "?", "무엇SRE", "대해서 컬리"}) {
    INFO(word);
    CHECK_FALSE(geul::analysis::is_function_word(word));
  }
}

TEST_CASE("every function word of the table is one") {
  const auto rows = geul::test::read_table("data/korean/function_words.tsv");
  REQUIRE(rows.size() > 50);
  for (const auto& row : rows) {
    INFO(row.front());
    CHECK(geul::analysis::is_function_word(row.front()));
  }
}

TEST_CASE("the fingerprint names chain, tables and Unicode") {
  const std::string print = geul::analysis::fingerprint();
  CHECK_THAT(print, Catch::Matchers::Matches("geul-[0-9]+ tables:[0-9a-f]{8} unicode:[0-9.]+"));
  CHECK(print == geul::analysis::fingerprint());
}
