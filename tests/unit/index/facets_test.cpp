// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/facets.hpp"

#include <catch2/catch.hpp>

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
  CHECK(shown(count_facet(Facet::tag, values, {"jAVA"})) == "*Java=6 Go=3 ");
}

TEST_CASE("facet values come by count, then by value") {
  const ValueCounts values{{pack_names({"나", "가"}), 1}, {pack_names({"다"}), 2}};
  CHECK(shown(count_facet(Facet::category, values, {})) == "다=2 가=1 나=1 ");
}

TEST_CASE("years and months are counted newest first") {
  const ValueCounts values{{"202112", 2}, {"202207", 1}, {"202201", 4}, {"", 5}, {"20x107", 6}};
  CHECK(shown(count_facet(Facet::year, values, {"2021"})) == "2022=5 *2021=2 ");
  CHECK(shown(count_facet(Facet::month, values, {"2022-01"})) == "2022-07=1 *2022-01=4 2021-12=2 ");
}

}  // namespace
}  // namespace geul::index
