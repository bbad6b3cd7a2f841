// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/source_text.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"
#include "tests/support/random_text.hpp"

namespace geul::text {
namespace {

// "한글 문서를 읽는다" in CP949.
constexpr std::string_view kCp949 =
    "\xC7\xD1\xB1\xDB \xB9\xAE\xBC\xAD\xB8\xA6 \xC0\xD0\xB4\xC2\xB4\xD9";

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const auto high = static_cast<char>(unit >> 8U);
    const auto low = static_cast<char>(unit & 0xFFU);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

}  // namespace

TEST_CASE("source text: plain UTF-8 is taken as it is") {
  const SourceText source = read_source_text("한글 문서\n둘째 줄\n");
  CHECK(source.text == "한글 문서\n둘째 줄\n");
  CHECK(source.encoding == Encoding::utf8);
  CHECK(source.offsets.to_file(7) == 7);
}

TEST_CASE("source text: a mark at the front is dropped and decides") {
  const SourceText utf8 = read_source_text("\xEF\xBB\xBF글");
  CHECK(utf8.text == "글");
  CHECK(utf8.offsets.to_file(0) == 3);
  const SourceText little = read_source_text("\xFF\xFE" + utf16(u"한글\r\n문서", false));
  CHECK(little.text == "한글\n문서");
  CHECK(little.encoding == Encoding::utf16_le);
  CHECK(little.offsets.to_file(3) == 4);   // 글
  CHECK(little.offsets.to_file(7) == 10);  // 문, behind CR LF
  const SourceText big = read_source_text("\xFE\xFF" + utf16(u"한글", true));
  CHECK(big.text == "한글");
  CHECK(big.encoding == Encoding::utf16_be);
}

TEST_CASE("source text: CP949 is recognised, offsets lead into its bytes") {
  const SourceText source = read_source_text(kCp949);
  CHECK(source.text == "한글 문서를 읽는다");
  CHECK(source.encoding == Encoding::cp949);
  CHECK(source.replaced_bytes == 0);
  CHECK(source.offsets.to_file(7) == 5);  // 문
  CHECK(source.offsets.to_file(source.text.size()) == kCp949.size());
}

TEST_CASE("source text: UTF-16 without a mark is recognised") {
  std::u16string text;
  for (int i = 0; i < 20; ++i) text += u"한글 문서를 읽는다. ";
  CHECK(read_source_text(utf16(text, false)).encoding == Encoding::utf16_le);
  CHECK(read_source_text(utf16(text, true)).encoding == Encoding::utf16_be);
}

TEST_CASE("source text: a broken byte in UTF-8 costs that byte, not the encoding") {
  const SourceText source = read_source_text("검색 엔진\xC7 문서");
  CHECK(source.text == "검색 엔진\uFFFD 문서");
  CHECK(source.encoding == Encoding::utf8);
  CHECK(source.replaced_bytes == 1);
}

TEST_CASE("source text: line ends, NULs and decomposed Hangul") {
  const SourceText lines = read_source_text(std::string_view("가\r\n나\r다\0라", 16));
  CHECK(lines.text == "가\n나\n다라");
  CHECK(lines.removed_nuls == 1);
  CHECK(lines.offsets.to_file(3) == 4);    // the LF
  CHECK(lines.offsets.to_file(4) == 5);    // 나
  CHECK(lines.offsets.to_file(11) == 13);  // 라
  const SourceText nfd = read_source_text("\u1112\u1161\u11AB\u1100\u1173\u11AF\n끝");
  CHECK(nfd.text == "한글\n끝");
  CHECK(nfd.offsets.to_file(3) == 9);   // 글
  CHECK(nfd.offsets.to_file(7) == 19);  // 끝
}

TEST_CASE("source text: any bytes become clean text with rising offsets") {
  test::RandomText random(13);
  for (int i = 0; i < 1000; ++i) {
    const std::string bytes = random.bytes(random.one_in(10) ? 2 : 120);
    const SourceText source = read_source_text(bytes);
    CAPTURE(bytes, source.text);
    REQUIRE(is_utf8(source.text));
    REQUIRE(is_nfc(source.text));
    REQUIRE(source.text.find_first_of(std::string_view("\r\0", 2)) == std::string::npos);
    std::size_t last = 0;
    for (std::size_t offset = 0; offset <= source.text.size(); ++offset) {
      const std::size_t file = source.offsets.to_file(offset);
      REQUIRE(file >= last);
      REQUIRE(file <= bytes.size());
      last = file;
    }
  }
}

}  // namespace geul::text
