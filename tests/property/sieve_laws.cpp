// SPDX-License-Identifier: GPL-2.0-or-later
// The analysis of a text is that of its passages, and the sieve lets through each that holds a
// term: over random text, and over the words of a real site where it is there.
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/analysis/dictionary.hpp"
#include "common/base/files.hpp"
#include "common/text/utf8.hpp"
#include "query/render/highlight.hpp"
#include "query/render/sieve.hpp"
#include "tests/support/random_text.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::query {
namespace {

using analysis::Family;

struct Seen {
  std::string term;
  Family family;
  ByteSpan span;
  std::uint32_t word;  ///< of the text, or of the passage

  friend bool operator==(const Seen& a, const Seen& b) {
    return a.term == b.term && a.family == b.family && a.span == b.span;
  }
};

std::vector<Seen> tokens_of(analysis::Analyzer& analyzer, std::string_view text,
                            std::size_t begin = 0) {
  std::vector<Seen> tokens;
  analyzer.analyze(text, [&](const analysis::Token& token) {
    tokens.push_back({std::string(token.term),
                      token.family,
                      {begin + token.span.begin, begin + token.span.end},
                      token.word});
  });
  return tokens;
}

/// Terms that a sieve was asked for with the words that they came from.
using Asked = std::set<std::pair<std::string, std::string>>;

bool is_let_through(const Seen& token, std::string_view text, Asked& asked) {
  const std::string word(text.substr(token.span.begin, token.span.end - token.span.begin));
  if (token.family == Family::crossing_pair) return true;
  if (!asked.emplace(token.term, word).second) return true;
  Sieve sieve;
  sieve.want(token.term);
  return sieve.may_hold(word);
}

/// The pairs of a passage, the one from the word before in front of a word's own.
std::vector<std::string> pairs_of(std::vector<Seen> tokens) {
  std::ranges::stable_sort(tokens, {}, [](const Seen& token) {
    return std::pair(token.word, token.family != Family::crossing_pair);
  });
  std::vector<std::string> pairs;
  for (const Seen& token : tokens)
    if (token.family == Family::pair || token.family == Family::crossing_pair)
      pairs.push_back(token.term);
  return pairs;
}

/// Whether each pair begins with what the one before ends with, as those of a stem do.
bool is_row(const std::vector<std::string>& pairs) {
  constexpr std::size_t kSyllable = 3;
  for (std::size_t i = 1; i < pairs.size(); ++i)
    if (pairs[i - 1].substr(kSyllable) != pairs[i].substr(0, kSyllable)) return false;
  return true;
}

/// Returns the rows that were asked for.
std::size_t check_rows(const std::vector<Seen>& tokens, std::string_view passage) {
  constexpr std::size_t kLong = 3;
  const std::vector<std::string> pairs = pairs_of(tokens);
  std::size_t rows = 0;
  for (std::size_t i = 0; i + kLong <= pairs.size(); ++i) {
    const auto from = pairs.begin() + static_cast<std::ptrdiff_t>(i);
    const std::vector<std::string> row(from, from + kLong);
    if (!is_row(row)) continue;
    ++rows;
    Sieve sieve;
    sieve.want_row(row);
    INFO(row.front() << " ... in " << passage);
    CHECK(sieve.may_hold(passage));
  }
  return rows;
}

/// Returns the rows that were asked for.
std::size_t check(analysis::Analyzer& analyzer, const std::string& text, Asked& asked) {
  const std::vector<Seen> whole = tokens_of(analyzer, text);
  std::vector<Seen> by_passage;
  std::size_t rows = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::string_view passage = first_passage(std::string_view(text).substr(begin));
    const std::vector<Seen> tokens = tokens_of(analyzer, passage, begin);
    by_passage.insert(by_passage.end(), tokens.begin(), tokens.end());
    rows += check_rows(tokens, passage);
    begin += passage.size();
  }
  CHECK(by_passage == whole);
  for (const Seen& token : whole) {
    INFO(token.term);
    CHECK(is_let_through(token, text, asked));
  }
  return rows;
}

