// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/facets.hpp"

#include <catch2/catch.hpp>

namespace geul::query {
namespace {

using index::BuiltinFacet;
using index::Facet;
using index::FacetCount;
using index::FacetCounts;
using index::FacetKey;

const std::vector<FacetKey>& keys() {
  static const std::vector<FacetKey> keys{FacetKey("series"), FacetKey("시리즈")};
  return keys;
}

std::string names(const FacetChoice& choice) {
  std::string text;
  const auto facets = choose_facets(choice, keys());
  REQUIRE(facets);
  for (const Facet& facet : *facets) text.append(facet.name()).append(" ");
  return text;
}

std::string shown(const std::vector<FacetCount>& counts) {
  std::string text;
  for (const FacetCount& count : counts) {
    text += (text.empty() ? "" : " ") + count.value;
    if (!count.children.empty()) text += "(" + shown(count.children) + ")";
  }
  return text;
}

std::string limited(FacetCounts counts, std::size_t limit) {
  limit_values(counts, limit);
  return shown(counts.values) + " +" + std::to_string(counts.left_out);
}

FacetCounts tree() {
  return {BuiltinFacet::date,
          {{"a", 1, false, {{"b", 1, false, {{"c", 1, false, {}}, {"d", 1, false, {}}}}}},
           {"e", 1, false, {{"f", 1, false, {{"g", 1, false, {}}}}}}},
          true,
          0};
}

}  // namespace

TEST_CASE("Facets are chosen by name, configured ones too, each once", "[facets]") {
  using Set = FacetChoice::Set;
  CHECK(names({Set::named, {}}).empty());
  CHECK(names({Set::named, {"year", "Series", "시리즈", "year"}}) == "year series 시리즈 ");
  CHECK(names({Set::all, {}}) == "tag category author series 시리즈 date year month day ");
  CHECK(names({Set::dates_once, {}}) == "tag category author series 시리즈 date ");
  const auto unknown = choose_facets({Set::named, {"color"}}, keys());
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == ErrorCode::usage);
  CHECK(unknown.error().hint.find("author,series,시리즈,date") != std::string::npos);
  CHECK_FALSE(choose_facets({Set::named, {""}}, keys()));
}

TEST_CASE("Selections of one facet come together", "[facets]") {
  const auto grouped = by_facet({{"tag", "a"}, {"Series", "b"}, {"tag", "c"}}, keys());
  REQUIRE(grouped);
  REQUIRE(grouped->size() == 2);
  CHECK((*grouped)[0].facet == Facet(BuiltinFacet::tag));
  CHECK((*grouped)[0].values == std::vector<std::string>{"a", "c"});
  CHECK((*grouped)[1].values == std::vector<std::string>{"b"});
  CHECK_FALSE(by_facet({{"title", "a"}}, keys()));
}

TEST_CASE("A selected period is what its facet counts, however it is typed", "[facets]") {
  const auto period = [](BuiltinFacet facet, std::string value) -> std::string {
    const auto days = read_period(facet, value, Day{2024, 7, 18});
    return days ? value + " " + to_iso(days->first) + " " + to_iso(days->last) : "none";
  };
  CHECK(period(BuiltinFacet::year, "2022") == "2022 2022-01-01 2022-12-31");
  CHECK(period(BuiltinFacet::month, "2024.2") == "2024-02 2024-02-01 2024-02-29");
  CHECK(period(BuiltinFacet::day, "2022/7/28") == "2022-07-28 2022-07-28 2022-07-28");
  CHECK(period(BuiltinFacet::date, "2022-7") == "2022-07 2022-07-01 2022-07-31");
  CHECK(period(BuiltinFacet::date, "2022-02..2022-03") == "2022-02..2022-03 2022-02-01 2022-03-31");
  CHECK(period(BuiltinFacet::year, "2022-07") == "none");
  CHECK(period(BuiltinFacet::day, "2022-07") == "none");
  CHECK(period(BuiltinFacet::month, "2022-13") == "none");
  CHECK(period(BuiltinFacet::date, "언제") == "none");
}

TEST_CASE("Of many values the first and the selected are kept", "[facets]") {
  FacetCounts counts{BuiltinFacet::tag, {}, true, 0};
  for (const char* name : {"a", "b", "c", "d"})
    counts.values.push_back({name, 1, name == std::string("d"), {}});
  CHECK(limited(counts, 0) == "a b c d +0");
  CHECK(limited(counts, 2) == "a b d +1");
  CHECK(limited(counts, 4) == "a b c d +0");
}

TEST_CASE("Of a tree as many levels are kept as fit, and what leads to a selected date",
          "[facets]") {
  CHECK(limited(tree(), 0) == "a(b(c d)) e(f(g)) +0");
  CHECK(limited(tree(), 7) == "a(b(c d)) e(f(g)) +0");
  CHECK(limited(tree(), 6) == "a(b) e(f) +3");
  CHECK(limited(tree(), 3) == "a e +5");
  CHECK(limited(tree(), 1) == "a +6");
  FacetCounts selected = tree();
  selected.values[1].children[0].children[0].selected = true;
  CHECK(limited(selected, 2) == "a e(f(g)) +3");
  CHECK(limited(selected, 1) == "a e(f(g)) +3");
  selected = tree();
  selected.values[0].children[0].selected = true;
  CHECK(limited(selected, 2) == "a(b(c d)) e +2");
  selected = tree();
  selected.values[0].selected = true;
  CHECK(limited(selected, 2) == "a(b) e +4");
}

}  // namespace geul::query
