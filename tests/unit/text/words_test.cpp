// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/words.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/random_text.hpp"

namespace geul::text {
namespace {

std::vector<std::string> letters_and_numbers(std::string_view text) {
  WordBreaker breaker;
  breaker.reset(text);
  std::vector<std::string> found;
  for (Word word; breaker.next(word);)
    if (word.status != WordStatus::none) found.emplace_back(slice(text, word.span));
  return found;
}

}  // namespace

TEST_CASE("words: ICU leaves whole eojeols and parts scripts") {
  CHECK(letters_and_numbers("컬리에 입사한 이유") ==
        std::vector<std::string>{"컬리에", "입사한", "이유"});
  CHECK(letters_and_numbers("SRE팀이") == std::vector<std::string>{"SRE", "팀이"});
  CHECK(letters_and_numbers("node.js 8.0") == std::vector<std::string>{"node.js", "8.0"});
}

TEST_CASE("words: every byte of any text is in one word, in order") {
  test::RandomText random(12);
  WordBreaker breaker;
  for (int i = 0; i < 500; ++i) {
    const std::string bytes = random.bytes(80);
    CAPTURE(bytes);
    breaker.reset(bytes);
    std::size_t end = 0;
    for (Word word; breaker.next(word);) {
      REQUIRE(word.span.begin == end);
      REQUIRE(word.span.end > word.span.begin);
      end = word.span.end;
    }
    REQUIRE(end == bytes.size());
  }
}

}  // namespace geul::text
