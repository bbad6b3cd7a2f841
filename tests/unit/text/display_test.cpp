// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/display.hpp"

#include <catch2/catch.hpp>

namespace geul::text {

TEST_CASE("display: nothing that a post holds controls the terminal") {
  CHECK(printable("\x1B[31m빨강\x1B[0m") == "␛[31m빨강␛[0m");
  CHECK(printable("\xC2\x9B"
                  "31m") ==
        "\uFFFD"
        "31m");  // CSI as one C1 control
  CHECK(printable("\u202E거꾸로") == "\uFFFD거꾸로");
  CHECK(printable("한\xFF글") == "한\uFFFD글");
  CHECK(printable(std::string_view("a\0b\x7F", 4)) == "a␀b␡");
}

TEST_CASE("display: lines are joined or kept") {
  CHECK(printable("가\n나\t다\u2028라") == "가 나 다 라");
  CHECK(printable("가\n나\t다\u2028라", Lines::keep) == "가\n나\t다\n라");
}

TEST_CASE("display: Hangul is two columns wide") {
  CHECK(display_width("글 geul") == 7);
  CHECK(display_width("\u1112\u1161\u11AB") == 2);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("🙂") == 2);
}

}  // namespace geul::text
