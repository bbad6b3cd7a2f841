// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/number.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/analysis/analysis_support.hpp"

namespace geul::analysis {
namespace {

TEST_CASE("digits and a unit are written out", "[number]") {
  CHECK(write_out("10", 4) == "100000");
  CHECK(write_out("1.5", 8) == "150000000");
  CHECK(write_out("0.5", 4) == "5000");
  CHECK(write_out("0", 4) == "0");
  for (const char* const none : {"", ".", "1.", ".5", "1.2.3", "1a", "1.23456"}) {
    INFO(none);
    CHECK(write_out(none, 4).empty());
  }
}

TEST_CASE("a unit is one before nothing, particles and counters", "[number]") {
  for (const std::u16string_view run : {u"만", u"만원", u"만에서는", u"만이라도", u"만여"}) {
    CHECK(number_unit(run).zeros == 4);
    CHECK(number_unit(run).syllables == 1);
  }
  CHECK(number_unit(u"천만").zeros == 7);
  CHECK(number_unit(u"백억원").zeros == 10);
  for (const std::u16string_view run : {u"만큼", u"백엔드", u"천문학", u"조", u"개", u""})
    CHECK(number_unit(run).syllables == 0);
}

TEST_CASE("numbers with units and without are one term", "[number]") {
  for (const char* const text : {"10만", "100000", "100,000", "10만에서는", "10만원", "１０만"}) {
    INFO(text);
    CHECK(test::terms_of(text, Family::word).front() == "100000");
  }
  CHECK(test::terms_of("10만원", Family::word) == std::vector<std::string>{"100000", "원"});
  CHECK(test::terms_of("10만 원", Family::word) == std::vector<std::string>{"100000", "원"});
  CHECK(test::terms_of("1.5억", Family::word) == std::vector<std::string>{"150000000"});
  CHECK(test::terms_of("1.5억 나무", Family::word) ==
        std::vector<std::string>{"150000000", "나무"});
  CHECK(test::terms_of("10만큼", Family::word).front() == "10");
  CHECK(test::terms_of("3백엔드", Family::word).front() == "3");
}

}  // namespace
}  // namespace geul::analysis
