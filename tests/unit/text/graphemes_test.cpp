// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/graphemes.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace geul::text {

TEST_CASE("graphemes: the last border is before what a character joins") {
  const std::string flags = "🇰🇷🇯🇵🇺🇸";
  for (std::size_t offset = 0; offset <= flags.size(); ++offset)
    CHECK(last_grapheme_border(flags, offset) == offset / 8 * 8);
  const std::string family = "a👨‍👩‍👧b";
  CHECK(last_grapheme_border(family, 10) == 1);
  CHECK(last_grapheme_border(family, family.size() - 1) == family.size() - 1);
  CHECK(last_grapheme_border("\u1112\u1161\u11AB", 6) == 0);
  CHECK(last_grapheme_border("👍🏽", 4) == 0);
  CHECK(last_grapheme_border("e\u0301", 1) == 0);
  CHECK(last_grapheme_border("글글", 3) == 3);
  CHECK(last_grapheme_border("글", 0) == 0);
  CHECK(first_grapheme_end("👨‍👩‍👧b") == 18);
  CHECK(first_grapheme_end("b") == 1);
  CHECK(first_grapheme_end("") == 0);
}

TEST_CASE("graphemes: marks, joiners and skin tones join what is before them") {
  for (const char32_t c : {U'\u0301', U'\u200D', U'\uFE0F', U'\U0001F3FD', U'\u0903', U'\u3099'})
    CHECK(extends_grapheme(c));
  for (const char32_t c : {U'a', U'글', U' ', U'\U0001F642', U'\n'})
    CHECK_FALSE(extends_grapheme(c));
}

}  // namespace geul::text
