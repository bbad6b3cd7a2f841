// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <sstream>
#include <string>

#include "common/base/files.hpp"
#include "query/parse/days.hpp"
#include "query/parse/typed.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/query/examples.hpp"

namespace geul::query {
namespace {

constexpr std::string_view kGrammar = "query/parse/GRAMMAR.md";

std::string typed(std::string_view text) {
  return to_string(parse(text).root);
}

bool has_field(const TypedNode& node) {
  return !node.field.empty() || std::ranges::any_of(node.children, has_field);
}

}  // namespace

TEST_CASE("Every example of the grammar reads as it says, without a note", "[grammar]") {
  const auto examples = test::examples_of(kGrammar, "examples");
  REQUIRE(examples.size() > 30);
  for (const test::Example& example : examples) {
    CAPTURE(example.typed);
    CHECK(typed(example.typed) == example.expected);
    CHECK(parse(example.typed).notes.empty());
  }
}

TEST_CASE("Every example with configured facets reads as it says, and as words without them",
          "[grammar]") {
  const std::vector<index::FacetKey> facets{index::FacetKey("series"), index::FacetKey("lang"),
                                            index::FacetKey("reading-time"),
                                            index::FacetKey("시리즈")};
  const auto examples = test::examples_of(kGrammar, "faceted");
  REQUIRE(examples.size() >= 5);
  for (const test::Example& example : examples) {
    CAPTURE(example.typed);
    const TypedQuery query = parse(example.typed, facets);
    CHECK(to_string(query.root) == example.expected);
    CHECK(query.notes.empty());
    CHECK(has_field(query.root));
    CHECK_FALSE(has_field(parse(example.typed).root));
  }
  CHECK(parse("lang: ko", facets).notes.size() == 1);
  CHECK(to_string(parse("lang::ko xlang:ko", facets).root) == "(list lang::ko xlang ko)");
}

TEST_CASE("Every example of what is malformed is read, with a note", "[grammar]") {
  const auto examples = test::examples_of(kGrammar, "noted");
  REQUIRE(examples.size() > 5);
  for (const test::Example& example : examples) {
    CAPTURE(example.typed);
    CHECK(typed(example.typed) == example.expected);
    CHECK_FALSE(parse(example.typed).notes.empty());
  }
}

TEST_CASE("Every date of the grammar's table is the days that it says, alone and in a query",
          "[grammar]") {
  constexpr Day kToday{2024, 7, 18};
  const auto document = read_file(test::project_folder() / kGrammar, 1 << 20);
  REQUIRE(document);
  static const std::regex row(R"(\| (`.*`) \| (\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d) \|)");
  static const std::regex form("`([^`]+)`");
  std::istringstream lines(*document);
  std::size_t forms = 0;
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (!std::regex_match(line, match, row)) continue;
    const std::string cells = match[1];
    for (std::sregex_iterator each(cells.begin(), cells.end(), form), end; each != end; ++each) {
      const std::string text = (*each)[1];
      CAPTURE(text);
      const auto days = read_days(text, kToday);
      REQUIRE(days);
      CHECK(to_iso(days->first) == match[2]);
      CHECK(to_iso(days->last) == match[3]);
      const TypedQuery query = parse("date:" + text + " 검색");
      REQUIRE(query.root.children.size() == 2);
      CHECK(query.root.children[0].text == text);
      ++forms;
    }
  }
  CHECK(forms > 80);
}

TEST_CASE("A date takes twelve words at most and no longer text than a date has", "[grammar]") {
  const std::string gap(200, ' ');
  CHECK(parse("date:2022년" + gap + "7월").root.children.size() == 2);
  CHECK(parse("date:2022년 7월 28일 부터 2023 년 8 월 30 일 까지").root.children.empty());
}

TEST_CASE("Spans say where each part was typed", "[grammar]") {
  const TypedQuery query = parse("검색 +title:\"새 글\" -장애*");
  REQUIRE(query.root.children.size() == 3);
  CHECK(slice(query.text, query.root.children[0].span) == "검색");
  CHECK(slice(query.text, query.root.children[1].span) == "+title:\"새 글\"");
  CHECK(slice(query.text, query.root.children[1].content) == "새 글");
  CHECK(slice(query.text, query.root.children[2].content) == "장애");
}

TEST_CASE("A long query is cut between two characters, with a note", "[grammar]") {
  std::string text;
  while (text.size() <= kMaxQueryBytes) text += "글";
  const TypedQuery query = parse(text);
  CHECK(query.text.size() <= kMaxQueryBytes);
  CHECK(query.text.size() % 3 == 0);
  CHECK(query.notes.size() == 1);
}

TEST_CASE("A long query is cut between two words", "[grammar]") {
  const std::string front(kMaxQueryBytes - 6, 'a');
  CHECK(parse(front + " 글글글").text == front);
  CHECK(parse(front + " 글 글").text == front + " 글");
  CHECK(parse(front + "\xE3\x80\x80글글글").text == front);
  CHECK(parse(front + "글글 글").text == front + "글글");
  const std::string word(kMaxQueryBytes + 10, 'a');
  CHECK(parse("  " + word).text.size() == kMaxQueryBytes);
}

TEST_CASE("Parentheses that are nested too deep are passed over with one note", "[grammar]") {
  const std::string open(kMaxNesting + 5, '(');
  const std::string close(kMaxNesting + 5, ')');
  const TypedQuery query = parse(open + "a b" + close + " c");
  CHECK(to_string(query.root) == "(list (list a b) c)");
  CHECK(query.notes.size() == 1);
}

TEST_CASE("Bytes that are no UTF-8 are replaced, with a note", "[grammar]") {
  const TypedQuery query = parse("a\xFF b");
  CHECK(to_string(query.root) == "(list a\xEF\xBF\xBD b)");
  CHECK(query.notes.size() == 1);
}

}  // namespace geul::query
