// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/excerpt.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/text/display.hpp"
#include "query/render/borders.hpp"

namespace geul::query {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

/// The excerpt with its highlights in brackets.
std::string bracketed(const Excerpt& excerpt) {
  std::string out;
  std::size_t at = 0;
  for (const ByteSpan& span : excerpt.highlights) {
    out += excerpt.text.substr(at, span.begin - at) + "[" + std::string(slice(excerpt.text, span)) +
           "]";
    at = span.end;
  }
  return out + excerpt.text.substr(at);
}

class Fixture {
 public:
  Excerpt made(std::string_view query, std::string_view text, ExcerptLength length) {
    return make_excerpt(
        text, Highlighter(resolve(parse(query), analyzer_, Day{2024, 7, 18}), analyzer_), length);
  }
  std::string excerpt(std::string_view query, std::string_view text) {
    return bracketed(made(query, text));
  }
  Excerpt made(std::string_view query, std::string_view text) {
    return make_excerpt(text,
                        Highlighter(resolve(parse(query), analyzer_, Day{2024, 7, 18}), analyzer_));
  }
  Showing shown(std::string_view query, const index::Document& document) {
    return show(document,
                Highlighter(resolve(parse(query), analyzer_, Day{2024, 7, 18}), analyzer_));
  }

 private:
  analysis::Analyzer analyzer_;
};

}  // namespace

TEST_CASE_METHOD(Fixture, "Whole eojeols are highlighted", "[excerpt]") {
  CHECK(excerpt("컬리", "마침내 컬리에 갔다.") == "마침내 [컬리에] 갔다.");
  CHECK(excerpt("엔진", "검색엔진을 만든다") == "[검색엔진을] 만든다");
  CHECK(excerpt("데이터", "이터널 데이즈와 데이터베이스") == "이터널 데이즈와 [데이터베이스]");
  CHECK(excerpt("C++", "C++와 C, c++") == "[C++와] C, [c++]");
}

TEST_CASE_METHOD(Fixture, "A compound finds its words apart and the other way round", "[excerpt]") {
  CHECK(excerpt("검색엔진", "작은 검색 엔진을 만든다") == "작은 [검색] [엔진을] 만든다");
  CHECK(excerpt("검색 엔진", "검색엔진") == "[검색엔진]");
}

TEST_CASE_METHOD(Fixture, "Excluded and left-out words are not highlighted", "[excerpt]") {
  CHECK(excerpt("컬리 -장애", "컬리 장애") == "[컬리] 장애");
  CHECK(excerpt("컬리는 무엇인가요", "컬리는 무엇인가요") == "[컬리는] 무엇인가요");
}

TEST_CASE_METHOD(Fixture, "The passage with most of the words is chosen", "[excerpt]") {
  const std::string filler = repeated("아무 상관도 없는 문장이 여기에 이어진다. ", 30);
  const std::string text = "컬리 이야기다. " + filler + "컬리에서 키오스크를 봤다. " + filler;
  const Excerpt made_excerpt = made("컬리 키오스크", text);
  CHECK(bracketed(made_excerpt).find("[컬리에서] [키오스크를] 봤다.") != std::string::npos);
  CHECK(made_excerpt.cut_before);
  CHECK(made_excerpt.cut_after);
  CHECK(count_code_points(made_excerpt.text, 0, made_excerpt.text.size()) <= ExcerptLength{}.most);
  CHECK(made_excerpt.text.ends_with('.'));
}

TEST_CASE_METHOD(Fixture, "Line ends and control characters become single spaces", "[excerpt]") {
  CHECK(excerpt("컬리", "가\n\n컬리\x1B[0m\t나 \xC2\x9B \n") == "가 [컬리] [0m 나");
}

TEST_CASE_METHOD(Fixture, "A short text is taken whole, an empty one is empty", "[excerpt]") {
  const Excerpt whole = made("없는말", "  짧은 글  ");
  CHECK(whole.text == "짧은 글");
  CHECK_FALSE((whole.cut_before || whole.cut_after));
  CHECK(made("컬리", "").text.empty());
}

