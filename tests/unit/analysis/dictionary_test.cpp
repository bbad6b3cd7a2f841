// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/dictionary.hpp"

#include <catch2/catch.hpp>

#include "common/analysis/dictionary_file.hpp"
#include "common/base/files.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/analysis/analysis_support.hpp"

namespace {

using geul::analysis::Analyzer;
using geul::analysis::Dictionary;
using geul::analysis::DictionaryEntry;
using geul::test::describe;
using geul::test::tokens_of;
using Words = std::vector<std::string>;
using Found = std::set<std::string_view>;

/// The key of a word by a dictionary.
std::string key_by(const Words& words, const std::string& word) {
  Analyzer analyzer(geul::analysis::make_dictionary(words));
  const auto tokens = tokens_of(word, analyzer);
  for (const auto& token : tokens)
    if (token.family == geul::analysis::Family::word) return token.term;
  return {};
}

geul::analysis::DictionaryFile read(std::string_view text) {
  auto file = geul::analysis::read_dictionary(text);
  REQUIRE(file);
  return *std::move(file);
}

std::string warning_of(const std::string& line) {
  const auto file = read("배민\n" + line);
  CHECK(file.entries == std::vector<DictionaryEntry>{{"배민", 1}});
  REQUIRE(file.warnings.size() == 1);
  CHECK(file.warnings[0].place.line == 2);
  return file.warnings[0].message;
}

}  // namespace

TEST_CASE("dictionary: a word is the key before nothing, particles, the plural and the copula") {
  const Words words{"바로고", "우아한", "하이퍼클로바", "배달의민족", "카카오"};
  for (const std::string& word : words)
    for (const char* const tail :
         {"", "에서", "에서는", "까지만도", "의", "보다", "들", "들에게만은", "이다", "입니다",
          "이었다", "이지만", "이에요", "에게서", "처럼"}) {
      INFO(word << tail);
      CHECK(key_by(words, word + tail) == word);
    }
  for (const char* const tail :
       {"는", "를", "가", "와", "로", "였다", "예요", "다", "라고", "지만"})
    CHECK(key_by(words, std::string("바로고") + tail) == "바로고");
  for (const char* const tail : {"은", "을", "이", "과", "으로", "이나", "이라서"})
    CHECK(key_by(words, std::string("우아한") + tail) == "우아한");
}

TEST_CASE("dictionary: what agrees with the tables in no way is no tail of a word") {
  const Words words{"바로고", "한국"};
  for (const char* const word : {"바로고은", "바로고민", "바로고으로", "한국인", "한국어",
                                 "새바로고", "바로", "한국이에서"}) {
    INFO(word);
    CHECK(key_by(words, word) == key_by({}, word));
  }
}

TEST_CASE("dictionary: the longest word wins that leaves nothing but a tail") {
  const Words words{"우아한", "우아한형제", "우아한형제들", "우아한형제들의"};
  CHECK(key_by(words, "우아한형제들은") == "우아한형제들");
  CHECK(key_by(words, "우아한형제들의") == "우아한형제들의");
  CHECK(key_by(words, "우아한형제는") == "우아한형제");
  CHECK(key_by(words, "우아한이나") == "우아한");
  CHECK(key_by({"우아한", "우아한형제들"}, "우아한형제들이") == "우아한형제들");
  CHECK(key_by({"우아한", "우아한형제들민족"}, "우아한들은") == "우아한");
}

TEST_CASE("dictionary: a word's pairs are a stem's, its variant and alternates are gone") {
  Analyzer analyzer(geul::analysis::make_dictionary({"흐름", "소쩍이"}));
  CHECK(describe(tokens_of("흐름은", analyzer)) == "0 word 흐름, 0 pair 흐름, 0 tail_pair 름은");
  CHECK(describe(tokens_of("소쩍이 흐름", analyzer)) ==
        "0 word 소쩍이, 0 pair 소쩍, 0 pair 쩍이, 1 crossing_pair 이흐, 1 word 흐름, 1 pair 흐름");
  CHECK(analyzer.alternates_of("소쩍이를").empty());
  CHECK(analyzer.alternates_of("소쩍새이") == Analyzer().alternates_of("소쩍새이"));
}

