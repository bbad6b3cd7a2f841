// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <chrono>
#include <cstddef>
#include <string>

#include "common/analysis/analyzer.hpp"
#include "common/index/query.hpp"
#include "common/text/utf8.hpp"
#include "query/parse/days.hpp"
#include "query/parse/plan.hpp"
#include "query/parse/typed.hpp"
#include "tests/support/random_text.hpp"

namespace geul::query {
namespace {

/// With two facets configured.
TypedQuery read(std::string_view query) {
  return parse(query, {index::FacetKey("series"), index::FacetKey("시리즈")});
}

/// Queries made of everything that the grammar gives a meaning to.
std::string random_query(test::RandomText& random) {
  static const std::vector<std::string> pieces{
      "+",       "-",          "\"",      "(",       ")",        "*",     " AND ", " OR ",
      " NOT ",   "title:",     " ",       "tag:",    "code",     "date",  "date:", "2022-",
      "년 ",     "date:작년 ", "7월 ",    "date:(",  "..",       ":",     "“",     "\xFF",
      " ",       "body:",      "((",      "))",      "\t",       "2022",  "-02",   "!",
      "author:", "\x1B",       "series:", "시리즈:", "Series:(", "series"};
  std::string query;
  for (std::size_t i = random.below(24); i > 0; --i)
    query += random.one_in(2) ? random.pick(pieces) : random.word();
  return query;
}

/// Texts made of what dates are made of.
std::string random_date(test::RandomText& random) {
  static const std::vector<std::string> pieces{
      "2022",  "-",   ".",    "..",   "/",    "7",    "02",   "31",   "0",    "x",     " ",
      " ",     "년 ", "월",   "일 ",  "~",    "～",   "최근", "지난", "주",   "달",    "오늘",
      "작년",  "전",  "부터", "까지", "이후", "이전", "last", "past", "days", "month", "30",
      "since", "to",  "년",   "분기", "동안", "m",    "한",   "반년", "２",   "week",  "20220728"};
  std::string text;
  for (std::size_t n = 1 + random.below(7); n > 0; --n) text += random.pick(pieces);
  return text;
}

struct Size {
  std::size_t nodes = 0;
  std::size_t depth = 0;
};

void measure(const index::Query& query, std::size_t depth, Size& size) {
  ++size.nodes;
  size.depth = std::max(size.depth, depth);
  for (const index::Query& child : query.children()) measure(child, depth + 1, size);
}

Size plan_size(const std::string& query, analysis::Analyzer& analyzer) {
  const Plan made = plan(resolve(read(query), analyzer, Day{2024, 7, 18}), {},
                         [](const std::string&) { return std::size_t{0}; });
  Size size;
  measure(made.query, 1, size);
  return size;
}

void check_spans(const TypedNode& node, const TypedQuery& query) {
  CHECK(node.span.begin <= node.span.end);
  CHECK(node.span.end <= query.text.size());
  if (node.children.empty() && node.kind != TypedNode::Kind::list)
    CHECK(slice(query.text, node.content) == node.text);
  for (const TypedNode& child : node.children) check_spans(child, query);
}

double seconds_for(const std::string& query, analysis::Analyzer& analyzer) {
  const auto start = std::chrono::steady_clock::now();
  static_cast<void>(plan_size(query, analyzer));
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string out;
  while (out.size() + text.size() <= bytes) out += text;
  return out;
}

const std::vector<std::string>& hostile_pieces() {
  static const std::vector<std::string> pieces{"(",
                                               ")",
                                               "\"",
                                               "+",
                                               "-",
                                               "NOT ",
                                               "a AND ",
                                               "a OR ",
                                               "(a ",
                                               "-(",
                                               "title:(",
                                               "tag:(",
                                               "tag:a ",
                                               "series:a ",
                                               "시리즈:(가 ",
                                               "series:a* ",
                                               "a* ",
                                               "가",
                                               "가 ",
                                               "가나다라 ",
                                               "a.b ",
                                               "date:2022 ",
                                               "date:2022년 7월 ",
                                               "date:최근 2022년 ",
                                               "\xFF",
                                               "“",
                                               "((a) OR (b) AND ",
                                               "(a OR b AND (",
                                               "title:-(",
                                               "한글C++x1 "};
  return pieces;
}

}  // namespace

TEST_CASE("Any bytes are a query, with spans that lie within it", "[query]") {
  test::RandomText random(1);
  for (int i = 0; i < 3000; ++i) {
    const TypedQuery query =
        read(random.one_in(3) ? random.bytes(random.below(300)) : random_query(random));
    CAPTURE(query.text);
    CHECK(text::is_utf8(query.text));
    check_spans(query.root, query);
    for (const Note& note : query.notes) CHECK(note.span.end <= query.text.size());
  }
}

TEST_CASE("The typed form, read again, is read as itself", "[query]") {
  // Single words alone; and what looks like a sign behind a parenthesis or a quote is none there.
  test::RandomText random(2);
  for (int i = 0; i < 1000; ++i) {
    const TypedQuery query = read(random_query(random));
    for (const TypedNode& node : query.root.children) {
      if (!node.children.empty() || node.text.find('(') != std::string::npos) continue;
      if (node.text.starts_with('+') || node.text.starts_with('-')) continue;
      const TypedQuery again = read(std::string{slice(query.text, node.span)});
      CAPTURE(query.text, slice(query.text, node.span));
      CHECK(again.root.text == node.text);
    }
  }
}

TEST_CASE("Any bytes can be planned, within the index's limits", "[query]") {
  test::RandomText random(3);
  analysis::Analyzer analyzer;
  for (int i = 0; i < 2000; ++i) {
    const std::string query =
        random.one_in(3) ? random.bytes(random.below(300)) : random_query(random);
    CHECK(plan_size(query, analyzer).depth <= index::kMaxQueryDepth);
  }
}

TEST_CASE("The largest queries stay within the index's limits and take no time", "[query]") {
  analysis::Analyzer analyzer;
  for (const std::string& piece : hostile_pieces()) {
    CAPTURE(piece);
    const std::string query = repeated(piece, kMaxQueryBytes);
    const Size size = plan_size(query, analyzer);
    CHECK(size.depth <= index::kMaxQueryDepth);
    CHECK(size.nodes <= 20'000);
    CHECK(seconds_for(query, analyzer) < 1);
  }
}

TEST_CASE("Megabytes are cut before they cost anything", "[query]") {
  analysis::Analyzer analyzer;
  for (const std::string& piece : hostile_pieces())
    CHECK(seconds_for(repeated(piece, 4'000'000), analyzer) < 1);
}

TEST_CASE("Any text is a date or none; a range's ends are in order", "[query]") {
  test::RandomText random(4);
  std::size_t read = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random_date(random);
    const auto days = read_days(text, {2024, 7, 18});
    if (!days) continue;
    ++read;
    CAPTURE(text);
    CHECK(days->first <= days->last);
    CHECK((exists(days->first) && exists(days->last)));
    CHECK(is_written_as_days(text));
  }
  CHECK(read > 400);
}

TEST_CASE("What a date takes of the words behind it is a date, the longest such", "[query]") {
  test::RandomText random(5);
  for (int i = 0; i < 5000; ++i) {
    const TypedQuery query = parse("date:" + random_date(random));
    const TypedNode& first = query.root.children.empty() ? query.root : query.root.children.front();
    if (first.field != kDateField || first.kind != TypedNode::Kind::word) continue;
    CAPTURE(query.text);
    const bool joined = first.text.find(' ') != std::string::npos;
    CHECK((!joined || is_written_as_days(first.text)));
    if (is_written_as_days(query.text.substr(5))) CHECK(query.root.children.empty());
  }
}

}  // namespace geul::query
