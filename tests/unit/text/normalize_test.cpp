// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/normalize.hpp"

#include <catch2/catch.hpp>

#include "common/text/combining.hpp"
#include "common/text/utf8.hpp"
#include "tests/support/random_text.hpp"

namespace geul::text {

TEST_CASE("normalization: decomposed Hangul is composed") {
  CHECK(to_nfc("\u1112\u1161\u11AB\u1100\u1173\u11AF") == "한글");
  CHECK(is_nfc("한글"));
  CHECK(to_nfc("한\xFF글") == "한\uFFFD글");
  CHECK_FALSE(is_nfc("\u1112\u1161\u11AB"));
}

TEST_CASE("normalization: a run of marks out of order costs no more than its length") {
  const auto marks = [](std::size_t n) {
    std::string text = "a";
    for (std::size_t i = 0; i < n; ++i) text += i % 2 == 0 ? "\u0301" : "\u0316";
    return text;
  };
  CHECK(to_nfc(marks(2)) == "\u00E1\u0316");
  CHECK(to_nfc(marks(kMaxCombining + 1)) == to_nfc(marks(kMaxCombining)));
  CHECK(is_nfc(to_nfc(marks(kMaxCombining + 1))));
  std::string doubled = "a";
  for (std::size_t i = 0; i < kMaxCombining; ++i) doubled += "\u0344";
  CHECK(is_nfc(to_nfc(doubled)));
  for (std::size_t front = 0; front < 130; ++front) {
    const std::string text = std::string(front, 'x') + marks(kMaxCombining + 1) + "x";
    CHECK(has_long_run(text));
    CHECK_FALSE(has_long_run(std::string(front, 'x') + marks(kMaxCombining) + "x"));
  }
  const std::string many = to_nfc("나 " + marks(1'000'000) + " 나");
  CHECK(many == "나 " + to_nfc(marks(kMaxCombining)) + " 나");
  CHECK(is_nfc(many));
  CHECK(to_nfc(many) == many);
}

TEST_CASE("folding: case, width and composition make no difference") {
  CHECK(fold("SRE팀이") == "sre팀이");
  CHECK(fold("ＳＲＥ") == "sre");
  CHECK(fold("ﾡ") == "ㄱ");   // half-width jamo
  CHECK(fold("ㅌ") == "ㅌ");  // a typed jamo stays what it is
  CHECK(fold("\u1100\u1161") == "가");
  CHECK(fold("Straße") == "straße");  // simple folding: no letter becomes two
  CHECK(fold("İ") == "İ");            // it has no simple folding
}

TEST_CASE("folding: names of tags are compared without surrounding and repeated spaces") {
  CHECK(fold_name("  Spring \u3000 Boot ") == "spring boot");
  CHECK(fold_name("이직") == "이직");
  CHECK(fold_name(" \t ").empty());
}

TEST_CASE("folding: is idempotent and gives NFC, on random bytes") {
  test::RandomText random(11);
  for (int i = 0; i < 2000; ++i) {
    const std::string bytes = random.bytes(40);
    const std::string folded = fold(bytes);
    CAPTURE(bytes, folded);
    REQUIRE(is_utf8(folded));
    REQUIRE(is_nfc(folded));
    REQUIRE(fold(folded) == folded);
    REQUIRE(fold(to_nfc(bytes)) == folded);
  }
}

}  // namespace geul::text
