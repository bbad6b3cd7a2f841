// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/terms.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "common/index/query.hpp"
#include "common/text/normalize.hpp"

namespace geul::index {
namespace {

TEST_CASE("words and pairs stand behind their field's prefix") {
  CHECK(word_term(Field::title, "검색") == "S검색");
  CHECK(pair_term("검색") == "B검색");
  CHECK(pair_term(Field::title, "검색") == "SB검색");
  CHECK(word_term(Field::code, "x") == "XKx");
}

TEST_CASE("a name is compared folded and trimmed") {
  CHECK(name_term(Field::tag, " Spring  Boot ") == "Kspring boot");
  CHECK(name_term(Field::category, "대외활동") == "XC대외활동");
  CHECK(name_term(Field::author, "이승윤") == name_term(Field::author, text::to_nfc("이승윤")));
  CHECK(name_term(Field::tag, "  ").empty());
}

TEST_CASE("a name that is no term stands there as a hash") {
  const std::string longer(220, 'a');
  const std::string term = name_term(Field::tag, longer);
  CHECK(term.size() == 2 + 32);
  CHECK(term.starts_with("KH"));
  CHECK(term != name_term(Field::tag, longer + "b"));
  CHECK(name_term(Field::tag, std::string(kMaxNameTermBytes, 'a')).size() == 1 + kMaxNameTermBytes);
  CHECK(name_term(Field::tag, std::string("a\0b", 3)).starts_with("KH"));
}

TEST_CASE("a document's key is the hash of its id") {
  const DocumentKey key = key_of(DocumentId("a/b.md"));
  CHECK(key.str().size() == 33);
  CHECK(key.str().front() == 'Q');
  CHECK(key != key_of(DocumentId("a/c.md")));
}

TEST_CASE("a value of a configured facet is a term that fits, whatever its length") {
  const FacetKey key(std::string(kMaxFacetKeyBytes, 'k'));
  CHECK(facet_term(FacetKey("series"), " 이직  이야기 ") == "XFseries:이직 이야기");
  CHECK(facet_term(FacetKey("series"), "  ").empty());
  CHECK(facet_word_term(FacetKey("series"), "이직") == "XEseries:이직");
  CHECK(facet_pair_term(FacetKey("series"), "이직") == "XEseries:B이직");
  for (const std::size_t length : {199U, 200U, 201U, 5000U}) {
    const std::string term = facet_term(key, std::string(length, 'v'));
    CHECK(term.starts_with(facet_prefix(key)));
    CHECK(term.size() <= kMaxIndexTermBytes);
  }
  CHECK(facet_term(key, std::string(201, 'v')).substr(facet_prefix(key).size(), 1) == "H");
}

TEST_CASE("no two families of terms share a prefix") {
  std::set<std::string> prefixes{"", std::string(kPairMark), std::string(kIdPrefix),
                                 std::string(kFacetPrefix), std::string(kFacetWordPrefix)};
  std::size_t count = prefixes.size();
  for (const FieldInfo& row : kFields) {
    CHECK(&info(row.field) == &row);
    CHECK(field_named(row.name) == row.field);
    prefixes.insert(std::string(row.prefix));
    prefixes.insert(std::string(row.prefix) + std::string(kPairMark));
    count += 2;
    if (row.name_prefix.empty()) continue;
    prefixes.insert(std::string(row.name_prefix));
    ++count;
  }
  CHECK(prefixes.size() == count);
}

TEST_CASE("only fields of names have a prefix for names") {
  for (const FieldInfo& row : kFields)
    CHECK((row.kind == FieldKind::name) == !row.name_prefix.empty());
}

}  // namespace
}  // namespace geul::index
