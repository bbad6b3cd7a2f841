// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/facet_values.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/indexer/post_support.hpp"

namespace geul::indexer {
namespace {

using Values = std::vector<std::string>;

struct Found {
  std::vector<index::FacetValues> facets;
  std::vector<Warning> warnings;
};

Found read(const Result<MetaValue>& metadata, const Values& names) {
  REQUIRE(metadata);
  WarningList warnings("f");
  const std::vector<index::FacetKey> keys(names.begin(), names.end());
  Found found{read_facets(*metadata, keys, warnings), {}};
  found.warnings = warnings.take();
  return found;
}

/// The values of the one key `series`.
Values values(const Result<MetaValue>& metadata) {
  const Found found = read(metadata, {"series"});
  return found.facets.empty() ? Values{} : found.facets.front().values;
}

}  // namespace

TEST_CASE("A facet's values in every shape of YAML") {
  CHECK(values(parse_yaml("series: 이직 이야기")) == Values{"이직 이야기"});
  CHECK(values(parse_yaml("series: '하나, 둘'")) == Values{"하나, 둘"});
  CHECK(values(parse_yaml("series: 하나, 둘")) == Values{"하나, 둘"});
  CHECK(values(parse_yaml("series: [가, 나]")) == Values{"가", "나"});
  CHECK(values(parse_yaml("series:\n  - 가\n  - [나, 다]")) == Values{"가", "나", "다"});
  CHECK(values(parse_yaml("series: 8.0")) == Values{"8.0"});
  CHECK(values(parse_yaml("series: true")) == Values{"true"});
  CHECK(values(parse_yaml("series: 2022-07-28")) == Values{"2022-07-28"});
  CHECK(values(parse_yaml("series: ['#1', 'C#', '#vim']")) == Values{"#1", "C#", "#vim"});
  CHECK(values(parse_yaml("series: {name: 가, slug: ga}")) == Values{"가"});
  for (const char* const nothing : {"series:", "series: []", "series: ''", "series: [null, '  ']",
                                    "series: ~", "other: a", "series: {slug: x}"})
    CHECK(values(parse_yaml(nothing)).empty());
}

TEST_CASE("A facet's values of TOML and JSON") {
  CHECK(values(parse_toml("series = \"가\"")) == Values{"가"});
  CHECK(values(parse_toml("series = [1, 2]")) == Values{"1", "2"});
  CHECK(values(parse_toml("series = false")) == Values{"false"});
  CHECK(values(parse_toml("series = 2022-07-28")) == Values{"2022-07-28"});
  CHECK(values(parse_toml("[extra]\nseries = \"가\"")) == Values{"가"});
  CHECK(values(parse_toml("[params]\nseries = \"가\"")) == Values{"가"});
  CHECK(values(parse_toml("[taxonomies]\nseries = [\"가\"]")) == Values{"가"});
  CHECK(values(parse_json_metadata(R"({"series": ["가", 7, true, null, 1.5]})", 1)) ==
        Values{"가", "7", "true", "1.5"});
}

TEST_CASE("Values are clean, in NFC, and given once however they are spelled") {
  CHECK(values(parse_yaml("series: [' 밋업  후기 ', '밋업 후기', Java, JAVA]")) ==
        Values{"밋업 후기", "Java"});
  CHECK(values(parse_yaml("series: '\u1100\u1161'")) == Values{"가"});
}

TEST_CASE("Keys are found without regard to case and form, in any script") {
  CHECK(values(parse_yaml("Series: 가")) == Values{"가"});
  CHECK(values(parse_yaml("series: 가\nSERIES: 나")) == Values{"나"});
  const Found found = read(parse_yaml("시리즈: 가\nlang: ko\nreading-time: 5"),
                           {"시리즈", "level", "lang", "reading-time"});
  REQUIRE(found.facets.size() == 3);
  CHECK(found.facets[0] == index::FacetValues{index::FacetKey("시리즈"), {"가"}});
  CHECK(found.facets[1] == index::FacetValues{index::FacetKey("lang"), {"ko"}});
  CHECK(found.facets[2] == index::FacetValues{index::FacetKey("reading-time"), {"5"}});
}

TEST_CASE("A table without a name costs the value and a warning") {
  const Found found = read(parse_yaml("a: 1\nseries:\n  - 가\n  - {slug: x}"), {"series"});
  REQUIRE(found.facets.size() == 1);
  CHECK(found.facets[0].values == Values{"가"});
  REQUIRE(found.warnings.size() == 1);
  CHECK(found.warnings[0].place.line == 4);
}

}  // namespace geul::indexer
