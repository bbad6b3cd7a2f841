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
  CHECK(display_width("\u1112\uD7B0\u11AB") == 2);
}

TEST_CASE("display: columns are those of what is printed") {
  CHECK(display_width("") == 0);
  CHECK(display_width("ㅋㅋ 漢字 カナ ＡＢ ab") == 4 + 1 + 4 + 1 + 4 + 1 + 4 + 1 + 2);
  CHECK(display_width("ｶﾅ") == 2);
  CHECK(display_width("\u2764\uFE0F") == 2);
  CHECK(display_width("\u2764") == 1);
  CHECK(display_width("🙂\uFE0F") == 2);
  CHECK(display_width("1\uFE0F\u20E3") == 2);
  CHECK(display_width("🇰🇷") == 2);
  CHECK(display_width("a\u200Bb\u200D") == 2);
  for (const char* text :
       {"가\n나\t다", "\u202E거꾸로", "한\xFF글", "\x1B[31m", "\xC2\x9B", "\u2028"})
    CHECK(display_width(text) == display_width(printable(text)));
}

TEST_CASE("display: what fits ends between code points, marks with their letter") {
  CHECK(fitting_front("검색 엔진", 5) == "검색 ");
  CHECK(fitting_front("검색", 3) == "검");
  CHECK(fitting_front("검색", 1).empty());
  CHECK(fitting_front("e\u0301e", 1) == "e\u0301");
  CHECK(fitting_front("검색", 100) == "검색");
  CHECK(fitting_back("검색 엔진", 5) == " 엔진");
  CHECK(fitting_back("검색", 1).empty());
  CHECK(fitting_back("", 1).empty());
  CHECK(fitting_front("", 1).empty());
}

}  // namespace geul::text
