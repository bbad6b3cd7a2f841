// SPDX-License-Identifier: GPL-2.0-or-later
// What alternatives of words (rungs/) add to a plan.
#include <algorithm>
#include <catch2/catch.hpp>

#include "query/parse/matching.hpp"
#include "query/parse/plan.hpp"

namespace geul::query {
namespace {

using analysis::Family;
using Kind = ScorePart::Kind;

MeantWord word(const char* text, std::vector<const char*> pairs = {}) {
  MeantWord made;
  made.surface = text;
  made.terms.push_back({Family::word, text::Script::hangul, text});
  for (const char* pair : pairs) made.terms.push_back({Family::pair, text::Script::hangul, pair});
  return made;
}

MeantNode typed(const char* text, std::vector<Alternative> alternatives,
                std::vector<const char*> pairs = {}) {
  MeantNode node;
  node.kind = MeantNode::Kind::words;
  node.text = text;
  node.words = {word(text, std::move(pairs))};
  node.alternatives = std::move(alternatives);
  return node;
}

Plan plan_of(std::vector<MeantNode> nodes, Matching loosest = Matching::whole) {
  MeantQuery meant;
  meant.root.children = std::move(nodes);
  return plan(
      meant, {}, [](const std::string&) { return std::size_t{0}; }, loosest);
}

std::vector<ScorePart> parts_of(const Plan& plan, Kind kind) {
  std::vector<ScorePart> parts;
  std::ranges::copy_if(plan.parts, std::back_inserter(parts),
                       [kind](const ScorePart& part) { return part.kind == kind; });
  return parts;
}

const ScorePart* part_of_term(const Plan& plan, std::string_view term) {
  const auto found = std::ranges::find(plan.parts, term, &ScorePart::term);
  return found == plan.parts.end() ? nullptr : &*found;
}

Alternative of_one(Rung rung, const char* text) {
  return {rung, {word(text)}};
}

}  // namespace

TEST_CASE("a word with alternatives matches by any of them", "[scoring]") {
  const Plan made = plan_of(
      {typed("쿠베", {of_one(Rung::typo, "쿠버"), {Rung::spacing, {word("쿠"), word("베")}}})});
  CHECK(made.match.to_string() == "(any 쿠베 (any 쿠버 (phrase 쿠 베) 쿠베))");
}

TEST_CASE("only words with alternatives get a bonus for themselves", "[scoring]") {
  CHECK(parts_of(plan_of({typed("쿠베", {})}), Kind::exact).empty());
  const auto exact = parts_of(plan_of({typed("쿠베", {of_one(Rung::typo, "쿠버")})}), Kind::exact);
  REQUIRE(exact.size() == 1);
  CHECK(exact.front().query.to_string() == "(bonus 60 쿠베)");
}

TEST_CASE("the words of a pattern weigh as one, those of two rungs apart", "[scoring]") {
  const Plan made =
      plan_of({typed("ㄱㅅ", {of_one(Rung::initials, "검색"), of_one(Rung::initials, "결산"),
                              of_one(Rung::keyboard, "rt")})});
  CHECK(part_of_term(made, "검색") == nullptr);
  std::vector<std::string> alike;
  for (const ScorePart& part : parts_of(made, Kind::term))
    if (part.rung != Rung::exact) alike.push_back(part.query.to_string());
  CHECK(alike == std::vector<std::string>{"(scaled 0.8 (alike 검색 결산))", "(scaled 0.8 rt)"});
}

TEST_CASE("a term that word and alternative share keeps the larger weight", "[scoring]") {
  const Alternative content{Rung::spelling, {word("콘텐츠", {"콘텐", "텐츠"})}};
  const Plan made = plan_of({typed("컨텐츠", {content}, {"컨텐", "텐츠"})});
  const ScorePart* const shared = part_of_term(made, "B텐츠");
  REQUIRE(shared != nullptr);
  CHECK(shared->rung == Rung::exact);
  CHECK(shared->query.to_string() == "(scaled 1.2 B텐츠)");
  const ScorePart* const own = part_of_term(made, "콘텐츠");
  REQUIRE(own != nullptr);
  CHECK(own->rung == Rung::spelling);
  CHECK(own->word == "컨텐츠");
}

TEST_CASE("every alternative has its origins", "[scoring]") {
  const Plan made = plan_of({typed("쿠베", {of_one(Rung::typo, "쿠버")})});
  REQUIRE(made.origins.size() == 2);
  const auto other = std::ranges::find(made.origins, "쿠버", &TermOrigin::stored);
  REQUIRE(other != made.origins.end());
  CHECK(other->rung == Rung::typo);
  CHECK(other->word == "쿠베");
  CHECK(other->stands_for == "쿠버");
}

TEST_CASE("excluded words rank nothing, whatever they stand for", "[scoring]") {
  MeantNode excluded = typed("쿠베", {of_one(Rung::typo, "쿠버")});
  excluded.occurrence = Occurrence::must_not;
  const Plan made = plan_of({typed("검색", {}), std::move(excluded)});
  for (const ScorePart& part : made.parts)
    CHECK(part.query.to_string().find("쿠") == std::string::npos);
}

TEST_CASE("a field's alternatives are looked for in the field", "[scoring]") {
  MeantNode titled = typed("쿠베", {of_one(Rung::typo, "쿠버")});
  titled.field = index::Field::title;
  CHECK(plan_of({std::move(titled)}).match.to_string() == "(any S쿠베 S쿠버)");
}

TEST_CASE("what stands as two words is sure, the pairs of a compound less so", "[scoring]") {
  const MeantNode node =
      typed("검색엔진", {{Rung::spacing, {word("검색"), word("엔진")}}}, {"검색", "색엔", "엔진"});
  const auto surest = Matcher::surest_matches(node);
  REQUIRE(surest.size() == 2);
  CHECK(surest[0].to_string() == "검색엔진");
  CHECK(surest[1].to_string() == "(any (phrase 검색 엔진) 검색엔진)");
  const MeantNode plain = typed("검색엔진", {}, {"검색", "색엔", "엔진"});
  REQUIRE(Matcher::surest_matches(plain).size() == 1);
  CHECK(Matcher::surest_matches(plain)[0].to_string() ==
        Matcher::match_as_typed(plain).to_string());
}

TEST_CASE("halves of a stem are for stems of up to 32 syllables", "[scoring]") {
  const auto rows_of = [](std::size_t syllables) {
    MeantWord made = word("긴말");
    for (std::size_t i = 0; i + 1 < syllables; ++i)
      made.terms.push_back({Family::pair, text::Script::hangul, "쌍" + std::to_string(i)});
    return match_of(made, std::nullopt, Matching::half).children().size();
  };
  CHECK(rows_of(3) == 2);  // the key and all pairs
  CHECK(rows_of(4) > 2);
  CHECK(rows_of(32) > 2);
  CHECK(rows_of(33) == 2);
  CHECK(rows_of(1300) == 2);
}

}  // namespace geul::query
