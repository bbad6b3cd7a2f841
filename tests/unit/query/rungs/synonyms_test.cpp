// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/synonyms.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/query/search_fixture.hpp"

namespace geul::query {
namespace {

using test::post;

constexpr std::string_view kTable =
    "쿠버네티스 = kubernetes = k8s\n"
    "머신 러닝 = 기계 학습\n"
    "러닝 = 달리기\n"
    "왕 => 임금\n"
    "SRE = 신뢰성\n";

class Fixture : public test::SearchFixture {
 public:
  Fixture()
      : SearchFixture(
            {post("k8s", "", "kubernetes 클러스터"), post("쿠버", "", "쿠버네티스를 쓴다"),
             post("기계", "", "기계 학습을 배운다"), post("머신", "", "머신 러닝을 배운다"),
             post("운동", "", "아침마다 달리기를 한다"), post("왕", "", "왕이 있었다"),
             post("임금", "", "임금이 있었다"), post("팀", "", "신뢰성을 높인다"),
             post("제목", "kubernetes", "다른 이야기"), post("따로", "", "학습을 하는 기계")},
            kTable) {}
};

}  // namespace

TEST_CASE("the longest stretch of words that is a synonym", "[synonyms]") {
  analysis::Analyzer analyzer;
  const Synonyms synonyms(index::read_synonyms(kTable).value(), analyzer);
  using Keys = std::vector<std::string_view>;
  CHECK(synonyms.longest_at(Keys{"머신", "러닝", "책"}, 0).words == 2);
  CHECK(synonyms.longest_at(Keys{"머신", "러닝"}, 1).words == 1);
  CHECK(synonyms.longest_at(Keys{"머신"}, 0).words == 0);
  CHECK(synonyms.longest_at(Keys{"책"}, 0).words == 0);
  CHECK(synonyms.longest_at(Keys{"k8s"}, 0).others.size() == 2);
  CHECK(synonyms.longest_at(Keys{"왕"}, 0).others.size() == 1);
  CHECK(synonyms.longest_at(Keys{"임금"}, 0).words == 0);
}

TEST_CASE("a word that has synonyms in several lines has those of all, once", "[synonyms]") {
  analysis::Analyzer analyzer;
  const auto table = index::read_synonyms("가방 = 배낭 = 백\n가방 = 핸드백 = 배낭\n").value();
  CHECK(Synonyms(table, analyzer).longest_at({"가방"}, 0).others.size() == 3);
}

TEST_CASE_METHOD(Fixture, "synonyms are found both ways, with particles, behind the word itself",
                 "[synonyms]") {
  CHECK(ids("쿠버네티스") == "쿠버 제목 k8s");
  CHECK(ids("쿠버네티스를") == "쿠버 제목 k8s");
  CHECK(ids("kubernetes").ends_with("쿠버"));
  CHECK(ids("k8s").size() == ids("쿠버네티스").size());
  CHECK(found_by("k8s") == "synonym");
}

TEST_CASE_METHOD(Fixture, "one-way synonyms are not found the other way", "[synonyms]") {
  CHECK(ids("왕") == "왕 임금");
  CHECK(ids("임금") == "임금");
}

TEST_CASE_METHOD(Fixture, "phrases stand for phrases, and their words for nothing else",
                 "[synonyms]") {
  CHECK(ids("머신 러닝") == "머신 기계");
  CHECK(ids("기계 학습").find("머신") != std::string::npos);
  CHECK(ids("+머신 +러닝") == "머신 기계");
  CHECK(ids("러닝").find("운동") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "a field's words have synonyms in that field", "[synonyms]") {
  CHECK(ids("title:쿠버네티스") == "제목");
  CHECK(ids("title:(머신 러닝)").empty());
}

TEST_CASE_METHOD(Fixture, "what is joined by OR is no phrase", "[synonyms]") {
  CHECK(ids("머신 OR 러닝").find("기계") == std::string::npos);
  CHECK(ids("k8s OR 없는말").find("쿠버") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "a part of a typed word is no synonym's word", "[synonyms]") {
  CHECK(ids("SRE").find("팀") != std::string::npos);
  CHECK(ids("SRE에서").find("팀") != std::string::npos);
  CHECK(ids("+SRE책").empty());
}

TEST_CASE_METHOD(Fixture, "excluded words and phrases in quotes have no synonyms", "[synonyms]") {
  CHECK(ids("클러스터 -쿠버네티스") == "k8s");
  CHECK(ids("\"쿠버네티스\"") == "쿠버");
}

}  // namespace geul::query
