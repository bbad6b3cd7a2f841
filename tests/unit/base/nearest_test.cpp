// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/nearest.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <string>

namespace geul {

TEST_CASE("nearest: what was probably meant, the first of several, or nothing") {
  constexpr std::array<std::string_view, 4> kNames{"exclude", "facets", "sources", "db"};
  CHECK(nearest("exclued", kNames) == "exclude");
  CHECK(nearest("facet", kNames) == "facets");
  CHECK(nearest("source", kNames) == "sources");
  CHECK(nearest("facets", kNames) == "facets");
  CHECK(nearest("weights", kNames).empty());
  CHECK(nearest("xy", kNames).empty());
  CHECK(nearest("", kNames).empty());
  CHECK(nearest(std::string(1'000'000, 'x'), kNames).empty());
  CHECK(nearest("a", {}).empty());
}

TEST_CASE("nearest: of a name half of the letters must be right, and its dashes are none") {
  constexpr std::array<std::string_view, 4> kNames{"site", "show", "--db", "--tag"};
  CHECK(nearest("nope", kNames).empty());
  CHECK(nearest("stie", kNames) == "site");
  CHECK(nearest("shw", kNames) == "show");
  CHECK(nearest("--bd", kNames).empty());
  CHECK(nearest("--dp", kNames) == "--db");
  CHECK(nearest("-db", kNames) == "--db");
  CHECK(nearest("--foo", kNames).empty());
  CHECK(nearest("--tga", kNames) == "--tag");
  CHECK(nearest("--gat", kNames) == "--tag");
  CHECK(nearest("--tags", kNames) == "--tag");
}

}  // namespace geul
