// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a file of synonyms.
#include <algorithm>
#include <catch2/catch.hpp>

#include "common/base/hash.hpp"
#include "common/index/synonyms.hpp"
#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"
#include "tests/support/random_text.hpp"

namespace geul::index {
namespace {

using test::RandomText;

std::string random_line(RandomText& random) {
  const std::vector<std::string> signs{" = ", "=", " => ", "==", "\n", " #", "", " "};
  std::string line;
  for (std::size_t i = random.below(8); i > 0; --i)
    line += (random.one_in(5) ? random.bytes(20) : random.word()) + random.pick(signs);
  return line;
}

void check_line(const SynonymLine& line) {
  CHECK(line.words.size() >= 2);
  CHECK(line.words.size() <= kMaxSynonymWords);
  std::vector<std::string> folded;
  for (const std::string& word : line.words) {
    CHECK(text::is_nfc(word));
    CHECK(word.size() <= kMaxSynonymBytes);
    CHECK(word.find_first_of("=\n\t") == std::string::npos);
    CHECK((word.front() != ' ' && word.back() != ' '));
    folded.push_back(text::fold(word));
  }
  std::sort(folded.begin(), folded.end());
  CHECK(std::adjacent_find(folded.begin(), folded.end()) == folded.end());
}

}  // namespace

TEST_CASE("synonyms law: any bytes give lines that say something, or warnings") {
  RandomText random(21);
  std::size_t lines = 0;
  std::size_t warnings = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random.below(5); i > 0; --i) text += random_line(random) + '\n';
    INFO(to_hex(text));
    const auto table = read_synonyms(text);
    REQUIRE(table);
    std::size_t last = 0;
    for (const SynonymLine& line : table->lines) {
      check_line(line);
      CHECK(line.line > last);
      last = line.line;
    }
    for (const Warning& warning : table->warnings) CHECK(warning.place.line > 0);
    lines += table->lines.size();
    warnings += table->warnings.size();
  }
  CHECK(lines > 500);
  CHECK(warnings > 500);
}

TEST_CASE("synonyms law: what was read is read again from its own words") {
  RandomText random(22);
  for (int round = 0; round < 500; ++round) {
    const auto table = read_synonyms(random_line(random));
    REQUIRE(table);
    for (SynonymLine line : table->lines) {
      std::string text;
      for (const std::string& word : line.words)
        text += (text.empty()                                          ? ""
                 : text.find('=') == std::string::npos && line.one_way ? " => "
                                                                       : " = ") +
                word;
      const auto again = read_synonyms(text);
      REQUIRE(again);
      line.line = 1;
      CHECK(again->lines == std::vector<SynonymLine>{line});
    }
  }
}

}  // namespace geul::index
