// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>

#include "query/suggest/suggester.hpp"
#include "query/suggest/telling.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/index/index_fixture.hpp"

namespace geul::query {
namespace {

constexpr Day kToday{2024, 7, 18};

/// How a text goes on from what was typed; "" where it does not.
std::string reading_of(std::string_view typed, std::string_view text) {
  Reading reading = Reading::exact;
  return goes_on(typed_prefix(typed), text, reading) ? std::string(name_of(reading)) : "";
}

/// "tag 데이터베이스 2" for each suggestion.
std::vector<std::string> lines_of(const std::vector<Suggestion>& found) {
  std::vector<std::string> lines;
  for (const Suggestion& suggestion : found)
    lines.push_back(std::string(name_of(suggestion.kind)) + " " + suggestion.text + " " +
                    std::to_string(suggestion.posts));
  return lines;
}

using Lines = std::vector<std::string>;

class Shelf {
 public:
  Shelf() {
    std::vector<index::Document> posts{
        test::dated(test::post("a", "데이터 적재", "쿠버네티스를 쓴다. 다리는 데이터와 다르다."),
                    "2022-01-01"),
        test::dated(test::post("b", "Kubernetes 데이터베이스", "쿠버네티스로 만든다."),
                    "2023-01-01"),
        test::dated(test::post("c", "데이터 적재", "데일리 글"), "2024-01-01"),
        test::post("d", "이별의 다리", "Kubernetes를 만들었다. 데이터가 크다.")};
    posts[0].tags = {"JPA", "Spring Boot"};
    posts[1].tags = {"Jpa", "쿠버네티스"};
    posts[2].tags = {"JPA"};
    posts[2].categories = {"jpa", "데브옵스"};
    test::build(folder_ / "db", posts);
  }
  [[nodiscard]] std::vector<Suggestion> found(std::string_view typed, std::size_t limit = 10) {
    auto reader = index::Reader::open({folder_ / "db"});
    REQUIRE(reader);
    Suggester suggester(*std::move(reader));
    auto answer = suggester.suggest(typed, limit, kToday);
    REQUIRE(answer);
    return std::move(answer->found);
  }
  [[nodiscard]] Lines lines(std::string_view typed, std::size_t limit = 10) {
    return lines_of(found(typed, limit));
  }

