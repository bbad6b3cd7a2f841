// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "common/analysis/core/key.hpp"
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

std::string key_behind(const std::string& word, geul::analysis::core::Attachment attachment) {
  const std::u16string run = syllables_of(word);
  const geul::analysis::core::Key key =
      geul::analysis::core::key_of({run.data(), run.size()}, attachment);
  return utf8_of({key.text, key.size});
}

}  // namespace

TEST_CASE("every word of the golden table has its key") {
  const auto rows = geul::test::read_table("tests/golden/analysis/keys.tsv");
  REQUIRE(rows.size() >= 300);
  for (const auto& row : rows) {
    REQUIRE(row.size() == 3);
    INFO(row[2] << ": " << row[0]);
    CHECK(key_of_word(row[0]) == row[1]);
  }
}

TEST_CASE("a word that is its own key may have a second one") {
  CHECK(variant("따른") == "따르");
  CHECK(variant("지난") == "지나");
  CHECK(variant("나눠") == "나누");
  CHECK(variant("마셔") == "마시");
  CHECK(variant("데이터").empty());
  CHECK(variant("글").empty());
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
