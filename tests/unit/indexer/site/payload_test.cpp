// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/payload.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "indexer/site/deflate.hpp"
#include "indexer/site/lengths.hpp"
#include "tests/support/random_text.hpp"

namespace geul::indexer::site {

TEST_CASE("payload: what is written is read again, at the borders of each type") {
  PayloadWriter out;
  const std::vector<std::uint32_t> integers{0, 1, 127, 128, 16383, 16384, UINT32_MAX};
  out.u8(255);
  out.u24(0xABCDEF);
  out.u32(0xFEDCBA98);
  for (const std::uint32_t value : integers) {
    const std::size_t before = out.bytes().size();
    out.integer(value);
    CHECK(out.bytes().size() - before == integer_bytes(value));
  }
  out.text("글");
  PayloadReader in(out.bytes());
  CHECK(in.u8() == 255);
  CHECK(in.u24() == 0xABCDEF);
  CHECK(in.u32() == 0xFEDCBA98);
  CHECK(in.integers(integers.size()) == integers);
  CHECK(in.text() == "글");
  CHECK(in.finish("it"));
}

TEST_CASE("payload: little endian and LEB128, as FORMAT.md says") {
  PayloadWriter out;
  out.u24(0x010203);
  out.integer(300);
  CHECK(out.bytes() == std::string("\x03\x02\x01\xAC\x02"));
}

TEST_CASE("payload: words are front-coded by bytes, column by column") {
  PayloadWriter out;
  out.words({"가", "가나", "가다"});  // EA B0 80, EB 82 98, EB 8B A4
  CHECK(out.bytes() ==
        std::string("\x00\x03\x04\x03\x03\x02", 6) + "가" + "나" + std::string("다").substr(1));
  PayloadReader in(out.bytes());
  CHECK(in.words(3) == std::vector<std::string>{"가", "가나", "가다"});
}

TEST_CASE("payload: random words come back") {
  test::RandomText random(7);
  for (int round = 0; round < 50; ++round) {
    std::vector<std::string> words;
    words.reserve(40);
    for (int i = 0; i < 40; ++i) words.push_back(random.word());
    std::ranges::sort(words);
    PayloadWriter out;
    out.words(words);
    PayloadReader in(out.bytes());
    CHECK(in.words(words.size()) == words);
    CHECK(in.finish("words"));
  }
}

TEST_CASE("payload: bytes that are not there, or none of a type, are refused for good") {
  const auto refused = [](std::string_view bytes, const auto& read) {
    PayloadReader in(bytes);
    static_cast<void>(read(in));
    return !in.good() && !in.finish("it");
  };
  CHECK(refused("", [](PayloadReader& in) { return in.u8(); }));
  CHECK(refused("ab", [](PayloadReader& in) { return in.u24(); }));
  CHECK(refused("\x80\x80", [](PayloadReader& in) { return in.integer(); }));
  CHECK(refused("\xFF\xFF\xFF\xFF\x7F", [](PayloadReader& in) { return in.integer(); }));
  CHECK(refused("\x80\x80\x80\x80\x80\x01", [](PayloadReader& in) { return in.integer(); }));
  CHECK(
      refused("\x05"
              "abc",
              [](PayloadReader& in) { return in.text(); }));
  CHECK(refused("\x02\xEA\xB0", [](PayloadReader& in) { return in.text(); }));
  CHECK(refused("\x7F", [](PayloadReader& in) { return in.count(); }));
  CHECK(
      refused("\x01\x01"
              "a",
              [](PayloadReader& in) { return in.words(1); }));
  PayloadReader behind("a");
  CHECK_FALSE(behind.finish("it"));
}

TEST_CASE("deflate: what is packed is unpacked, and nothing else") {
  test::RandomText random(3);
  const std::string text = random.text(2000);
  const std::string stream = deflate(text);
  CHECK(stream.size() < text.size());
  CHECK(inflate(stream, text.size()).value() == text);
  CHECK_FALSE(inflate(stream, text.size() - 1));
  CHECK_FALSE(inflate(stream + "x", text.size() * 2));
  CHECK_FALSE(inflate(std::string_view(stream).substr(0, stream.size() / 2), text.size()));
  CHECK_FALSE(inflate("", 100));
  const std::string zeros(1'000'000, '\0');
  CHECK(inflate(deflate(zeros), zeros.size()).value() == zeros);
}

TEST_CASE("lengths: exact up to 40, then the nearest, within 2.5 %") {
  for (std::uint32_t length = 0; length <= 40; ++length)
    CHECK(length_of(quantise_length(length)) == length);
  for (std::uint32_t length = 41; length < 1'000'000; length += 1 + length / 97) {
    const double read = length_of(quantise_length(length));
    CHECK(std::abs(read - length) <= 0.025 * length);
  }
  for (unsigned q = 0; q < 256; ++q)
    CHECK(quantise_length(length_of(static_cast<std::uint8_t>(q))) == q);
  CHECK(length_of(255) > 1'000'000);
  CHECK(quantise_length(UINT32_MAX) == 255);
}

}  // namespace geul::indexer::site