TEST_CASE_METHOD(Fixture, "No grapheme is cut, however long", "[excerpt]") {
  const std::string family = "👨‍👩‍👧";
  const Excerpt emoji = made("x", repeated(family, 200));
  CHECK(emoji.text.size() % family.size() == 0);
  CHECK_FALSE(emoji.text.empty());
  const Excerpt marks = made("x", "a" + repeated("\xCC\x81", 2000) + " b");
  CHECK(marks.text.size() <= 2 * 2000 + 3);
  const Excerpt syllables = made("x", repeated("글", 1000));
  CHECK(count_code_points(syllables.text, 0, syllables.text.size()) == ExcerptLength{}.most);
}

TEST_CASE_METHOD(Fixture, "Flags, families and skin tones stay whole at both ends", "[excerpt]") {
  for (const std::string piece :
       {"🇰🇷", "👨‍👩‍👧", "👍🏽", "❤️", "\u1112\u1161\u11AB"}) {
    CAPTURE(piece);
    const std::string text = repeated(piece, 200) + " 컬리 " + repeated(piece, 200);
    for (std::size_t most = 20; most < 40; ++most) {
      for (const LengthUnit unit : {LengthUnit::code_points, LengthUnit::columns}) {
        const Excerpt excerpt = made("컬리", text, {most, unit});
        REQUIRE(excerpt.highlights.size() == 1);
        const ByteSpan word = excerpt.highlights.front();
        CHECK((word.begin < 1 || (word.begin - 1) % piece.size() == 0));
        CHECK((excerpt.text.size() == word.end ||
               (excerpt.text.size() - word.end - 1) % piece.size() == 0));
      }
    }
  }
}

TEST_CASE_METHOD(Fixture,
                 "Among passages with the same words the one where they are near is chosen",
                 "[excerpt]") {
  const std::string filler = repeated("상관없는 말이 길게 이어진다 ", 5);
  const std::string far = "컬리 이야기가 " + filler + "키오스크 이야기다. ";
  const std::string near = "컬리의 키오스크를 본다. ";
  const std::string gap = repeated("아무 상관도 없는 문장이 여기에 이어진다. ", 10);
  CHECK(excerpt("컬리 키오스크", far + gap + near + gap).find("[컬리의] [키오스크를]") !=
        std::string::npos);
}

TEST_CASE_METHOD(Fixture, "An excerpt begins and ends with a sentence where one fits",
                 "[excerpt]") {
  const std::string gap = repeated("아무 상관도 없는 문장이 여기에 이어진다. ", 20);
  const std::string sentence =
      "그는 \"바쁘다고 했지만 그래도 시간을 내서 먼 길을 돌아 마침내 컬리에 갔다.\" ";
  const Excerpt made_excerpt = made("컬리", gap + sentence + gap);
  CHECK(made_excerpt.text.find("그는 \"바쁘다고") != std::string::npos);
  CHECK((made_excerpt.text.starts_with("그는") || made_excerpt.text.starts_with("아무")));
  CHECK(made_excerpt.text.ends_with('.'));
}

TEST_CASE_METHOD(Fixture, "An excerpt is measured in columns where that is asked for",
                 "[excerpt]") {
  const std::string text = repeated("한글은 두 칸을 차지하고 latin은 한 칸이다. ", 20);
  for (const std::size_t most : {20U, 40U, 80U, 200U}) {
    const Excerpt cut = made("칸", text, {most, LengthUnit::columns});
    const std::size_t columns = text::display_width(cut.text);
    CHECK(columns <= most);
    CHECK(columns >= most / 2);
  }
}

