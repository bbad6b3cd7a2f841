// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/synonyms.hpp"

#include <catch2/catch.hpp>

#include "common/base/files.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geul;
using index::SynonymLine;
using Words = std::vector<std::string>;

namespace {

index::SynonymTable read(std::string_view text) {
  auto table = index::read_synonyms(text);
  REQUIRE(table);
  return *std::move(table);
}

/// The one warning of a text of one line that is left out.
std::string warning_of(const std::string& line) {
  const index::SynonymTable table = read("\n" + line);
  CHECK(table.lines.empty());
  REQUIRE(table.warnings.size() == 1);
  CHECK(table.warnings[0].place.line == 2);
  CHECK(table.warnings[0].place.file.empty());
  return table.warnings[0].message;
}

}  // namespace

TEST_CASE("synonyms: words, phrases, one way, comments and blank lines") {
  const auto table = read(
      "# all kinds\r\n"
      "쿠버네티스 = kubernetes = k8s   # the cluster\n"
      "\n"
      "  머신\t  러닝=기계 학습  = machine learning\n"
      "왕 => 임금 = 군주\n"
      "C# = 씨샵\n"
      "#왕 = 여왕\n");
  CHECK(table.warnings.empty());
  CHECK(table.lines == std::vector<SynonymLine>{
                           {2, {"쿠버네티스", "kubernetes", "k8s"}, false},
                           {4, {"머신 러닝", "기계 학습", "machine learning"}, false},
                           {5, {"왕", "임금", "군주"}, true},
                           {6, {"C#", "씨샵"}, false},
                       });
}

TEST_CASE("synonyms: a line that says nothing is left out with a warning") {
  using Catch::Contains;
  CHECK_THAT(warning_of("쿠버네티스 kubernetes"), Contains("no '='"));
  CHECK_THAT(warning_of("왕 ="), Contains("no word"));
  CHECK_THAT(warning_of("왕 == 임금"), Contains("no word"));
  CHECK_THAT(warning_of("왕 = !?"), Contains("no word"));
  CHECK_THAT(warning_of("=> 임금"), Contains("no word"));
  CHECK_THAT(warning_of("왕 = 임금 => 군주"), Contains("first word"));
  CHECK_THAT(warning_of("K8s = k8s = Ｋ８Ｓ"), Contains("two different"));
}

TEST_CASE("synonyms: what is written decomposed is read composed") {
  CHECK(read("\u1112\u1161\u11ab = 韓").lines.at(0).words == Words{"한", "韓"});
}

TEST_CASE("synonyms: limits of a line cost its end, or a word") {
  std::string many = "말0";
  for (std::size_t i = 1; i <= index::kMaxSynonymWords; ++i) many += " = 말" + std::to_string(i);
  const auto cut = read(many);
  CHECK(cut.lines.at(0).words.size() == index::kMaxSynonymWords);
  CHECK(cut.warnings.size() == 1);

  const std::string longest(index::kMaxSynonymBytes, 'a');
  CHECK(read(longest + " = b").warnings.empty());
  CHECK(read("b = c = a" + longest).lines.at(0).words == Words{"b", "c"});
  CHECK(read("a" + longest + " => b = c").lines.empty());
}

TEST_CASE("synonyms: a file of too many lines is refused") {
  std::string text;
  for (std::size_t i = 0; i < index::kMaxSynonymLines; ++i) text += "a = b\n# no line\n";
  CHECK(read(text).lines.size() == index::kMaxSynonymLines);
  const auto refused = index::read_synonyms(text + "a = c\n");
  REQUIRE(!refused);
  CHECK(refused.error().code == ErrorCode::limit);
  CHECK(refused.error().place.line == 2 * index::kMaxSynonymLines + 1);
}

TEST_CASE("synonyms: a file's errors and warnings name it") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "synonyms.txt";
  const auto missing = index::load_synonyms(file);
  REQUIRE(!missing);
  CHECK(missing.error().code == ErrorCode::not_found);
  REQUIRE(write_file(file, "왕 = 임금\n왕\n"));
  const auto table = index::load_synonyms(file);
  REQUIRE(table);
  REQUIRE(table->warnings.size() == 1);
  CHECK(table->warnings[0].place.file == file.string());
  CHECK(table->warnings[0].place.line == 2);
}
