// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/ladder.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/query/search_fixture.hpp"

namespace geul::query {
namespace {

using test::post;

class Fixture : public test::SearchFixture {
 public:
  Fixture()
      : SearchFixture({post("쿠버", "쿠버네티스 운영", "클러스터를 관리한다."),
                       post("본문", "클러스터", "쿠버네티스 위에서 돈다."),
                       post("엔진", "작은 검색엔진", "주말에 만들었다."),
                       post("따로", "검색 엔진", "하나를 고른다."),
                       post("흩어", "검색", "비행기 엔진 이야기"),
                       post("컬리", "컬리 장보기", "컬리에는 SRE팀이 있다."),
                       post("콘텐츠", "콘텐츠", "콘텐츠를 만든다."),
                       post("회원", "회원", "회원이 100000명이 넘었다."),
                       post("컴퓨터", "컴퓨터", "컴퓨터를 샀다."),
                       post("알고", "알고리즘", "알고리즘을 배운다."),
                       post("함수", "함수", "함수를 부른다."),
                       post("모레", "모레", "모레 만나자.")}) {}

  std::string corrections(std::string_view query) {
    std::string text;
    for (const Correction& correction : answer(query).corrections)
      text += correction.typed + ">" + correction.instead + " ";
    return text;
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "initials find words of just these initials", "[ladder]") {
  CHECK(ids("ㅋㅂㄴㅌㅅ") == "쿠버 본문");
  CHECK(ids("ㅋㅂ네티스") == "쿠버 본문");
  CHECK(ids("쿠버ㄴㅌㅅ") == "쿠버 본문");
  CHECK(ids("ㅋㅂ ㄴㅌㅅ") == "쿠버 본문");
  CHECK(ids("ㅋ ㅂ ㄴ ㅌ ㅅ") == "쿠버 본문");
  CHECK(found_by("ㅋㅂㄴㅌㅅ") == "initials");
  for (const char* part : {"ㅋㅂ", "ㅂㄴㅌㅅ", "ㅋㅂㄴㅌ", "ㅋㅂㄴㅌㅅㅅ", "ㅌㅅ"})
    CHECK(ids(part).empty());
}

TEST_CASE_METHOD(Fixture, "initials of two words find them side by side alone", "[ladder]") {
  CHECK(ids("ㄱㅅㅇㅈ").find("따로") != std::string::npos);
  CHECK(ids("ㄱㅅㅇㅈ").find("흩어") == std::string::npos);
  CHECK(ids("ㄱㅅ ㅇㅈ").find("흩어") == std::string::npos);
  CHECK(ids("ㄳㅇㅈ") == ids("ㄱㅅㅇㅈ"));
}

TEST_CASE_METHOD(Fixture, "initials beside other words, and under signs", "[ladder]") {
  CHECK(ids("ㅋㅂㄴㅌㅅ 운영") == "쿠버 본문");
  CHECK(ids("+ㅋㅂㄴㅌㅅ +운영") == "쿠버");
  CHECK(ids("ㅋㄹㅅㅌ -ㅋㅂㄴㅌㅅ").find("쿠버") != std::string::npos);
  CHECK(ids("\"ㅋㅂㄴㅌㅅ\"").empty());
}

TEST_CASE_METHOD(Fixture, "rungs keep to a field", "[ladder]") {
  CHECK(ids("title:ㅋㅂㄴㅌㅅ") == "쿠버");
  CHECK(ids("title:쿠버네ㅌ") == "쿠버");
  CHECK(ids("title:znqjspxltm") == "쿠버");
  CHECK(ids("title:쿠버네티즈") == "쿠버");
  CHECK(ids("title:컨텐츠") == "콘텐츠");
  CHECK(ids("title:(ㅋㅂㄴㅌㅅ 운영)") == "쿠버");
  CHECK(ids("title:ㅋㄹㅅㅌ") == "본문");
}

TEST_CASE_METHOD(Fixture, "half-typed words", "[ladder]") {
  for (const char* typed : {"컴퓨ㅌ", "컴퓨", "컴ㅍ", "컴퓨터르"}) {
    CAPTURE(typed);
    CHECK(ids(typed) == "컴퓨터");
  }
  for (const char* typed : {"알고리", "알골", "알고맂", "알고리ㅈ"}) {
    CAPTURE(typed);
    CHECK(ids(typed) == "알고");
  }
  CHECK(ids("컬ㄹ").starts_with("컬리"));
  CHECK(ids("함수르") == "함수");
  CHECK(found_by("컬ㄹ") == "half_typed");
  CHECK(ids("쿠버네티스 운ㅇ") == "쿠버 본문");
}

TEST_CASE_METHOD(Fixture, "only the last word is half-typed, unless it ends in a consonant",
                 "[ladder]") {
  CHECK(ids("+컬 +장보기").empty());
  CHECK(ids("+컬ㄹ +장보기") == "컬리");
  CHECK(ids("+장보기 +컬") == "컬리");
}

TEST_CASE_METHOD(Fixture, "the other keyboard layout, where it finds more", "[ladder]") {
  CHECK(ids("zjffl") == "컬리");
  CHECK(ids("ㄴㄱㄷ") == "컬리");
  CHECK(found_by("zjffl") == "keyboard");
  CHECK(ids("rjator").size() == ids("검색").size());
  CHECK(found_by("컬리") == "exact");
  CHECK(ids("sre") == "컬리");
  CHECK(found_by("sre") == "exact");
}

TEST_CASE_METHOD(Fixture, "keys with Shift give doubled consonants", "[ladder]") {
  test::SearchFixture shift({post("짬뽕", "", "짬뽕 먹은 날"), post("예제", "", "예제를 본다")});
  CHECK(shift.ids("WkaQhd") == "짬뽕");
  CHECK(shift.ids("dPwp") == "예제");
}

TEST_CASE_METHOD(Fixture, "written together or apart", "[ladder]") {
  CHECK(ids("검색엔진").starts_with("엔진 따로"));
  CHECK(ids("+검색 +엔진").find("엔진") != std::string::npos);
  CHECK(ids("검색 엔진").starts_with("따로 엔진"));
  CHECK(ids("\"검색엔진\"") == "엔진");
}

TEST_CASE_METHOD(Fixture, "other spellings, those of native words only where nothing else is",
                 "[ladder]") {
  CHECK(ids("컨텐츠") == "콘텐츠");
  CHECK(found_by("컨텐츠") == "spelling");
  CHECK(ids("10만") == "회원");
  CHECK(ids("10만명") == "회원");
  CHECK(ids("모래") == "모레");
  test::SearchFixture both({post("모래", "", "모래밭 모래"), post("모레", "", "모레 만나자")});
  CHECK(both.ids("모래") == "모래");
}

TEST_CASE_METHOD(Fixture, "misspelt words are corrected only where nothing was found", "[ladder]") {
  CHECK(ids("쿠버네티즈") == "쿠버 본문");
  CHECK(answer("쿠버네티즈").corrected);
  CHECK(corrections("쿠버네티즈") == "쿠버네티즈>쿠버네티스 ");
  const Answer beside = answer("쿠버네티즈 운영");
  CHECK_FALSE(beside.corrected);
  REQUIRE_FALSE(beside.hits.empty());
  CHECK(beside.hits.front().hit.document.id.str() == "쿠버");
  CHECK(corrections("쿠버네티즈 운영") == "쿠버네티즈>쿠버네티스 ");
  CHECK(corrections("쿠버네티스").empty());
  CHECK(corrections("-쿠버네티즈").empty());
  CHECK(corrections("\"쿠버네티즈\"").empty());
  CHECK(corrections("쀍쉙쀍쉙").empty());
}

TEST_CASE_METHOD(Fixture, "function words stand for themselves", "[ladder]") {
  const Answer answered = answer("쿠버네티스 무엇인가요");
  for (const MeantNode& node : answered.meant.root.children)
    if (node.is_function_word) CHECK(node.alternatives.empty());
}

TEST_CASE_METHOD(Fixture, "an index without posts has nothing to offer", "[ladder]") {
  test::SearchFixture empty(std::vector<index::Document>{});
  for (const char* query :
       {"ㅋㅂㄴㅌㅅ", "컴퓨ㅌ", "zjffl", "검색엔진", "컨텐츠", "쿠버네티즈", "10만"})
    CHECK(empty.ids(query).empty());
}

}  // namespace geul::query
