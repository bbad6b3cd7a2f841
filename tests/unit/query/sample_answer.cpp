// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/query/sample_answer.hpp"

namespace geul::test {

using analysis::Family;
using index::BuiltinFacet;
using index::Field;
using index::Query;
using query::MeantNode;

namespace {

constexpr const char* kEvil =
    "\x1B]0;x\x07 \x9B"
    "31m\xE2\x80\xAE \t\n\r\x01";

MeantNode meant() {
  MeantNode word;
  word.kind = MeantNode::Kind::words;
  word.words = {{"컬리에", {0, 9}, {{Family::word, text::Script::hangul, "컬리"}}}};
  MeantNode tag;
  tag.kind = MeantNode::Kind::name;
  tag.field = Field::tag;
  tag.text = "이직";
  MeantNode list;
  list.children = {word, tag};
  return list;
}

Query executed() {
  return Query::boosted(
      Query::scaled(0, Query::all({Query::term("K이직"),
                                   Query::any({Query::term("컬리"), Query::term("B컬리")})})),
      {Query::scaled(1.2, Query::term("B컬리")), Query::scaled(1, Query::term("컬리"))});
}

index::Document post() {
  index::Document post;
  post.id = DocumentId("_posts/2022-07-28-career.md");
  post.path = post.id.str();
  post.url = "/career/";
  post.title = "컬리에 다녀와서";
  post.tags = {"이직"};
  post.categories = {"대외활동"};
  post.authors = {"글지기"};
  post.date = from_iso("2022-07-28T00:00:00+09:00");
  return post;
}

}  // namespace

query::Answer sample_answer() {
  query::Answer answer;
  answer.typed = query::parse("컬리에 tag:이직");
  answer.meant.root = meant();
  answer.executed = executed();
  answer.total = {1, true};
  query::Showing showing{{{0, 9}}, {"컬리에 다녀왔다.", {{0, 9}}, false, true}, "첫날", "첫날", {}};
  showing.sections = {{"첫날", "첫날", 2, 1, {}, showing.excerpt}};
  showing.leads_to_section = true;
  answer.hits.push_back(
      {{post(), 3.25, {"컬리", "B컬리", "K이직"}},
       showing,
       {{.word = "컬리에",
         .whole = true,
         .families = {Family::word, Family::pair},
         .terms = {"컬리", "B컬리"}},
        {.word = "이직",
         .field = Field::tag,
         .whole = true,
         .families = {Family::word},
         .terms = {"K이직"}}},
       false,
       {{query::ScorePart::Kind::term, "컬리에", "B컬리", query::Rung::exact, 1.5},
        {query::ScorePart::Kind::term, "컬리에", "컬리", query::Rung::exact, 1.75}}});
  answer.facets = {{BuiltinFacet::year, {{"2022", 1, false, {}}}, true, 0}};
  return answer;
}

query::Answer hostile_answer() {
  query::Answer answer = sample_answer();
  index::Document& post = answer.hits[0].hit.document;
  post.id = DocumentId(post.id.str() + kEvil);
  for (std::string* text : {&post.path, &post.url, &post.title, &post.summary, &post.series})
    *text += kEvil;
  post.tags.emplace_back(kEvil);
  post.categories.emplace_back(kEvil);
  post.authors.emplace_back(kEvil);
  query::Showing& showing = answer.hits[0].showing;
  for (std::string* text : {&showing.excerpt.text, &showing.heading, &showing.anchor})
    *text += kEvil;
  query::SectionMatch more = showing.sections[0];
  for (std::string* text : {&more.heading, &more.anchor, &more.excerpt.text}) *text += kEvil;
  showing.sections.push_back(more);
  answer.hits[0].reasons[0].word += kEvil;
  answer.hits[0].reasons[0].stands_for = kEvil;
  answer.hits[0].shares[0].word += kEvil;
  answer.corrections.push_back({{0, 3}, kEvil, kEvil});
  answer.facets[0].values.push_back({kEvil, 1, true, {}});
  answer.facets[0].values.push_back({"대외활동", 2, true, {}});
  answer.notes.push_back({kEvil, {}});
  return answer;
}

}  // namespace geul::test
