// SPDX-License-Identifier: GPL-2.0-or-later
// query/: any bytes are answered from a small index, whatever the rungs make of them.
#include <algorithm>
#include <cmath>
#include <string>

#include "common/index/synonyms.hpp"
#include "common/text/utf8.hpp"
#include "query/answer.hpp"
#include "query/rungs/characters.hpp"
#include "query/rungs/keyboard.hpp"
#include "query/rungs/spelling.hpp"
#include "query/rungs/typing.hpp"
#include "tests/fuzz/small_index.hpp"

namespace geul::fuzz {

namespace {

query::Searcher& searcher() {
  static const ScratchFolder folder;
  static query::Searcher one = [] {
    const std::string database = small_index(folder);
    const auto synonyms =
        index::read_synonyms("쿠버네티스 = kubernetes = k8s\n검색 엔진 = 서치\n컬리 => 마켓컬리\n");
    return query::Searcher(index::Reader::open({database}).value(), synonyms.value());
  }();
  return one;
}

void expect_shares(const query::ShownHit& shown) {
  double sum = 0;
  for (const query::Share& share : shown.shares) sum += share.score;
  expect(std::abs(sum - shown.hit.score) < 1e-6, "shares add up to the score");
}

void expect_alternatives(const query::MeantNode& node) {
  for (const query::Alternative& alternative : node.alternatives) {
    expect(!alternative.words.empty(), "an alternative has words");
    for (const query::MeantWord& word : alternative.words)
      expect(!word.terms.empty(), "and these have terms");
  }
  expect(node.alternatives.empty() || node.occurrence != query::Occurrence::must_not,
         "excluded words are what they are");
  for (const query::MeantNode& child : node.children) expect_alternatives(child);
}

void expect_texts(std::string_view typed) {
  expect(text::is_utf8(query::to_korean_layout(typed)), "the Korean layout gives UTF-8");
  expect(text::is_utf8(query::to_latin_layout(typed)), "the Latin layout gives UTF-8");
  const std::u16string characters = query::to_utf16(typed);
  for (const query::Spelling& spelling : query::loanword_spellings(characters))
    expect(spelling.text != characters, "a spelling is another");
  for (const query::WordPattern& pattern : query::half_typed_patterns(characters))
    expect(!pattern.places.empty(), "a pattern has places");
  const auto initials = query::initials_pattern(characters);
  expect(initials.has_value() == query::has_initials(characters), "initials have a pattern");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  query::Request request;
  request.today = Day{2024, 7, 18};
  request.explain = true;
  const auto answered = searcher().answer(text_of(data, size), request, query::Detail::full);
  expect(answered.has_value(), "any bytes are answered");
  expect_alternatives(answered->meant.root);
  if (answered->sort == index::Sort::relevance)
    for (const query::ShownHit& shown : answered->hits) expect_shares(shown);
  for (const query::Note& note : answered->notes)
    expect(text::is_utf8(note.message) && note.span.end <= answered->typed.text.size(), "notes");
  for (const query::Correction& correction : answered->corrections)
    expect(text::is_utf8(correction.typed) && !correction.instead.empty(), "corrections");
  expect_texts(answered->typed.text);
  return 0;
}

}  // namespace geul::fuzz
