// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "common/analysis/core/key.hpp"
#include "common/analysis/core/variant.hpp"
#include "tests/unit/analysis/analysis_support.hpp"

namespace {

using geul::test::key_of_word;
using geul::test::syllables_of;
using geul::test::utf8_of;

std::string variant(const std::string& word) {
  const std::u16string run = syllables_of(word);
  const geul::analysis::core::Key key = geul::analysis::core::variant_of({run.data(), run.size()});
  return utf8_of({key.text, key.size});
}

/// What a word has among its own terms.
struct Reading {
  std::string key;
  std::string variant;  ///< of a noun; else empty
};

Reading read(const std::string& word) {
  namespace core = geul::analysis::core;
  const std::u16string run = syllables_of(word);
  const core::Key key = core::key_of({run.data(), run.size()}, core::Attachment::none);
  const core::Key variant = key.is_noun ? core::variant_of(key.view()) : core::Key{};
  return {utf8_of({key.text, key.size}), utf8_of({variant.text, variant.size})};
}

std::string key_behind(const std::string& word, geul::analysis::core::Attachment attachment) {
  const std::u16string run = syllables_of(word);
  const geul::analysis::core::Key key =
      geul::analysis::core::key_of({run.data(), run.size()}, attachment);
  return utf8_of({key.text, key.size});
}

}  // namespace

// The stem must be among the word's own terms: a noun's variant is one of them.
TEST_CASE("every word of the golden table has its key") {
  const auto rows = geul::test::read_table("tests/golden/analysis/keys.tsv");
  CHECK(rows.size() >= 4000);
  std::set<std::string> phenomena;
  for (const auto& row : rows) {
    REQUIRE(row.size() == 3);
    phenomena.insert(row[2]);
    const Reading reading = read(row[0]);
    INFO(row[2] << ": " << row[0] << ": key " << reading.key << ", variant " << reading.variant);
    CHECK((row[1] == reading.key || row[1] == reading.variant));
  }
  CHECK(phenomena.size() >= 80);
}

// A row that has become right belongs to keys.tsv.
TEST_CASE("every known limit is still one") {
  const auto rows = geul::test::read_table("tests/golden/analysis/limits.tsv");
  REQUIRE_FALSE(rows.empty());
  for (const auto& row : rows) {
    REQUIRE(row.size() == 4);
    const Reading reading = read(row[0]);
    INFO(row[3] << ": " << row[0] << ": stem " << row[1]);
    CHECK(reading.key == row[2]);
    CHECK(reading.key != row[1]);
    CHECK(reading.variant != row[1]);
  }
}

TEST_CASE("a noun that may be a form of a native predicate has a second key") {
  CHECK(variant("볼") == "보");
  CHECK(variant("써") == "쓰");
  CHECK(variant("바꾸기") == "바꾸");
  CHECK(variant("흐름") == "흐르");
  CHECK(variant("믿음") == "믿");
  CHECK(variant("책의") == "책");
  for (const char* noun :
       {"데이터", "글", "한", "엔진", "감", "기", "음", "봄날", "메시지", "크론", "사과"}) {
    INFO(noun);
    CHECK(variant(noun).empty());
  }
}

TEST_CASE("behind a number any particle may leave one syllable, behind a word none of the rare") {
  using geul::analysis::core::Attachment;
  CHECK(key_behind("개의", Attachment::number) == "개");
  CHECK(key_behind("개의", Attachment::none) == "개의");
  CHECK(key_behind("회의", Attachment::word) == "회의");
  CHECK(key_behind("팀이", Attachment::word) == "팀");
  CHECK(key_behind("에서는", Attachment::word).empty());
  CHECK(key_behind("에서는", Attachment::none) != "");
}

TEST_CASE("a run that is too long for a word is cut, not analysed") {
  std::string glued;
  for (int i = 0; i < 100; ++i) glued += "가";
  const std::string key = key_of_word(glued);
  CHECK(key.size() == std::size_t{64} * 3);
  CHECK(key == key_of_word(glued + "에서는"));
}
