// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/jamo.hpp"

#include <catch2/catch.hpp>

#include "common/analysis/core/hangul.hpp"

namespace geul::analysis {
namespace {

constexpr unsigned kLeads = 19;

TEST_CASE("jamo and their indices are each other's reverse", "[jamo]") {
  for (unsigned lead = 0; lead < kLeads; ++lead) CHECK(lead_index(lead_jamo(lead)) == lead);
  for (unsigned vowel = 0; vowel < core::kVowels; ++vowel)
    CHECK(vowel_index(vowel_jamo(vowel)) == vowel);
  for (unsigned coda = 1; coda < core::kCodas; ++coda) CHECK(coda_index(coda_jamo(coda)) == coda);
  CHECK(coda_jamo(0) == 0);
}

TEST_CASE("the indices are those of the syllables", "[jamo]") {
  CHECK(core::compose(*lead_index(U'ㅎ'), vowel_index(U'ㅣ'), *coda_index(U'ㅎ')) == u'힣');
  CHECK(core::compose(*lead_index(U'ㄲ'), vowel_index(U'ㅢ'), *coda_index(U'ㄼ')) == u'끫');
}

TEST_CASE("every consonant stands in front or behind, some on one side alone", "[jamo]") {
  for (char32_t c = 0x3131; c <= 0x314E; ++c) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(is_consonant(c));
    CHECK((lead_index(c) || coda_index(c)));
    CHECK(lead_index(c).has_value() == (parts_of(static_cast<char16_t>(c)).second == 0));
  }
  for (const char32_t c : {U'ㄸ', U'ㅃ', U'ㅉ'}) CHECK_FALSE(coda_index(c));
  for (const char32_t c : {U'ㄳ', U'ㄺ', U'ㅄ'}) CHECK_FALSE(lead_index(c));
}

TEST_CASE("characters that are no consonants have no index, whatever their lower bytes", "[jamo]") {
  for (const char32_t c : {U'\0', U'a', U'가', U'ㅏ', char32_t{0x13131}, char32_t{0x10'3131}}) {
    CHECK_FALSE(lead_index(c));
    CHECK_FALSE(coda_index(c));
  }
}

TEST_CASE("compounds fall into what they are joined of", "[jamo]") {
  std::size_t compounds = 0;
  for (char16_t c = 0x3131; c <= 0x3163; ++c) {
    const JamoPair parts = parts_of(c);
    if (parts.second == 0) {
      CHECK(parts.first == c);
      continue;
    }
    ++compounds;
    CHECK(joined_jamo(parts.first, parts.second) == c);
    CHECK(parts_of(parts.first).second == 0);
    CHECK(parts_of(parts.second).second == 0);
  }
  CHECK(compounds == 18);
  CHECK(joined_jamo(u'ㄱ', u'ㄱ') == 0);
  CHECK(joined_jamo(0, u'ㅅ') == 0);
}

TEST_CASE("strokes are what a syllable is typed by", "[jamo]") {
  CHECK(strokes_of(U'값') == u"ㄱㅏㅂㅅ");
  CHECK(strokes_of(U'꽤') == u"ㄲㅗㅐ");
  CHECK(strokes_of(U'의') == u"ㅇㅡㅣ");
  CHECK(strokes_of(U'얘') == u"ㅇㅒ");
  CHECK(strokes_of(U'ㄳ') == u"ㄱㅅ");
  CHECK(strokes_of(U'ㅚ') == u"ㅗㅣ");
  for (const char32_t c : {U'a', U' ', U'漢', char32_t{0x1F600}, char32_t{0x1AC00}})
    CHECK(strokes_of(c).empty());
}

}  // namespace
}  // namespace geul::analysis
