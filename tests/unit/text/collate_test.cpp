// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/collate.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/random_text.hpp"

namespace geul::text {
namespace {

std::vector<std::string> sorted(std::vector<std::string> texts) {
  const Collator collator;
  std::sort(texts.begin(), texts.end(), [&collator](const std::string& a, const std::string& b) {
    return collator.before(a, b);
  });
  return texts;
}

using Texts = std::vector<std::string>;

TEST_CASE("Korean order: Hangul before Latin letters, digits before both") {
  CHECK(sorted({"zoo", "하늘", "Apple", "가을", "2024", "나무"}) ==
        Texts{"2024", "가을", "나무", "하늘", "Apple", "zoo"});
}

TEST_CASE("Hanja stands beside the Hangul of its reading") {
  CHECK(sorted({"나라", "家", "가", "각"}) == Texts{"가", "家", "각", "나라"});
}

TEST_CASE("numbers within names compare as numbers") {
  CHECK(sorted({"10장", "2장", "1장", "제100회", "제9회"}) ==
        Texts{"1장", "2장", "10장", "제9회", "제100회"});
}

TEST_CASE("case and width matter only where nothing else does") {
  CHECK(sorted({"Java 2", "java 1", "JAVA 3"}) == Texts{"java 1", "Java 2", "JAVA 3"});
}

TEST_CASE("the order is total on any bytes") {
  const Collator collator;
  test::RandomText random(5);
  for (int i = 0; i < 500; ++i) {
    const std::string a = random.text(random.below(3));
    const std::string b = random.one_in(4) ? a + "\xFF" : random.text(random.below(3));
    const std::string c = random.text(random.below(3));
    CHECK_FALSE(collator.before(a, a));
    if (a != b) CHECK(collator.before(a, b) != collator.before(b, a));
    if (collator.before(a, b) && collator.before(b, c)) CHECK(collator.before(a, c));
  }
}

}  // namespace
}  // namespace geul::text