TEST_CASE("dictionary: holds behind other letters and in every way of writing a text") {
  const Words words{"바로고"};
  CHECK(tokens_of("SRE바로고는").size() != 0);
  Analyzer analyzer(geul::analysis::make_dictionary(words));
  CHECK(describe(tokens_of("SRE바로고", analyzer)) ==
        "0 word sre, 1 word 바로고, 1 pair 바로, 1 pair 로고");
  CHECK(key_by(words, "\u1107\u1161\u1105\u1169\u1100\u1169\u1102\u1173\u11ab") == "바로고");
  CHECK(key_by(words, "바로\u00ad고는") == "바로고");
}

TEST_CASE("dictionary: tells the words that a text knows by it") {
  const Dictionary dictionary({"바로고", "우아한", "우아한형제들", "카카오", "우아한"});
  CHECK(dictionary.size() == 4);
  Found found;
  dictionary.find("바로고민 우아한형제들이 \u110f\u1161\u110f\u1161\u110b\u1169!", found);
  CHECK(found == Found{"우아한형제들", "카카오"});
  CHECK(Dictionary({"가", "abc", "", "배달 민족", std::string(90, 'a')}).size() == 0);
  CHECK(geul::analysis::make_dictionary({}) == nullptr);
}

TEST_CASE("dictionary: the rules keep some words whole by themselves") {
  using geul::analysis::is_kept_whole;
  for (const char* const word : {"검색", "카카오톡", "고양이"}) {
    INFO(word);
    CHECK(is_kept_whole(word));
  }
  // Cut alone, under a particle, by a variant; no word at all.
  for (const char* const word : {"우아한", "배달의", "소쩍이", "흐름", "물", "SRE팀", ""}) {
    INFO(word);
    CHECK_FALSE(is_kept_whole(word));
  }
}

TEST_CASE("dictionary: many words of one beginning, and none") {
  Words words;
  for (char16_t c = 0xAC00; c < 0xAC00 + 2000; ++c)
    words.push_back(geul::test::utf8_of(std::u16string(u"카카") + c));
  for (std::size_t i = 0; i < words.size(); i += 97)
    CHECK(key_by(words, words[i] + "까지") == words[i]);
  CHECK(key_by(words, "카카오톡은") == key_by({}, "카카오톡은"));
}

TEST_CASE("dictionary file: words, comments and blank lines") {
  const auto file = read(
      "\xEF\xBB\xBF# names\r\n  배달의민족  # a shop\r\n\r\n\u1107\u1161\u1105\u1169"
      "\u1100\u1169\n#바로\n배달의민족");
  CHECK(file.warnings.empty());
  CHECK(file.entries ==
        std::vector<DictionaryEntry>{{"배달의민족", 2}, {"바로고", 4}, {"배달의민족", 6}});
}

TEST_CASE("dictionary file: what is no word is named with its line") {
  using Catch::Contains;
  CHECK_THAT(warning_of("배달의 민족"), Contains("several words"));
  CHECK_THAT(warning_of("SRE팀"), Contains("other letters"));
  CHECK_THAT(warning_of("C++"), Contains("C++"));
  CHECK_THAT(warning_of("k8s"), Contains("without Hangul"));
  CHECK_THAT(warning_of("!?"), Contains("no word"));
  CHECK_THAT(warning_of("배달-민족"), Contains("punctuation"));
  CHECK_THAT(warning_of("물"), Contains("one syllable"));
  CHECK_THAT(warning_of("ㅋㅋㅋ"), Contains("whole syllables"));
  CHECK_THAT(warning_of("배달ㅋ"), Contains("punctuation") || Contains("whole"));
  std::string longest;
  for (int i = 0; i < 20; ++i) longest += "가";
  CHECK(read(longest).entries.size() == 1);
  CHECK_THAT(warning_of(longest + "가"), Contains("20"));
}

TEST_CASE("dictionary file: too many words are refused, a file's errors name it") {
  std::string text;
  for (std::size_t i = 0; i < geul::analysis::kMaxDictionaryWords; ++i) text += "바로고\n";
  CHECK(read(text).entries.size() == geul::analysis::kMaxDictionaryWords);
  const geul::test::TemporaryFolder folder;
  const auto path = folder / "words.txt";
  CHECK(geul::analysis::load_dictionary(path).error().code == geul::ErrorCode::not_found);
  REQUIRE(geul::write_file(path, text + "\n카카오\n"));
  const auto refused = geul::analysis::load_dictionary(path);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == geul::ErrorCode::limit);
  CHECK(refused.error().place.file == path.string());
  CHECK(refused.error().place.line == geul::analysis::kMaxDictionaryWords + 2);
  REQUIRE(geul::write_file(path, "물\n"));
  CHECK(geul::analysis::load_dictionary(path)->warnings.at(0).place.file == path.string());
}
