// SPDX-License-Identifier: GPL-2.0-or-later
// The laws of the user dictionary: every word of a random one is the key before every chain of
// particles that the tables allow, and nothing else changes.
#include <catch2/catch.hpp>
#include <map>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/dictionary.hpp"
#include "common/analysis/dictionary_file.hpp"
#include "common/base/hash.hpp"
#include "tests/support/random_text.hpp"
#include "tests/unit/analysis/analysis_support.hpp"

namespace {

using geul::analysis::Analyzer;
using geul::analysis::Dictionary;
using geul::analysis::Family;
using geul::test::describe;
using geul::test::RandomText;
using geul::test::tokens_of;
using geul::test::utf8_of;
using Words = std::vector<std::string>;
using Row = std::vector<std::string>;

/// particles.tsv, read without the program's own tables.
struct Particles {
  std::vector<Row> rows = geul::test::read_table("data/korean/particles.tsv");

  static bool agrees(const Row& row, char16_t before) {
    const unsigned coda = (before - 0xAC00U) % 28;
    if (row[1] == "closed") return coda != 0;
    if (row[1] == "open") return coda == 0;
    if (row[1] == "open-or-rieul") return coda == 0 || coda == 8;
    return true;
  }
  static bool is_topic(const Row& row) {
    return row[4] == "보조사" || row[4] == "관형격" || row[4] == "서술격";
  }
  static bool may_carry(const Row& lower, const Row& upper) {
    return lower[3] == "any" || (lower[3] == "topic" && is_topic(upper));
  }

  /// A chain of up to three, that may follow `word`.
  std::string chain(RandomText& random, const std::string& word) const {
    std::u16string text = geul::test::syllables_of(word);
    const std::size_t begin = text.size();
    const Row* below = nullptr;
    for (std::size_t i = random.below(4); i > 0; --i) {
      const Row& row = random.pick(rows);
      if (!agrees(row, text.back()) || (below != nullptr && !may_carry(*below, row))) break;
      text += geul::test::syllables_of(row[0]);
      below = &row;
    }
    return utf8_of(text.substr(begin));
  }
};

/// Words that the tables would cut in all ways, and ones of any syllables.
std::string random_word(RandomText& random, const Particles& particles) {
  std::u16string word;
  for (std::size_t i = 2 + random.below(4); i > 0; --i)
    word += static_cast<char16_t>(0xAC00 + random.below(11172));
  if (random.one_in(2)) word += geul::test::syllables_of(random.pick(particles.rows)[0]);
  if (random.one_in(4)) word += u"하는";
  if (random.one_in(4)) word += u"었다";
  return utf8_of(word);
}

Words random_dictionary(RandomText& random, const Particles& particles) {
  Words words;
  for (std::size_t i = 1 + random.below(200); i > 0; --i)
    words.push_back(random_word(random, particles));
  return words;
}

std::string key_of(const std::string& word, Analyzer& analyzer) {
  for (const auto& token : tokens_of(word, analyzer))
    if (token.family == Family::word) return token.term;
  return {};
}

}  // namespace

TEST_CASE("dictionary law: a word is the key before every chain of particles") {
  RandomText random(11);
  const Particles particles;
  std::map<std::size_t, std::size_t> lengths;
  for (int round = 0; round < 100; ++round) {
    const Words words = random_dictionary(random, particles);
    const auto dictionary = geul::analysis::make_dictionary(words);
    Analyzer analyzer(dictionary);
    for (const std::string& word : words) {
      const std::string tail = particles.chain(random, word);
      ++lengths[tail.size()];
      const std::string key = key_of(word + tail, analyzer);
      // A longer word may be one with its first particles.
      if (key == word || (key.size() > word.size() && dictionary->size() > 1 &&
                          std::find(words.begin(), words.end(), key) != words.end()))
        continue;
      FAIL_CHECK(word << " + " << tail << ": " << key);
    }
  }
  CHECK(lengths.size() > 6);
}

TEST_CASE("dictionary law: a text that holds none of its words is read as without it") {
  RandomText random(12);
  const Particles particles;
  std::size_t held = 0;
  for (int round = 0; round < 400; ++round) {
    Words words = random_dictionary(random, particles);
    for (const char* const common : {"데이터", "카카오", "고양이는", "있습니다", "검색은"})
      if (random.one_in(3)) words.emplace_back(common);
    const auto dictionary = geul::analysis::make_dictionary(words);
    Analyzer with(dictionary);
    Analyzer without;
    const std::string text = random.one_in(4) ? random.bytes(300) : random.text(60);
    std::set<std::string_view> found;
    dictionary->find(text, found);
    INFO(geul::to_hex(text));
    const std::string expected = describe(tokens_of(text, without));
    if (found.empty()) CHECK(describe(tokens_of(text, with)) == expected);
    if (!found.empty()) ++held;
    // The words that are found alone make the difference.
    Analyzer reduced(geul::analysis::make_dictionary({found.begin(), found.end()}));
    CHECK(describe(tokens_of(text, with)) == describe(tokens_of(text, reduced)));
  }
  CHECK(held > 20);
}

TEST_CASE("dictionary law: a key that a word makes is told by find()") {
  RandomText random(13);
  const Particles particles;
  for (int round = 0; round < 100; ++round) {
    const Words words = random_dictionary(random, particles);
    const Dictionary dictionary(words);
    std::string text;
    std::set<std::string> used;
    for (int i = 0; i < 20; ++i) {
      const std::string& word = random.pick(words);
      text += word + particles.chain(random, word) + (random.one_in(3) ? ", " : " ");
    }
    Analyzer analyzer(geul::analysis::make_dictionary(words));
    for (const auto& token : tokens_of(text, analyzer))
      if (token.family == Family::word &&
          std::find(words.begin(), words.end(), token.term) != words.end())
        used.insert(token.term);
    std::set<std::string_view> found;
    dictionary.find(text, found);
    CHECK(std::set<std::string>(found.begin(), found.end()) == used);
  }
}

TEST_CASE("dictionary law: any bytes are a file, and its words are words") {
  RandomText random(14);
  for (int round = 0; round < 2000; ++round) {
    std::string text = random.bytes(200);
    if (random.one_in(2)) text = random.word() + "\n#" + random.text(3) + "\n" + random.word();
    const auto file = geul::analysis::read_dictionary(text);
    REQUIRE(file);
    Words words;
    for (const auto& entry : file->entries) {
      CHECK(entry.line > 0);
      words.push_back(entry.word);
    }
    const auto dictionary = geul::analysis::make_dictionary(words);
    CHECK((dictionary ? dictionary->size() : 0) ==
          std::set<std::string>(words.begin(), words.end()).size());
    for (const std::string& word : words) {
      Analyzer analyzer(dictionary);
      CHECK(key_of(word, analyzer) == word);
    }
  }
}