std::string random_lines(test::RandomText& random) {
  static const std::vector<std::string> ends{"\n",   "\n\n",  "\n.",   "\n．", " ",      ".\n",
                                             "다. ", "요? .", "다!  ", "\n(",  "2\n만 ", "”\n"};
  std::string text;
  for (std::size_t n = 1 + random.below(12); n > 0; --n) text += random.text(6) + random.pick(ends);
  return text;
}

TEST_CASE("random lines that hold a term come through the sieve") {
  analysis::Analyzer analyzer;
  test::RandomText random(5);
  Asked asked;
  for (int i = 0; i < 1'000; ++i) check(analyzer, random_lines(random), asked);
  CHECK(asked.size() > 1'000);
}

TEST_CASE("words of single syllables in a row come through the sieve") {
  analysis::Analyzer analyzer;
  test::RandomText random(6);
  static const std::vector<std::string> words{"할 ",  "수 ",   "있 ", "그 ", "책 ",   "장 ",
                                              "검색", "엔진 ", "을 ", "앞 ", "뒤에 ", "도와 "};
  Asked asked;
  std::size_t rows = 0;
  for (int i = 0; i < 1'000; ++i) {
    std::string text;
    for (std::size_t n = 2 + random.below(8); n > 0; --n) text += random.pick(words);
    rows += check(analyzer, text, asked);
  }
  CHECK(rows > 1'000);
}

TEST_CASE("lines of real posts that hold a term come through the sieve") {
  analysis::Analyzer analyzer;
  Asked asked;
  const auto site = test::shared_folder() / "posts/hudi";
  if (!std::filesystem::exists(site)) return;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(site))
    if (entry.path().extension() == ".md")
      check(analyzer, read_file(entry.path(), std::uintmax_t{1} << 20U).value(), asked);
  CHECK(asked.size() > 10'000);
}

/// A word of the text, whole or begun, typed to its last letter or not.
std::string random_query(test::RandomText& random, std::string_view text) {
  static const std::vector<std::string> others{"us*",  "node.js", "c++", "10만",
                                               "2022", "ㅋㅋ",    "데*"};
  if (random.one_in(5)) return random.pick(others);
  std::size_t begin = random.below(text.size());
  while (begin > 0 && text[begin - 1] != ' ') --begin;
  std::string word(text.substr(begin, text.find(' ', begin) - begin));
  if (random.one_in(3)) word = std::string(text::clip(word, 1 + random.below(9))) + "*";
  return random.one_in(6) ? word + "ㅇ*" : word;
}

TEST_CASE("a query's words are found in a passage as in one that the sieve must let through") {
  test::RandomText random(7);
  std::size_t found = 0;
  for (const auto& dictionary : {analysis::make_dictionary({}),
                                 analysis::make_dictionary({"검색엔진", "엔진다", "컬리이"})}) {
    analysis::Analyzer analyzer(dictionary);
    for (int i = 0; i < 2'000; ++i) {
      const std::string text = random.text(8);
      if (first_passage(text).size() < text.size() || text.empty()) continue;
      const std::string query = random_query(random, text);
      const Highlighter highlighter(resolve(parse(query), analyzer, Day{2024, 7, 18}), analyzer);
      const std::vector<WordMatch> matches = highlighter.find(text);
      const std::vector<WordMatch> without = highlighter.find(text + " ⸻");
      INFO(query << " in " << text);
      REQUIRE(matches.size() == without.size());
      for (std::size_t at = 0; at < matches.size(); ++at)
        CHECK((matches[at].span == without[at].span && matches[at].word == without[at].word));
      found += matches.size();
    }
  }
  CHECK(found > 1'000);
}

TEST_CASE("a sieve lets few lines through that hold nothing") {
  Sieve sieve;
  sieve.want("검색");
  sieve.want("rank");
  CHECK(sieve.may_hold("글을 검색한다"));
  CHECK(sieve.may_hold("Ranking"));
  CHECK(sieve.may_hold("全文"));
  CHECK_FALSE(sieve.may_hold("글을 찾는다 (find, 2022) “인용”"));
  CHECK_FALSE(Sieve().may_hold("글을 찾는다"));
}

}  // namespace
}  // namespace geul::query
