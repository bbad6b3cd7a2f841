// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/keyboard.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>

#include "common/text/utf8.hpp"
#include "query/rungs/characters.hpp"
#include "tests/support/random_text.hpp"

namespace geul::query {
namespace {

using test::RandomText;

std::u16string random_syllables(RandomText& random) {
  std::u16string text;
  for (std::size_t i = 1 + random.below(6); i > 0; --i)
    text += static_cast<char16_t>(0xAC00 + random.below(11172));
  return text;
}

struct Pair {
  const char* latin;
  const char* korean;
};

TEST_CASE("what is typed on the wrong layout, both ways", "[keyboard]") {
  for (const Pair& pair : {Pair{"zjffl", "컬리"},
                           Pair{"dkssud", "안녕"},
                           Pair{"ekfrdkf", "닭알"},
                           Pair{"rjator dpswls", "검색 엔진"},
                           Pair{"zmqjspxltm", "크버네티스"},
                           Pair{"znqjspxltm", "쿠버네티스"},
                           Pair{"dhodml", "왜의"},
                           Pair{"rkqtdl", "값이"},
                           Pair{"rkqtk", "갑사"},
                           Pair{"Tmrl", "쓰기"},
                           Pair{"Qkfflwj", "빨리저"},
                           Pair{"Ejadjwu", "떰어져"},
                           Pair{"Wkaqhd", "짬봉"},
                           Pair{"rOl", "걔ㅣ"},
                           Pair{"dPwp", "예제"},
                           Pair{"RkR", "깎"},
                           Pair{"RkRk", "까까"},
                           Pair{"rnpfr", "궭"},
                           Pair{"sre", "ㄴㄱㄷ"},
                           Pair{"hk", "ㅘ"},
                           Pair{"gksrmf123", "한글123"},
                           Pair{"dO, dP!", "얘, 예!"}}) {
    CAPTURE(pair.latin);
    CHECK(to_korean_layout(pair.latin) == pair.korean);
    CHECK(to_latin_layout(pair.korean) == pair.latin);
  }
}

TEST_CASE("keys that Shift does not change give the same", "[keyboard]") {
  CHECK(to_korean_layout("ZJFFL") == "컬리");
  CHECK(to_korean_layout("ASDF") == "ㅁㄴㅇㄹ");
}

TEST_CASE("doubled letters are capitals on the Latin layout", "[keyboard]") {
  CHECK(to_latin_layout("ㄲㅆㅃㄸㅉㅒㅖ") == "RTQEWOP");
  CHECK(to_latin_layout("ㄳㅄㅢ") == "rtqtml");
}

TEST_CASE("other characters stay, and end the syllable", "[keyboard]") {
  CHECK(to_korean_layout("rk-sk") == "가-나");
  CHECK(to_korean_layout("rk\xF0\x9F\x98\x80sk") == "가\xF0\x9F\x98\x80나");
  CHECK(to_korean_layout("").empty());
  CHECK(to_latin_layout("漢字 é") == "漢字 é");
}

TEST_CASE("keyboard law: syllables come back from their keys", "[keyboard]") {
  RandomText random(31);
  for (int round = 0; round < 5000; ++round) {
    const std::string korean = to_utf8(random_syllables(random));
    const std::string keys = to_latin_layout(korean);
    CAPTURE(korean, keys);
    CHECK(std::ranges::all_of(keys, [](unsigned char c) { return std::isalpha(c) != 0; }));
    CHECK(to_korean_layout(keys) == korean);
  }
}

TEST_CASE("keyboard law: letters come back from what they give", "[keyboard]") {
  // Capitals that Shift does not change come back as small letters.
  constexpr std::string_view kKeys = "abcdefghijklmnopqrstuvwxyzQWERTOP";
  RandomText random(32);
  for (int round = 0; round < 5000; ++round) {
    std::string keys;
    for (std::size_t i = random.below(12); i > 0; --i) keys += kKeys[random.below(kKeys.size())];
    CAPTURE(keys);
    CHECK(to_latin_layout(to_korean_layout(keys)) == keys);
  }
}

TEST_CASE("keyboard law: any text gives valid UTF-8", "[keyboard]") {
  RandomText random(33);
  for (int round = 0; round < 1000; ++round) {
    const std::string text = random.text(3);
    CHECK(text::is_utf8(to_korean_layout(text)));
    CHECK(text::is_utf8(to_latin_layout(text)));
  }
}

}  // namespace
}  // namespace geul::query
