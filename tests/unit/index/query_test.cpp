// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/query.hpp"

#include <catch2/catch.hpp>

namespace geul::index {
namespace {

TEST_CASE("a query prints itself") {
  const Query query = Query::any(
      {Query::term("컬리"), Query::scaled(0.85, Query::term("B컬리")), Query::prefix("검")});
  CHECK(query.to_string() == "(any 컬리 (scaled 0.85 B컬리) (prefix 검))");
  CHECK(Query::within({{2022, 1, 1}, {2022, 7, 31}}).to_string() ==
        "(days 2022-01-01..2022-07-31)");
  CHECK(Query::phrase({"검색", "엔진"}).to_string() == "(phrase 검색 엔진)");
  CHECK(Query::bonus(2, Query::term("S검색")).to_string() == "(bonus 2 S검색)");
}

TEST_CASE("names with spaces and parentheses are quoted") {
  CHECK(Query::term("Kspring boot").to_string() == "\"Kspring boot\"");
  CHECK(Query::term("Ka\"(b)").to_string() == "\"Ka\\\"(b)\"");
}

TEST_CASE("groups without need of being groups are none") {
  CHECK(Query::any({}).kind() == Query::Kind::nothing);
  CHECK(Query::all({}).kind() == Query::Kind::everything);
  CHECK(Query::any({Query::term("a")}).to_string() == "a");
  CHECK(Query::all({Query::term("a")}).to_string() == "a");
  CHECK(Query::phrase({"a"}).to_string() == "a");
  CHECK(Query::phrase({}).kind() == Query::Kind::nothing);
  CHECK(Query::boosted(Query::term("a"), {}).to_string() == "a");
  CHECK(Query::filtered(Query::term("a"), {}).to_string() == "a");
  CHECK(Query::without(Query::term("a"), {}).to_string() == "a");
}

TEST_CASE("words near each other, and words that are alike") {
  CHECK(Query::near({"a", "b"}, 8).to_string() == "(near 8 a b)");
  CHECK(Query::near({"a", "b", "c"}, 1).to_string() == "(near 3 a b c)");
  CHECK(Query::near({"a"}, 8).to_string() == "a");
  CHECK(Query::near({}, 8).kind() == Query::Kind::nothing);
  CHECK(Query::alike({"a", "b"}).to_string() == "(alike a b)");
  CHECK(Query::alike({"a"}).to_string() == "a");
  CHECK(Query::alike({}).kind() == Query::Kind::nothing);
}

TEST_CASE("what is first stays first") {
  const auto a = Query::term("a");
  CHECK(Query::boosted(a, {Query::term("b"), Query::term("c")}).to_string() == "(boosted a b c)");
  CHECK(Query::without(a, {Query::nothing()}).to_string() == "(without a nothing)");
  CHECK(Query::filtered(Query::everything(), {a}).to_string() == "(filtered everything a)");
}

TEST_CASE("printing a deep query ends") {
  Query query = Query::term("a");
  for (std::size_t i = 0; i < 3 * kMaxQueryDepth; ++i) query = Query::scaled(1, std::move(query));
  CHECK(query.to_string().find("...") != std::string::npos);
}

}  // namespace
}  // namespace geul::index
