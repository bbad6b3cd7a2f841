// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/facets.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "common/text/utf8.hpp"
#include "tests/support/random_text.hpp"

namespace geul::index {
namespace {

std::vector<std::string> unpacked(const std::string& packed) {
  const std::vector<std::string_view> names = unpack_names(packed);
  return {names.begin(), names.end()};
}

std::string shown(const std::vector<FacetCount>& counts) {
  std::string text;
  for (const FacetCount& count : counts)
    text += (count.selected ? "*" : "") + count.value + "=" + std::to_string(count.count) + " ";
  return text;
}

TEST_CASE("names come out of a packed value as they went in") {
  const std::vector<std::string> names{"검색", "C++", "Spring Boot", std::string(255, 'x')};
  CHECK(unpacked(pack_names(names)) == names);
  CHECK(pack_names({}).empty());
}

TEST_CASE("a packed value stays within its limit") {
  const std::vector<std::string> names(1000, std::string(200, 'x'));
  const std::string packed = pack_names(names);
  CHECK(packed.size() <= kMaxPackedBytes);
  CHECK(unpack_names(packed).size() == kMaxPackedBytes / 201);
}

TEST_CASE("a damaged value ends at the damage") {
  CHECK(unpacked("\x03"
                 "abc"
                 "\x09"
                 "de") == std::vector<std::string>{"abc"});
  CHECK(unpacked(std::string("\x00"
                             "abc",
                             4))
            .empty());
}

TEST_CASE("names are kept once each, however they are spelled") {
  CHECK(kept_names({"Java", "java", "", "  ", "ＪＡＶＡ", "컬리"}) ==
        std::vector<std::string>{"Java", "컬리"});
}

TEST_CASE("a long name is cut between code points") {
  std::string name;
  while (name.size() < 300) name += "글";
  const std::string kept = kept_name(name);
  CHECK(kept.size() == 255);
  CHECK(text::is_utf8(kept));
  CHECK(kept_name(kept + "x") == kept);
}

TEST_CASE("kept names are what they are when kept again") {
  test::RandomText random(7);
  for (int i = 0; i < 200; ++i) {
    std::vector<std::string> names;
    for (std::size_t n = random.below(6); n > 0; --n) names.push_back(random.text(random.below(4)));
    const std::vector<std::string> kept = kept_names(names);
    CHECK(kept_names(kept) == kept);
    CHECK(unpacked(pack_names(kept)) == kept);
  }
}

TEST_CASE("spellings that fold alike are one facet value, under the most frequent") {
  const ValueCounts values{
      {pack_names({"java", "Go"}), 2}, {pack_names({"Java"}), 3}, {pack_names({"JAVA", "go"}), 1}};
  CHECK(shown(count_facet(BuiltinFacet::tag, values, {"jAVA"})) == "*Java=6 Go=3 ");
}

TEST_CASE("facet values come by count, then by name") {
  const ValueCounts values{{pack_names({"나", "가", "10장", "2장", "Go"}), 1},
                           {pack_names({"다"}), 2}};
  CHECK(shown(count_facet(BuiltinFacet::category, values, {})) ==
        "다=2 2장=1 10장=1 가=1 나=1 Go=1 ");
}

TEST_CASE("facet values come by name alone where that is asked for") {
  const ValueCounts values{{pack_names({"나", "가", "10장", "2장"}), 1}, {pack_names({"다"}), 2}};
  CHECK(shown(count_facet(Facet(FacetKey("series")), values, {"다"}, FacetOrder::name)) ==
        "2장=1 10장=1 가=1 나=1 *다=2 ");
}

const ValueCounts& some_days() {
  static const ValueCounts values{{"20211231", 2}, {"20220728", 1}, {"20220701", 3},
                                  {"20220102", 4}, {"", 5},         {"20x10728", 6}};
  return values;
}

TEST_CASE("years, months and days are counted newest first, by name oldest first") {
  const ValueCounts& values = some_days();
  CHECK(shown(count_facet(BuiltinFacet::year, values, {"2021"})) == "2022=8 *2021=2 ");
  CHECK(shown(count_facet(BuiltinFacet::month, values, {"2022-01"})) ==
        "2022-07=4 *2022-01=4 2021-12=2 ");
  CHECK(shown(count_facet(BuiltinFacet::day, values, {"2022-07-01"})) ==
        "2022-07-28=1 *2022-07-01=3 2022-01-02=4 2021-12-31=2 ");
  CHECK(shown(count_facet(BuiltinFacet::month, values, {}, FacetOrder::name)) ==
        "2021-12=2 2022-01=4 2022-07=4 ");
}

TEST_CASE("dates are a tree: each day below its month below its year") {
  const auto years = count_facet(BuiltinFacet::date, some_days(), {"2022", "2022-07-01"});
  CHECK(shown(years) == "*2022=8 2021=2 ");
  REQUIRE(years.size() == 2);
  CHECK(shown(years[0].children) == "2022-07=4 2022-01=4 ");
  CHECK(shown(years[0].children.at(0).children) == "2022-07-28=1 *2022-07-01=3 ");
  CHECK(shown(years[1].children) == "2021-12=2 ");
  CHECK(shown(count_facet(BuiltinFacet::date, some_days(), {}, FacetOrder::name)) ==
        "2021=2 2022=8 ");
}

TEST_CASE("every built-in facet is found by its name, and no other") {
  for (const BuiltinFacetInfo& row : kBuiltinFacets) {
    CHECK(facet_named(row.name, {}) == Facet(row.facet));
    CHECK(info(row.facet).name == row.name);
    CHECK_FALSE(facet_key(row.name));
  }
  for (const FieldInfo& row : kFields) CHECK_FALSE(facet_key(row.name));
  CHECK_FALSE(facet_named("series", {}));
  CHECK(facet_named("Series", {FacetKey("series")}) == Facet(FacetKey("series")));
  CHECK(all_facets({FacetKey("series")}).size() == kBuiltinFacets.size() + 1);
}

TEST_CASE("a configured key has a slot of its own, apart from the built-in ones") {
  std::set<Slot> slots;
  for (int i = 0; i < 1000; ++i) {
    const Slot slot = slot_of(FacetKey("key" + std::to_string(i)));
    CHECK(static_cast<std::uint32_t>(slot) >= kFirstKeySlot);
    CHECK(static_cast<std::uint32_t>(slot) < 2 * kFirstKeySlot);
    slots.insert(slot);
  }
  CHECK(slots.size() == 1000);
  CHECK(slot_of(FacetKey("series")) == static_cast<Slot>(398566271));
}

TEST_CASE("of two keys with one slot the second is refused") {
  std::map<Slot, std::string> seen;  // by the birthday problem some 20,000 keys hold a pair
  for (int i = 0;; ++i) {
    const std::string name = "k" + std::to_string(i);
    const auto [first, added] = seen.emplace(slot_of(FacetKey(name)), name);
    if (added) continue;
    std::vector<FacetKey> keys{FacetKey(first->second)};
    const auto refused = add_facet_key(FacetKey(name), keys);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::conflict);
    break;
  }
}

}  // namespace
}  // namespace geul::index
