// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/units.hpp"

#include <catch2/catch.hpp>

#include "common/text/utf8.hpp"
#include "indexer/site/page_terms.hpp"
#include "indexer/site/term_file.hpp"
#include "tests/support/random_text.hpp"

namespace geul::indexer::site {
namespace {

index::Document document_of(std::vector<index::Section> sections) {
  index::Document document;
  document.id = DocumentId("a.md");
  document.sections = std::move(sections);
  return document;
}

index::Section section(std::string heading, std::string text, std::string code = {}) {
  return {std::move(heading), 2, "앵커", 0, std::move(text), std::move(code)};
}

std::size_t bytes_of(const Fragment& fragment) {
  std::size_t bytes = 0;
  for (const FragmentPart& part : fragment.parts)
    bytes += part.heading.size() + part.anchor.size() + part.content.size();
  return bytes;
}

index::Document random_document(std::uint64_t seed) {
  test::RandomText random(seed);
  std::vector<index::Section> sections;
  for (std::size_t left = random.below(12); left > 0; --left)
    sections.push_back(section(random.word(), random.text(random.below(600)),
                               random.one_in(3) ? random.text(random.below(300)) : ""));
  return document_of(std::move(sections));
}

}  // namespace

TEST_CASE("units: a page without text has one, without parts") {
  const index::Document document = document_of({});
  const Units units(document);
  CHECK(units.units().size() == 1);
  const auto fragments = make_fragments(document, units);
  REQUIRE(fragments.size() == 1);
  CHECK(fragments[0].parts.empty());
  CHECK(fragments[0].url == "a.md");
}

TEST_CASE("units: sections share one while they fit; a heading alone is a part") {
  const index::Document document =
      document_of({section("하나", "글"), section("둘", ""), section("셋", "글", "code")});
  const auto fragments = make_fragments(document, Units(document));
  REQUIRE(fragments.size() == 1);
  REQUIRE(fragments[0].parts.size() == 4);
  CHECK(fragments[0].parts[1].heading == "둘");
  CHECK(fragments[0].parts[1].content.empty());
  CHECK(fragments[0].parts[3].kind == PartKind::code);
}

TEST_CASE("units: a long section is cut at lines, sentences or spaces") {
  const std::string line(1500, 'a');
  const index::Document lines = document_of({section("", line + "\n" + line)});
  auto fragments = make_fragments(lines, Units(lines));
  REQUIRE(fragments.size() == 2);
  CHECK(fragments[0].parts[0].content == line + "\n");
  const index::Document sentences = document_of({section("", line + ". " + line)});
  fragments = make_fragments(sentences, Units(sentences));
  REQUIRE(fragments.size() == 2);
  CHECK(fragments[0].parts[0].content == line + ". ");
}

TEST_CASE("units: joined they are the text, cut at characters, and none is too long") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const index::Document document = random_document(seed);
    const Units units(document, 700);
    std::string expected;
    for (const index::Section& part : document.sections) expected += part.text + part.code;
    std::string found;
    for (const Fragment& fragment : make_fragments(document, units)) {
      CHECK(bytes_of(fragment) <= 700 + 256 + 200);
      for (const FragmentPart& part : fragment.parts) {
        CHECK(text::is_utf8(part.content));
        found += part.content;
      }
    }
    CHECK(found == expected);
  }
}

TEST_CASE("units: each byte of a section is said to be where its fragment has it") {
  for (std::uint64_t seed = 100; seed < 130; ++seed) {
    const index::Document document = random_document(seed);
    const Units units(document, 500);
    for (std::size_t unit = 0; unit < units.units().size(); ++unit)
      for (const UnitPart& part : units.units()[unit]) {
        if (part.span.empty()) continue;
        CHECK(units.unit_of(part.section, part.kind, part.span.begin) == unit);
        CHECK(units.unit_of(part.section, part.kind, part.span.end - 1) == unit);
        if (part.span.begin == 0 && part.kind == PartKind::prose)
          CHECK(units.unit_of_heading(part.section) == unit);
      }
  }
}

TEST_CASE("units: a summary is the first part, unless the text begins with it") {
  index::Document document = document_of({section("", "첫 문장이다. 둘째 문장이다.")});
  document.summary = "다른 말";
  auto fragments = make_fragments(document, Units(document));
  REQUIRE(fragments[0].parts.size() == 2);
  CHECK(fragments[0].parts[0].kind == PartKind::summary);
  CHECK(fragments[0].parts[0].content == "다른 말");
  for (const std::string summary : {"첫 문장이다.", "첫 문장이다…", "첫 문장이..."}) {
    document.summary = summary;
    fragments = make_fragments(document, Units(document));
    CHECK(fragments[0].parts.size() == 1);
  }
}

TEST_CASE("page terms: a term's unit is the first in which it stands most often") {
  const std::string filler(450, 'x');
  index::Document document =
      document_of({section("", "사과 " + filler), section("", "배 " + filler),
                   section("사과", "배 사과 " + filler, "감 = 배")});
  document.title = "배 포도";
  analysis::Analyzer analyzer;
  const Units units(document, 500);
  REQUIRE(units.units().size() == 3);
  const PageTerms terms = find_terms(document, units, analyzer);
  index::FieldWeights weights;
  weights.heading = 7;
  weights.code = 4;
  CHECK(find_terms(document, units, analyzer, weights).words.at("사과").frequency == 1 + 7 + 1);
  CHECK(find_terms(document, units, analyzer, weights).length ==
        terms.length + (7 - 2) * 2 + (4 - 1) * 4);
  const auto& apple = terms.words.at("사과");
  CHECK(apple.best_unit() == 2);
  CHECK(apple.frequency == 1 + 2 + 1);
  CHECK(apple.fields == kHeadingBit);
  const auto& pear = terms.words.at("배");
  CHECK(pear.best_unit() == 2);
  CHECK(pear.fields == (kTitleBit | kCodeBit));
  const auto& grape = terms.words.at("포도");
  CHECK(grape.best_unit() == 0);
  CHECK(grape.fields == (kTitleBit | kNotBodyBit));
  CHECK(terms.pairs.at("포도").fields == 0);
  CHECK(!terms.words.contains("a.md"));
}

}  // namespace geul::indexer::site
