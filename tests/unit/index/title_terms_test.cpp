// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/title_terms.hpp"

#include <catch2/catch.hpp>

#include "common/index/postings.hpp"
#include "common/index/query.hpp"
#include "common/text/utf8.hpp"
#include "tests/support/random_text.hpp"
#include "tests/unit/index/index_fixture.hpp"

namespace geul::index {

using Terms = std::vector<std::string>;

TEST_CASE("A title is completed from each of its words, folded", "[title-terms]") {
  CHECK(title_terms("[JPA]  데이터 적재", "20220728") == Terms{"XL0[jpa] 데이터 적재\x1F"
                                                               "20220728",
                                                               "XL0jpa] 데이터 적재\x1F"
                                                               "20220728",
                                                               "XL1데이터 적재\x1F"
                                                               "20220728",
                                                               "XL1적재\x1F"
                                                               "20220728"});
  CHECK(title_terms("node.js", "") == Terms{"XL0node.js\x1F"
                                            "00000000",
                                            "XL1js\x1F"
                                            "00000000"});
  CHECK(title_terms("", "").empty());
  CHECK(title_terms(" \t", "").empty());
}

TEST_CASE("A title term is read as it was made", "[title-terms]") {
  const std::string term = title_terms("가\x1F나", "20220728").front();
  const auto read = read_title_term(std::string_view(term).substr(3));
  REQUIRE(read);
  CHECK(read->text == "가\x1F나");
  CHECK(read->day == "20220728");
  CHECK_FALSE(read_title_term("짧"));
  CHECK_FALSE(read_title_term("날짜없는 제목이 이만큼"));
}

TEST_CASE("Title terms fit into the index whatever a title holds", "[title-terms]") {
  test::RandomText random(3);
  for (int round = 0; round < 500; ++round) {
    const std::string title = random.one_in(2) ? random.bytes(400) : random.text(60);
    const Terms terms = title_terms(title, "");
    CHECK(terms.size() <= kMaxTitleStarts);
    for (const std::string& term : terms) {
      CHECK(term.size() <= kMaxIndexTermBytes);
      CHECK(term.find('\0') == std::string::npos);
      CHECK(text::is_utf8(term));
      CHECK(read_title_term(std::string_view(term).substr(3)));
    }
  }
}

TEST_CASE("A document has the terms of its title", "[title-terms]") {
  analysis::Analyzer analyzer;
  const Document document = test::dated(test::post("a", "검색 엔진", ""), "2022-07-28");
  const Postings postings = make_postings(document, test::hash_of("x"), analyzer);
  Terms found;
  for (const Posting& posting : postings.terms)
    if (posting.term.starts_with("XL")) found.push_back(posting.term);
  CHECK(found == title_terms("검색 엔진", "20220728"));
}

}  // namespace geul::index
