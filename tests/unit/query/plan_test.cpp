// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/plan.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "common/analysis/analyzer.hpp"
#include "common/index/terms.hpp"

namespace geul::query {
namespace {

struct Planned {
  MeantQuery meant;
  Plan plan;
};

/// Plans a query for an index in which only `known` terms occur.
Planned planned(std::string_view text, const std::set<std::string>& known = {}) {
  analysis::Analyzer analyzer;
  const std::vector<index::FacetKey> facets{index::FacetKey("series")};
  Planned result{resolve(parse(text, facets), analyzer, Day{2024, 7, 18}), {}};
  index::RankingProfile profile;
  profile.coverage = 0;
  result.plan =
      plan(result.meant, profile, [&known](const std::string& term) { return known.count(term); });
  return result;
}

std::string meant(std::string_view text) {
  return to_string(planned(text).meant.root);
}

/// What matches, without what ranks.
std::string match(std::string_view text, const std::set<std::string>& known = {}) {
  const index::Query query = planned(text, known).plan.query;
  const bool boosted = query.kind() == index::Query::Kind::boosted;
  return (boosted ? query.children().front() : query).children().front().to_string();
}

double weight_of(const Plan& plan, const std::string& term) {
  const auto& children = plan.query.children();
  for (auto child = children.begin() + 1; child != children.end(); ++child)  // the first matches
    if (child->children().front().text() == term) return child->factor();
  return 0;
}

}  // namespace

TEST_CASE("Words are known by what the analyser makes of them", "[meant]") {
  CHECK(meant("컬리에 검색엔진을") == "(list 컬리 검색엔진)");
  CHECK(meant("SRE팀이") == "(list (words sre 팀))");
  CHECK(meant("c++ node.js") == "(list c++ node.js)");
  CHECK(meant("\"검색 엔진은\"") == "(list (phrase 검색 엔진))");
  CHECK(meant("데이*") == "(list (prefix 데이))");
}

TEST_CASE("A beginning is no longer than a term", "[meant]") {
  std::string letters;
  for (int i = 0; i < 100; ++i) letters += "가";
  const Planned long_one = planned(letters + '*');
  CHECK(long_one.meant.root.children.front().text == letters.substr(0, 63));
  const Planned named = planned("tag:" + letters + '*');
  CHECK(named.meant.root.children.front().text.size() <= analysis::kMaxTermBytes);
}

TEST_CASE("Fields become words, names and days", "[meant]") {
  CHECK(meant("title:엔진") == "(list title=엔진)");
  CHECK(meant("tag:\" Spring  Boot \"") == "(list tag=\"spring boot\")");
  CHECK(meant("title:(검색 -엔진)") == "(list (all title=검색 -title=엔진))");
  CHECK(meant("tag:(a OR b)") == "(list (any tag=\"a\" tag=\"b\"))");
  CHECK(meant("date:2022-02 -date:2022-02-03") ==
        "(list (days 2022-02-01 2022-02-28) -(days 2022-02-03 2022-02-03))");
}

TEST_CASE("What says nothing is left out, with a note", "[meant]") {
  const Planned punctuation = planned("!!! 컬리 \"...\"");
  CHECK(to_string(punctuation.meant.root) == "(list 컬리)");
  CHECK(punctuation.meant.notes.size() == 2);
  const Planned date = planned("컬리 date:2023-02-30");
  CHECK(to_string(date.meant.root) == "(list 컬리)");
  CHECK(date.meant.notes.size() == 1);
}

TEST_CASE("A reversed range of dates is turned round, with a note", "[meant]") {
  const Planned reversed = planned("date:2023..2022");
  CHECK(to_string(reversed.meant.root) == "(list (days 2022-01-01 2023-12-31))");
  REQUIRE(reversed.meant.notes.size() == 1);
  CHECK(reversed.meant.notes[0].span == ByteSpan{0, 15});
  CHECK(planned("date:2022..2023").meant.notes.empty());
}

TEST_CASE("Function words beside others are marked, alone they are not", "[meant]") {
  CHECK(meant("검색엔진은 무엇인가요") == "(list 검색엔진 (function 무엇))");
  CHECK(meant("무엇인가요") == "(list 무엇)");
  CHECK(meant("+무엇인가요 검색") == "(list +무엇 검색)");
}

TEST_CASE("A word matches by its key or by all pairs of its stem", "[plan]") {
  CHECK(match("컬리") == "(any 컬리 B컬리)");
  CHECK(match("데이터") == "(any 데이터 (all B데이 B이터))");
  CHECK(match("title:데이터") == "(any S데이터 (all SB데이 SB이터))");
  CHECK(match("body:데이터") == "XB데이터");
  CHECK(match("docker") == "docker");
}

TEST_CASE("A name with punctuation matches whole or by all its parts", "[plan]") {
  CHECK(match("node.js") == "(any node.js (all node js))");
}

TEST_CASE("Side by side any word will do, signs and quotes decide", "[plan]") {
  CHECK(match("docker mysql") == "(any docker mysql)");
  CHECK(match("+docker mysql") == "docker");
  CHECK(match("docker -mysql") == "(without docker mysql)");
  CHECK(match("-mysql") == "(without everything mysql)");
  CHECK(match("docker AND mysql") == "(all docker mysql)");
  CHECK(match("a docker OR mysql") == "(any a (any docker mysql))");
  CHECK(match("\"docker mysql\" kafka") == "(phrase docker mysql)");
  CHECK(match("\"데이터\"") == "데이터");
}

TEST_CASE("Tags and dates filter, and words beside them still have to match", "[plan]") {
  CHECK(match("tag:이직 docker", {"K이직"}) == "(all K이직 docker)");
  CHECK(match("date:2022 docker mysql") ==
        "(all (days 2022-01-01..2022-12-31) (any docker mysql))");
  CHECK(match("tag:이직", {"K이직"}) == "K이직");
}

TEST_CASE("A name that no post has is looked for by its words, with a note", "[plan]") {
  const Planned unknown = planned("category:활동");
  CHECK(match("category:활동") == "(any XG활동 XGB활동)");
  CHECK(unknown.plan.notes.size() == 1);
  CHECK(planned("category:활동", {"XC활동"}).plan.notes.empty());
}

TEST_CASE("Phrases in fields without positions need the words there and the phrase anywhere",
          "[plan]") {
  CHECK(match("title:\"docker mysql\"") == "(phrase Sdocker Smysql)");
  CHECK(match("code:\"docker mysql\"") == "(all XKdocker XKmysql (phrase docker mysql))");
  CHECK(match("code:\"docker\"") == "XKdocker");
}

TEST_CASE("Every family counts as the profile says", "[plan]") {
  const index::RankingProfile profile;
  const Plan plan = planned("검색 엔진에서").plan;
  CHECK(plan.ranked);
  CHECK(weight_of(plan, "검색") == 1);
  CHECK(weight_of(plan, "B엔진") == profile.pair);
  CHECK(weight_of(plan, "B색엔") == profile.crossing_pair);
  CHECK(weight_of(plan, "B진에") == profile.tail_pair);
  CHECK(weight_of(planned("흐름").plan, "흐르") == profile.variant);
  CHECK(weight_of(planned("소쩍이").plan, "소쩍이") == profile.alternate);
  CHECK(weight_of(planned("docker").plan, "docker") == profile.latin);
  CHECK(weight_of(planned("2024").plan, "2024") == profile.digit);
}

TEST_CASE("A sentence counts its first words more than its last", "[plan]") {
  const index::RankingProfile profile;
  const Plan plan = planned("컬리 설거지 나루").plan;
  CHECK(weight_of(plan, "컬리") == Approx(1 + profile.topic_slope));
  CHECK(weight_of(plan, "설거지") == Approx(1));
  CHECK(weight_of(plan, "나루") == Approx(1 - profile.topic_slope));
  CHECK(weight_of(planned("컬리 나루").plan, "나루") == 1);
}

TEST_CASE("Function words count little and decide nothing", "[plan]") {
  const index::RankingProfile profile;
  const Plan plan = planned("컬리는 무엇인가요").plan;
  CHECK(weight_of(plan, "무엇") == Approx(profile.function_word));
  CHECK(weight_of(plan, "컬리") == 1);
  CHECK(match("컬리는 무엇인가요") == match("컬리는"));
}

TEST_CASE("A field decides what matches, the whole post how it ranks", "[plan]") {
  const Plan plan = planned("title:docker").plan;
  CHECK(weight_of(plan, "docker") > 0);
  CHECK(weight_of(plan, "Sdocker") == 0);
  CHECK_FALSE(planned("path:docker").plan.ranked);
}

TEST_CASE("A phrase takes either cut of a word", "[plan]") {
  CHECK(match("\"소쩍이 울음\"") == "(any (phrase 소쩍 울음) (phrase 소쩍이 울음))");
  CHECK(match("\"커서\"") == "(any 크 커서)");
  CHECK(match("body:\"커서\"") == "(any XB크 XB커서)");
}

TEST_CASE("Among several words half of a long one will do", "[plan]") {
  CHECK(match("허블망원경") == "(any 허블망원경 (all B허블 B블망 B망원 B원경))");
  CHECK_THAT(match("허블망원경 docker"), Catch::Contains("(all B망원 B원경)"));
}

TEST_CASE("What found nothing is loosened as far as it makes sense", "[plan]") {
  const auto loosest = [](std::string_view text) { return loosest_for(planned(text).meant); };
  CHECK(loosest("허블망원경") == Matching::half);
  CHECK(loosest("허블망원경은 무엇인가요") == Matching::trace);
  CHECK(loosest("tag:이직 허블망원경") == Matching::half);
  CHECK(loosest("-발견 허블망원경") == Matching::half);
  for (const char* const text :
       {"+허블망원경", "\"허블망원경\" 발견", "title:허블망원경", "tag:이직", ""})
    CHECK(loosest(text) == Matching::whole);
}

TEST_CASE("What is excluded or a filter does not rank", "[plan]") {
  CHECK_FALSE(planned("-docker tag:이직 date:2022").plan.ranked);
  CHECK_FALSE(planned("").plan.ranked);
  CHECK(match("") == "everything");
}

TEST_CASE("Plain words that match earn their share of the coverage bonus", "[plan]") {
  analysis::Analyzer analyzer;
  const index::RankingProfile profile;
  const auto bonuses = [&](std::string_view text) {
    const Plan made = plan(resolve(parse(text), analyzer, Day{2024, 7, 18}), profile,
                           [](const std::string&) { return 1U; });
    const auto& children = made.query.children();
    return std::count_if(children.begin(), children.end(), [&](const index::Query& child) {
      return child.kind() == index::Query::Kind::bonus &&
             child.factor() == Approx(profile.coverage / 3);
    });
  };
  CHECK(bonuses("docker mysql kafka") == 3);
  CHECK(bonuses("docker") == 0);
  CHECK(bonuses("+docker +mysql kafka") == 0);
}

TEST_CASE("A configured facet is a whole value and a filter, a sign or group beside it as usual",
          "[plan]") {
  const std::set<std::string> known{"XFseries:이직 이야기", "XFseries:검색"};
  CHECK(meant("series:\" 이직  이야기\" 글") == "(list series=\"이직 이야기\" 글)");
  CHECK(match("series:\"이직 이야기\"", known) == "\"XFseries:이직 이야기\"");
  CHECK(match("series:(검색 OR \"이직 이야기\")", known) ==
        "(any XFseries:검색 \"XFseries:이직 이야기\")");
  CHECK(match("-series:검색", known) == "(without everything XFseries:검색)");
  CHECK(match("series:이*", known) == "(prefix XFseries:이)");
  CHECK_FALSE(planned("series:검색 -series:이*", known).plan.ranked);
  const Plan plan = planned("series:검색", known).plan;
  REQUIRE(plan.origins.size() == 1);
  CHECK(plan.origins[0].facet == index::FacetKey("series"));
}

TEST_CASE("A facet's value that no post has is looked for by its words, with a note", "[plan]") {
  CHECK(match("series:이직") == "(any XEseries:이직 XEseries:B이직)");
  CHECK(match("series:\"검색엔진 만들기\"").starts_with("(all (any XEseries:검색엔진"));
  CHECK(match("series:node.js").find("(all XEseries:node XEseries:js)") != std::string::npos);
  CHECK(planned("series:이직").plan.notes.size() == 1);
}

}  // namespace geul::query
