// SPDX-License-Identifier: GPL-2.0-or-later
// query/parse: any bytes are a query in all of its three forms, within the index's limits.
#include <algorithm>
#include <cmath>

#include "common/analysis/analyzer.hpp"
#include "common/text/utf8.hpp"
#include "query/parse/plan.hpp"
#include "tests/fuzz/expect.hpp"

namespace geul::fuzz {

namespace {

using index::Query;

void expect_within(ByteSpan span, const query::TypedQuery& typed) {
  expect(span.begin <= span.end && span.end <= typed.text.size(), "spans within the query");
}

void expect_notes(const std::vector<query::Note>& notes, const query::TypedQuery& typed) {
  for (const query::Note& note : notes) {
    expect(!note.message.empty() && text::is_utf8(note.message), "notes say something");
    expect_within(note.span, typed);
  }
}

void expect_typed(const query::TypedNode& node, const query::TypedQuery& typed) {
  expect_within(node.span, typed);
  expect_within(node.content, typed);
  if (node.children.empty() && node.kind != query::TypedNode::Kind::list)
    expect(slice(typed.text, node.content) == node.text, "a node's text is where it says");
  for (const query::TypedNode& child : node.children) expect_typed(child, typed);
}

void expect_meant(const query::MeantNode& node, const query::TypedQuery& typed) {
  expect_within(node.span, typed);
  expect(node.days.first <= node.days.last, "days in order");
  for (const query::MeantWord& word : node.words) {
    expect_within(word.span, typed);
    expect(!word.terms.empty(), "words have terms");
  }
  for (const query::MeantNode& child : node.children) expect_meant(child, typed);
}

/// Returns how many terms the query has.
std::size_t expect_executable(const Query& query, std::size_t depth) {
  expect(depth <= index::kMaxQueryDepth, "a query's depth");
  expect(std::isfinite(query.factor()) && query.factor() >= 0, "factors");
  expect(query.days().first <= query.days().last, "days in order");
  const bool is_term = query.kind() == Query::Kind::term || query.kind() == Query::Kind::prefix;
  if (is_term) {
    expect(!query.text().empty() && query.text().size() <= index::kMaxIndexTermBytes, "a term");
    expect(text::is_utf8(query.text()), "terms in UTF-8");
    expect(query.text().find('\0') == std::string::npos, "terms without NUL");
  }
  std::size_t terms = is_term ? 1 : 0;
  for (const Query& child : query.children()) terms += expect_executable(child, depth + 1);
  return terms;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static analysis::Analyzer analyzer;
  static const std::vector<index::FacetKey> facets{index::FacetKey("series")};
  const query::TypedQuery typed = query::parse(text_of(data, size), facets);
  expect(text::is_utf8(typed.text) && typed.text.size() <= query::kMaxQueryBytes, "the text");
  expect_typed(typed.root, typed);
  expect_notes(typed.notes, typed);
  const query::MeantQuery meant = query::resolve(typed, analyzer, Day{2024, 7, 18});
  expect_meant(meant.root, typed);
  expect_notes(meant.notes, typed);
  const query::Plan plan =
      query::plan(meant, {}, [](const std::string& term) { return term.size() % 2; });
  expect(expect_executable(plan.query, 1) <= index::kMaxQueryTerms, "a query's terms");
  expect_notes(plan.notes, typed);
  expect(std::is_sorted(plan.origins.begin(), plan.origins.end(),
                        [](const auto& a, const auto& b) { return a.stored < b.stored; }),
         "origins in order");
  expect(text::is_utf8(to_string(typed.root)) && text::is_utf8(to_string(meant.root)) &&
             text::is_utf8(plan.query.to_string()),
         "all three forms can be printed");
  return 0;
}

}  // namespace geul::fuzz
