// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "common/analysis/analyzer.hpp"
#include "common/text/utf8.hpp"
#include "query/render/borders.hpp"
#include "query/render/excerpt.hpp"
#include "tests/support/random_text.hpp"

namespace geul::query {
namespace {

Highlighter highlighter_for(std::string_view query, analysis::Analyzer& analyzer) {
  return {resolve(parse(query), analyzer, Day{2024, 7, 18}), analyzer};
}

bool on_border(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

/// One space for a run of what excerpts leave out.
std::string in_one_line(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(text, at);
    if (is_white_space(c) || c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += text.substr(begin, at - begin);
  }
  return out;
}

void check_laws(const Excerpt& excerpt, const std::string& text) {
  CHECK(text::is_utf8(excerpt.text));
  CHECK(in_one_line(text).find(excerpt.text) != std::string::npos);
  CHECK(in_one_line(excerpt.text) == excerpt.text);
  std::size_t last = 0;
  for (const ByteSpan& span : excerpt.highlights) {
    CHECK(last <= span.begin);
    CHECK(span.begin < span.end);
    REQUIRE(span.end <= excerpt.text.size());
    CHECK((on_border(excerpt.text, span.begin) && on_border(excerpt.text, span.end)));
    last = span.end;
  }
  CHECK(excerpt.text.empty() == in_one_line(text).empty());
}

}  // namespace

TEST_CASE("Excerpts are lines of their text, with highlights on borders", "[excerpt]") {
  test::RandomText random(11);
  analysis::Analyzer analyzer;
  for (int i = 0; i < 600; ++i) {
    const std::string text = random.text(1 + random.below(200));
    const std::string query = random.text(1 + random.below(4));
    CAPTURE(query, text);
    check_laws(make_excerpt(text, highlighter_for(query, analyzer)), text);
  }
}

TEST_CASE("Words of a text that are searched for are found in it", "[excerpt]") {
  static const std::vector<std::string> words{"검색엔진", "컬리", "데이터",     "C++",
                                              "node.js",  "2022", "쿠버네티스", "알고리즘"};
  static const std::vector<std::string> particles{"", "은", "에서", "를", "에서는"};
  test::RandomText random(12);
  analysis::Analyzer analyzer;
  for (int i = 0; i < 300; ++i) {
    const std::string& word = random.pick(words);
    const std::string found = word + random.pick(particles);
    const std::string text = random.text(random.below(60)) + " " + found + " " + random.text(20);
    CAPTURE(word, text);
    const Excerpt excerpt = make_excerpt(text, highlighter_for(word, analyzer));
    REQUIRE_FALSE(excerpt.highlights.empty());
  }
}

TEST_CASE("An excerpt's length is bounded and its time is linear", "[excerpt]") {
  analysis::Analyzer analyzer;
  const std::vector<std::string> pieces{
      "가", "가 ",  "a",  "a ",     "👨‍👩‍👧", "\xCC\x81", "가나다라 ", "\n", " ",
      "..", "\x01", "ㅋ", "가가 나"};
  for (const std::string& piece : pieces) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    const auto start = std::chrono::steady_clock::now();
    const Highlighter highlighter = highlighter_for("가 가가 가가가가가가 a 나 ㅋ", analyzer);
    const Excerpt excerpt = make_excerpt(text, highlighter);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    CAPTURE(piece, took.count());
    CHECK(took.count() < 10);
    CHECK(count_code_points(excerpt.text, 0, excerpt.text.size()) <= kMaxExcerpt);
  }
}

}  // namespace geul::query
