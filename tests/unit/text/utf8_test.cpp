// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/utf8.hpp"

#include <catch2/catch.hpp>

namespace geul::text {

TEST_CASE("UTF-8: well-formed text is told from ill-formed") {
  CHECK(is_utf8(""));
  CHECK(is_utf8("글 geul 🙂"));
  CHECK_FALSE(is_utf8("\xEA\xB8"));          // cut in the middle
  CHECK_FALSE(is_utf8("\xC0\x80"));          // overlong
  CHECK_FALSE(is_utf8("\xED\xA0\x80"));      // a surrogate
  CHECK_FALSE(is_utf8("\xF4\x90\x80\x80"));  // over U+10FFFF
}

TEST_CASE("UTF-8: ill-formed parts become U+FFFD, the rest stays") {
  CHECK(to_utf8("글\xFF글") == "글\uFFFD글");
  CHECK(to_utf8("\xEA\xB8") == "\uFFFD");
  CHECK(to_utf8("한글") == "한글");
}

TEST_CASE("UTF-8: code points are read and written") {
  const std::string_view text = "a글🙂";
  std::size_t offset = 0;
  CHECK(next_code_point(text, offset) == U'a');
  CHECK(next_code_point(text, offset) == U'글');
  CHECK(next_code_point(text, offset) == U'🙂');
  CHECK(offset == text.size());
  std::string out;
  append_utf8(out, U'글');
  append_utf8(out, 0xD800);
  append_utf8(out, 0x110000);
  CHECK(out == "글\uFFFD\uFFFD");
}

TEST_CASE("UTF-8: clipping cuts no code point") {
  CHECK(clip("한글", 6) == "한글");
  CHECK(clip("한글", 5) == "한");
  CHECK(clip("한글", 2).empty());
}

}  // namespace geul::text
