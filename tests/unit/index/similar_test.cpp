// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/similar.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "common/index/reader.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/index/index_fixture.hpp"

namespace geul::index {
namespace {

constexpr std::size_t kDocuments = 100;

std::vector<std::string> words_of(const std::vector<Topic::Word>& words) {
  std::vector<std::string> terms;
  for (const Topic::Word& word : words) terms.push_back(word.term);
  return terms;
}

Topic topic(const std::vector<DocumentTerm>& terms) {
  return topic_of(terms, kDocuments, {});
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("A topic is the words that other posts have and most have not", "[similar]") {
  const Topic found = topic({{"색인", 5, 4}, {"혼자", 5, 1}, {"흔한말", 5, 26}, {"보통", 5, 25}});
  CHECK(words_of(found.words) == Words{"색인", "보통"});
  CHECK(found.tags.empty());
}

TEST_CASE("Numbers, short words, function words and verbs are no topic", "[similar]") {
  CHECK(topic({{"2022", 5, 4},
               {"3.5", 5, 4},
               {"글", 5, 4},
               {"a", 5, 4},
               {"무엇", 5, 4},
               {"만드", 5, 4},
               {"보이", 5, 4}})
            .words.empty());
  CHECK(words_of(topic({{"k8s", 5, 4}, {"c++", 1, 4}}).words) == Words{"k8s", "c++"});
}

TEST_CASE("Terms under a prefix are no words; whole tags are tags", "[similar]") {
  const Topic found = topic(
      {{"B색인", 5, 4}, {"S색인", 0, 4}, {"XT색인", 0, 4}, {"K색인", 0, 4}, {"XC색인", 0, 4}});
  CHECK(found.words.empty());
  CHECK(words_of(found.tags) == Words{"K색인"});
}

TEST_CASE("Frequent and rare words come first, and no more than the limit", "[similar]") {
  CHECK(words_of(topic({{"가가", 1, 4}, {"나나", 9, 4}, {"다다", 9, 2}}).words) ==
        Words{"다다", "나나", "가가"});
  std::vector<DocumentTerm> many;
  for (std::size_t i = 0; i < 2 * kMaxTopicWords; ++i)
    many.push_back({"w" + std::to_string(i) + "x", 1, 5});
  const Topic all = topic(many);
  CHECK(all.words.size() == kMaxTopicWords);
  std::reverse(many.begin(), many.end());
  CHECK(words_of(topic(many).words) == words_of(all.words));
}

TEST_CASE("The posts like one are ranked by what they share, over several databases", "[similar]") {
  const test::TemporaryFolder folder;
  const std::string first = folder / "a";
  const std::string second = folder / "b";
  test::build(first, {test::post("engine", "검색 엔진", "색인 순위 형태소 이야기"),
                      test::post("near", "색인 순위", "검색 엔진 형태소"),
                      test::post("cat", "고양이", "낮잠 창가")});
  test::build(second, {test::post("far", "순위", "야구 형태소"),
                       test::post("soup", "두부 찌개", "멸치 육수")});
  auto reader = Reader::open({first, second});
  REQUIRE(reader);
  CHECK(reader->document_count().value() == 5);
  const auto terms = reader->terms_of(DocumentId("engine"));
  REQUIRE(terms);
  REQUIRE(*terms);
  const Topic found = topic_of(**terms, 5, {});
  CHECK(test::ids(*reader, test::ask(similar_to(found, DocumentId("engine")))) ==
        Words{"near", "far"});
  CHECK_FALSE(reader->terms_of(DocumentId("none")).value());
}

TEST_CASE("A reader tells what documents of a term hold, and counts terms among matches",
          "[lookup]") {
  const test::TemporaryFolder folder;
  Document tagged = test::post("b", "", "zebra horse");
  tagged.tags = {"JPA"};
  test::build(folder / "a", {test::post("a", "", "zebra"), tagged, test::post("c", "", "horse")});
  auto reader = Reader::open({folder / "a"});
  REQUIRE(reader);
  const std::string zebra = test::word_of("zebra");
  const std::string horse = test::word_of("horse");
  CHECK(reader->values("Kjpa", Slot::tags, 9).value() == Words{"\x03JPA"});
  CHECK(reader->values(zebra, Slot::tags, 1).value() == Words{""});
  CHECK(reader->values("none", Slot::tags, 9).value().empty());
  const DocumentSet set = reader->matches(Query::term(zebra)).value();
  CHECK(set.numbers.size() == 2);
  CHECK(reader->frequencies(set, {zebra, horse, "none", "Kjpa"}).value() ==
        std::vector<std::size_t>{2, 1, 0, 1});
  CHECK(reader->frequencies({}, {zebra}).value() == std::vector<std::size_t>{0});
  const auto first = reader->first_documents(Query::term(horse), 1);
  REQUIRE(first);
  REQUIRE(first->size() == 1);
  CHECK(first->front().id.str() == "b");
  CHECK(reader->first_documents(Query::everything(), 9).value().size() == 3);
}

TEST_CASE("The names of all posts come by their ids", "[similar]") {
  const test::TemporaryFolder folder;
  test::build(folder / "a", {test::post("나", "둘째", ""), test::post("가", "첫째", "")});
  auto reader = Reader::open({folder / "a"});
  REQUIRE(reader);
  const auto names = reader->names();
  REQUIRE(names);
  REQUIRE(names->size() == 2);
  CHECK((*names)[0].id.str() == "가");
  CHECK((*names)[0].title == "첫째");
  CHECK((*names)[1].title == "둘째");
}

}  // namespace geul::index
