// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <chrono>
#include <set>
#include <string>

#include "common/analysis/analyzer.hpp"
#include "common/text/display.hpp"
#include "common/text/graphemes.hpp"
#include "common/text/utf8.hpp"
#include "query/render/borders.hpp"
#include "query/render/excerpt.hpp"
#include "query/render/window.hpp"
#include "query/render/wrap.hpp"
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

/// Text of graphemes of several code points, and of what joins to anything.
std::string joined_text(test::RandomText& random, std::size_t pieces) {
  static const std::vector<std::string> all{"🇰🇷",
                                            "🇰",
                                            "👨‍👩‍👧",
                                            "👍🏽",
                                            "🏽",
                                            "❤️",
                                            "1️⃣",
                                            "e\u0301",
                                            "\u0301",
                                            "\u1112\u1161\u11AB",
                                            "\u1112",
                                            "\u11AB",
                                            "\u200D",
                                            "글",
                                            "낱말 ",
                                            " ",
                                            "\n",
                                            ". ",
                                            "a",
                                            "\u0E01\u0E33",
                                            "か\u3099",
                                            "漢"};
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) text += random.pick(all);
  return text;
}

ExcerptLength random_length(test::RandomText& random) {
  return {20 + random.below(180), random.one_in(2) ? LengthUnit::columns : LengthUnit::code_points};
}

/// The plain way to the best window: every pair of matches.
double best_score(std::string_view text, const std::vector<WordMatch>& matches,
                  const Highlighter& highlighter, ExcerptLength length) {
  const Ruler ruler(length.unit);
  const auto room = static_cast<double>(length.of_window());
  const auto weight_of = [&](std::size_t i, std::size_t j) {
    double weight = 0;
    std::set<std::uint32_t> words;
    for (std::size_t k = i; k <= j; ++k)
      if (words.insert(matches[k].word).second) weight += highlighter.weight(matches[k].word);
    return std::pair(weight, words.size());
  };
  double best = 0;
  for (std::size_t j = 0; j < matches.size(); ++j)
    for (std::size_t i = 0; i <= j; ++i) {
      const std::size_t extent = ruler.length(text, matches[i].span.begin, matches[j].span.end);
      if (i < j && extent > length.of_window()) continue;
      const auto [weight, words] = weight_of(i, j);
      std::size_t nearest = i;
      while (weight_of(nearest, j).second == words && nearest < j) ++nearest;
      if (weight_of(nearest, j).second < words) --nearest;
      const auto apart = static_cast<double>(
          std::min(ruler.length(text, matches[nearest].span.begin, matches[j].span.end),
                   length.of_window()));
      const double near = words < 2 ? 0 : 0.4 * (1 - apart / (room + 1));
      const double repeated = 0.05 * static_cast<double>(std::min<std::size_t>(j - i + 1, 6));
      best = std::max(best, weight + near + repeated);
    }
  return best;
}

}  // namespace

TEST_CASE("No excerpt cuts a grapheme or is longer than it may be", "[excerpt]") {
  test::RandomText random(14);
  analysis::Analyzer analyzer;
  for (int i = 0; i < 1500; ++i) {
    const std::string text = random.one_in(2) ? joined_text(random, 1 + random.below(400))
                                              : random.text(1 + random.below(100));
    const ExcerptLength length = random_length(random);
    const std::string query = random.one_in(2) ? "낱말 글" : random.text(3);
    const Highlighter highlighter = highlighter_for(query, analyzer);
    const Window window = best_window(text, highlighter.find(text), highlighter, length);
    const ByteSpan span = widen(text, window.span, length);
    CAPTURE(text, query, span.begin, span.end, length.most);
    CHECK(text::last_grapheme_border(text, span.begin) == span.begin);
    CHECK(text::last_grapheme_border(text, span.end) == span.end);
    const Excerpt excerpt = make_excerpt(text, highlighter, length);
    CHECK(Ruler(length.unit).length(excerpt.text, 0, excerpt.text.size()) <= length.most);
    for (const ByteSpan& mark : excerpt.highlights) CHECK(mark.end <= excerpt.text.size());
    if (length.unit == LengthUnit::columns)
      CHECK(text::display_width(text::printable(excerpt.text)) <= length.most);
  }
}

TEST_CASE("The window is as good as the best of all", "[excerpt]") {
  test::RandomText random(15);
  analysis::Analyzer analyzer;
  static const std::vector<std::string> words{"컬리", "검색",      "데이터",
                                              "글",   "상관없다 ", "이어진다 "};
  for (int i = 0; i < 400; ++i) {
    std::string text;
    for (std::size_t n = random.below(60); n > 0; --n) text += random.pick(words) + " ";
    const Highlighter highlighter = highlighter_for("컬리 검색 데이터 글", analyzer);
    const std::vector<WordMatch> matches = highlighter.find(text);
    const ExcerptLength length = random_length(random);
    CAPTURE(text, length.most);
    const Window window = best_window(text, matches, highlighter, length);
    CHECK(window.score == Approx(best_score(text, matches, highlighter, length)));
  }
}

TEST_CASE("Wrapped lines hold the whole text, each within its width", "[excerpt]") {
  test::RandomText random(16);
  for (int i = 0; i < 800; ++i) {
    const std::string text = in_one_line(joined_text(random, 1 + random.below(150)));
    const std::size_t columns = 8 + random.below(60);
    const std::vector<ByteSpan> marks =
        text.size() < 4 ? std::vector<ByteSpan>{} : std::vector<ByteSpan>{{1, text.size() - 1}};
    std::string together;
    std::size_t marked = 0;
    for (const MarkedLine& line : wrap(text, marks, columns)) {
      CAPTURE(text, line.text, columns);
      const std::size_t at = static_cast<std::size_t>(line.text.data() - text.data());
      CHECK(text::last_grapheme_border(text, at) == at);
      const bool one = text::last_grapheme_border(line.text, line.text.size() - 1) == 0;
      CHECK((text::display_width(line.text) <= columns || one));
      together += line.text;
      for (const ByteSpan& mark : line.marks) {
        CHECK(mark.end <= line.text.size());
        marked += mark.size();
      }
    }
    std::string expected = text;
    std::erase(expected, ' ');
    std::erase(together, ' ');
    CHECK(together == expected);
    CHECK((marks.empty() || marked + 2 <= text.size()));
  }
}

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
    CHECK(count_code_points(excerpt.text, 0, excerpt.text.size()) <= ExcerptLength{}.most);
  }
}

}  // namespace geul::query
