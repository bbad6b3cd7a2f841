// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/letters.hpp"

#include <catch2/catch.hpp>

#include "common/text/normalize.hpp"

namespace text = geul::text;
using text::Category;

TEST_CASE("Characters have the categories that slugs look at") {
  CHECK(text::category_of(U'글') == Category::letter);
  CHECK(text::category_of(U'ㅋ') == Category::letter);
  CHECK(text::category_of(0x301) == Category::mark);
  CHECK(text::category_of(U'7') == Category::decimal);
  CHECK(text::category_of(U'½') == Category::number);
  CHECK(text::category_of(U'①') == Category::number);
  CHECK(text::category_of(U'_') == Category::connector);
  CHECK(text::category_of(U' ') == Category::space);
  CHECK(text::category_of(0x3000) == Category::space);
  CHECK(text::category_of(U'·') == Category::other);
  CHECK(text::category_of(0x110000) == Category::other);
}

TEST_CASE("Lower case letter by letter, and in full") {
  CHECK(text::lower_case("ÀBC ＡＢ 글 ΑΒΓΣ") == "àbc ａｂ 글 αβγσ");
  CHECK(text::lower_case_in_full("ΑΒΓΣ Σ") == "αβγς σ");
  CHECK(text::lower_case("\xFF") == "\uFFFD");
}

TEST_CASE("Decomposition parts letters, and comes back") {
  CHECK(text::to_nfd("가é") == "\u1100\u1161e\u0301");
  CHECK(text::to_nfkd("①ＡＢ") == "1AB");
  CHECK(text::to_nfc(text::to_nfd("한글 é")) == "한글 é");
}
