// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/script.hpp"

#include <catch2/catch.hpp>

namespace geul::text {

TEST_CASE("scripts: letters, digits and marks are told apart") {
  CHECK(script_of(U'a') == Script::latin);
  CHECK(script_of(U'é') == Script::latin);
  CHECK(script_of(U'Ж') == Script::latin);
  CHECK(script_of(U'Ａ') == Script::latin);
  CHECK(script_of(U'7') == Script::digit);
  CHECK(script_of(U'７') == Script::digit);
  CHECK(script_of(U'글') == Script::hangul);
  CHECK(script_of(0x1100) == Script::hangul);  // conjoining
  CHECK(script_of(U'ㅋ') == Script::hangul);   // compatibility
  CHECK(script_of(U'韓') == Script::han);
  CHECK(script_of(U'ひ') == Script::kana);
  CHECK(script_of(U'ー') == Script::kana);
  CHECK(script_of(U'🙂') == Script::emoji);
  CHECK(script_of(0x1F1F0) == Script::emoji);  // half of a flag
  CHECK(script_of(0xFE0F) == Script::mark);
  CHECK(script_of(0x200D) == Script::mark);
  CHECK(script_of(0x0301) == Script::mark);
}

TEST_CASE("scripts: punctuation, spaces and controls are no word") {
  for (const char32_t c : {U' ', U'.', U'·', U'“', U'\n', U'+', U'_', U'©', char32_t{0},
                           char32_t{0x200B}, char32_t{0xFFFD}})
    CHECK(script_of(c) == Script::other);
}

}  // namespace geul::text