TEST_CASE_METHOD(Fixture, "An excerpt says which section it is from", "[excerpt]") {
  index::Document post;
  post.title = "컬리 방문기";
  post.summary = "다녀온 이야기";
  post.sections = {{"", 0, "", 0, "앞말이다.", ""},
                   {"키오스크", 2, "키오스크", 10, "컬리 본사에서 키오스크를 눌렀다.", ""},
                   {"코드", 2, "코드", 20, "", "int kiosk = 1;"}};
  const Showing showing = shown("컬리 키오스크", post);
  CHECK(bracketed(showing.excerpt) == "[컬리] 본사에서 [키오스크를] 눌렀다.");
  CHECK(showing.heading == "키오스크");
  CHECK(showing.anchor == "키오스크");
  REQUIRE(showing.title.size() == 1);
  CHECK(slice(post.title, showing.title[0]) == "컬리");
  REQUIRE(showing.sections.size() == 1);
  CHECK(showing.sections[0].words == 2);
  CHECK(showing.sections[0].excerpt.text == showing.excerpt.text);
  CHECK(showing.leads_to_section);
  CHECK(bracketed(shown("kiosk", post).excerpt) == "int [kiosk] = 1;");
  CHECK(shown("없는말", post).excerpt.text == "다녀온 이야기");
  CHECK_FALSE(shown("방문기", post).leads_to_section);
  CHECK_FALSE(shown("앞말", post).leads_to_section);
  CHECK_FALSE(shown("다녀온", post).leads_to_section);
}

TEST_CASE_METHOD(Fixture, "A post whose title alone matched is led to as a whole", "[excerpt]") {
  index::Document post;
  post.title = "컬리 방문기";
  post.sections = {{"첫날", 2, "첫날", 0, "아침이다.", ""}};
  const Showing showing = shown("컬리", post);
  CHECK(showing.excerpt.text == "아침이다.");
  CHECK(showing.heading == "첫날");
  CHECK_FALSE(showing.leads_to_section);
  CHECK(showing.sections.empty());
}

TEST_CASE_METHOD(Fixture, "Sections are ranked by their words, those in headings counting more",
                 "[excerpt]") {
  index::Document post;
  const std::string gap = repeated("아무 상관도 없는 문장이 여기에 이어진다. ", 20);
  post.sections = {{"가", 2, "1", 0, "컬리만 있다.", ""},
                   {"나", 2, "2", 0, "컬리가 있다. " + gap + "키오스크도 있다.", ""},
                   {"다", 2, "3", 0, "컬리의 키오스크가 있다.", ""},
                   {"컬리", 2, "4", 0, "컬리의 키오스크가 있다.", ""},
                   {"라", 2, "5", 0, "컬리만 있다.", ""},
                   {"마", 2, "6", 0, "아무것도 없다.", ""}};
  const Showing showing = shown("컬리 키오스크", post);
  std::string order;
  for (const SectionMatch& section : showing.sections) order += section.anchor;
  CHECK(order == "432");
  CHECK(showing.anchor == "4");
  CHECK(showing.sections[0].marks == std::vector<ByteSpan>{{0, 6}});
  CHECK(bracketed(showing.sections[1].excerpt) == "[컬리의] [키오스크가] 있다.");
  CHECK(showing.sections[2].words == 2);
  post.sections.resize(1);
  post.sections.push_back({"라", 2, "5", 0, "컬리만 있다.", ""});
  CHECK(shown("컬리", post).sections[0].anchor == "1");
}

TEST_CASE_METHOD(Fixture, "A heading right above another shows what is below that", "[excerpt]") {
  index::Document post;
  post.sections = {{"컬리", 2, "1", 0, "", ""},
                   {"첫날", 3, "2", 0, "아침이다.", ""},
                   {"컬리", 2, "3", 0, "", ""},
                   {"다른 날", 2, "4", 0, "저녁이다.", ""}};
  const Showing showing = shown("컬리", post);
  REQUIRE(showing.sections.size() == 2);
  CHECK(showing.anchor == "1");
  CHECK(showing.excerpt.text == "아침이다.");
  CHECK(showing.leads_to_section);
  CHECK(showing.sections[1].excerpt.text.empty());
}

}  // namespace geul::query