 private:
  test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("A text goes on from what was typed letter by letter, composed on, or by initials",
          "[suggest]") {
  CHECK(reading_of("데이", "데이터") == "exact");
  CHECK(reading_of("데잍", "데이터") == "half_typed");
  CHECK(reading_of("데이ㅌ", "데이터") == "half_typed");
  CHECK(reading_of("더", "데이터").empty());
  CHECK(reading_of("ㄷ", "데이터") == "half_typed");
  CHECK(reading_of("ㄷㅇ", "데이터") == "initials");
  CHECK(reading_of("ㄷ이", "데이터") == "initials");
  CHECK(reading_of("ㄷㅇㅌㄹ", "데이터").empty());
  CHECK(reading_of("ㄳ", "가설") == "half_typed");
  CHECK(reading_of("sre ㅌ", "sre 팀") == "half_typed");
  CHECK(reading_of("SRE 티", "sre 팀") == "half_typed");
  CHECK(reading_of("ＳＲ", "sre") == "exact");
  CHECK(reading_of("고", "과일") == "half_typed");
  CHECK(reading_of("", "데이터").empty());
  CHECK(reading_of(" \xFF ", "데이터").empty());
}

TEST_CASE("Words that say little, and forms of others, are told", "[suggest]") {
  for (const char* const word : {"글", "a", "ㅋㅋ", "the", "무엇"}) CHECK_FALSE(is_telling(word));
  for (const char* const word : {"글쓰기", "k8s", "2022"}) CHECK(is_telling(word));
  const auto posts_of = [](const std::string& word) -> std::size_t {
    return word == "알고리즘" || word == "글" ? 100 : 0;
  };
  CHECK(is_form_of_another("알고리즘인", 2, posts_of));
  CHECK(is_form_of_another("글의", 20, posts_of));
  CHECK(is_form_of_another("글들", 20, posts_of));
  CHECK_FALSE(is_form_of_another("글의", 21, posts_of));
  CHECK_FALSE(is_form_of_another("알고리즘인", 3, posts_of));
  CHECK_FALSE(is_form_of_another("글자", 1, posts_of));
  CHECK(is_noun_before("다리", ""));
  CHECK(is_noun_before("다리", "를"));
  CHECK_FALSE(is_noun_before("다리", "는"));
  CHECK_FALSE(is_noun_before("나타나", ""));
}

TEST_CASE("Names come first, then words, then titles by date, each once", "[suggest]") {
  Shelf shelf;
  CHECK(shelf.lines("데이") == Lines{"word 데이터 3", "word 데이터베이스 1", "title 데이터 적재 1",
                                     "title Kubernetes 데이터베이스 1", "word 데일리 1"});
  const auto found = shelf.found("데이터 적");
  CHECK(lines_of(found) == Lines{"word 적재 2", "title 데이터 적재 1"});
  CHECK(found[1].id.str() == "c");  // the newer of two with one title
  CHECK(found[1].query.empty());
  CHECK(shelf.lines("데이", 3).size() == 3);
  CHECK(shelf.lines("데이", 0).empty());
}

TEST_CASE("Tags and categories are spelled as most posts do; one that is both is a tag",
          "[suggest]") {
  Shelf shelf;
  const auto found = shelf.found("ｊｐ");
  CHECK(lines_of(found) == Lines{"tag JPA 3"});
  CHECK(found[0].query == "tag:JPA");
  CHECK(shelf.lines("데브") == Lines{"category 데브옵스 1"});
  const auto phrase = shelf.found("spring b");
  REQUIRE_FALSE(phrase.empty());
  CHECK(phrase[0].text == "Spring Boot");
  CHECK(phrase[0].query == "tag:\"Spring Boot\"");
}

TEST_CASE("A word that is a tag is no word; Latin words are shown as posts write them",
          "[suggest]") {
  Shelf shelf;
  CHECK(shelf.lines("쿠버") == Lines{"tag 쿠버네티스 1"});
  CHECK(shelf.lines("ㅋㅂㄴㅌ") == Lines{"tag 쿠버네티스 1"});
  CHECK(shelf.lines("kubernetes") == Lines{"word Kubernetes 2", "title Kubernetes 데이터베이스 1"});
}

TEST_CASE("Native stems are no words but where a title has the noun", "[suggest]") {
  Shelf shelf;
  CHECK(shelf.lines("만드").empty());
  CHECK(shelf.lines("다리") == Lines{"word 다리 2", "title 이별의 다리 1"});
}

TEST_CASE("The words before the last narrow, in the query language", "[suggest]") {
  Shelf shelf;
  const auto found = shelf.found("쿠버네티스 데잍");
  CHECK(lines_of(found) == Lines{"word 데이터 1", "word 데이터베이스 1", "title 데이터 적재 1",
                                 "title Kubernetes 데이터베이스 1"});
  CHECK(found[0].query == "쿠버네티스 데이터");
  CHECK(found[2].id.str() == "a");
  CHECK(shelf.lines("tag:쿠버네티스 데이터") ==
        Lines{"word 데이터베이스 1", "title Kubernetes 데이터베이스 1"});
  CHECK(shelf.lines("없는말 데이터").empty());
}

TEST_CASE("The other layout is read where nothing else goes on", "[suggest]") {
  Shelf shelf;
  const auto found = shelf.found("zjqj");  // 쿠버 is znqj
  CHECK(found.empty());
  const auto korean = shelf.found("znqj");
  CHECK(lines_of(korean) == Lines{"tag 쿠버네티스 1"});
  CHECK(korean[0].reading == Reading::keyboard);
  CHECK(lines_of(shelf.found("ㅓㅔㅁ")) == Lines{"tag JPA 3"});
}

TEST_CASE("Any bytes are what is being typed", "[suggest]") {
  Shelf shelf;
  for (const std::string& typed :
       {std::string(), std::string("\xFF\xFE"), std::string(5000, 'x'), std::string("\0a", 2),
        std::string("\"( 데"), std::string("ㅏㅑ"), std::string("🙂")})
    CHECK(shelf.found(typed).size() <= 10);
}

}  // namespace geul::query
