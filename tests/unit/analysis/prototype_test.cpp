// SPDX-License-Identifier: GPL-2.0-or-later
// Compares the core with the prototype whose keys were measured, over the words of the shared
// posts and query sets. Where the two differ, a rule of ours must explain it.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <koan.hpp>
#include <set>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/key.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/analysis/analysis_support.hpp"

namespace {

namespace core = geul::analysis::core;
namespace fs = std::filesystem;
using Words = std::set<std::u16string>;

void collect(const fs::path& file, Words& words) {
  std::ifstream in(file, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  std::u16string word;
  for (const char16_t c : koan::u16(text + " ")) {
    if (core::is_syllable(c)) {
      word += c;
    } else if (!word.empty()) {
      if (word.size() <= core::kMaxRun) words.insert(word);
      word.clear();
    }
  }
}

Words shared_words() {
  Words words;
  for (const char* folder : {"posts", "ir"})
    for (const auto& entry : fs::recursive_directory_iterator(geul::test::shared_folder() / folder))
      if (entry.is_regular_file()) collect(entry.path(), words);
  return words;
}

core::Key own_key(const std::u16string& word) {
  return core::key_of({word.data(), word.size()}, core::Attachment::none);
}

std::u16string text_of(const core::Key& key) {
  return {key.text, key.size};
}

/// Where we go beyond the prototype: predicates have one form by the table of native stems, and of
/// nouns less is cut (고양이, 경기도) but for the copula behind a vowel (가치이다). A few are cut
/// further, by particles that it does not have.
bool is_explained(const core::Key& own, const std::u16string& theirs) {
  return !own.is_noun || own.size > theirs.size() || theirs == text_of(own) + u"이";
}

}  // namespace

TEST_CASE("nouns are the prototype's or longer but for a few") {
  if (!fs::exists(geul::test::shared_folder() / "posts")) return;
  koan::Tab table;
  REQUIRE(table.load(GEUL_PROTOTYPE "/josa_eomi.tsv"));
  const koan::Analyzer prototype(table);
  const Words words = shared_words();
  std::size_t differing = 0;
  std::size_t unexplained = 0;
  std::string examples;
  for (const std::u16string& word : words) {
    const core::Key own = own_key(word);
    const std::u16string theirs = prototype.key(word);
    if (text_of(own) == theirs) continue;
    ++differing;
    if (is_explained(own, theirs)) continue;
    if (++unexplained <= 40)
      examples += " " + geul::test::utf8_of(word) + "=" + geul::test::utf8_of(text_of(own)) + "/" +
                  geul::test::utf8_of(theirs);
  }
  WARN(words.size() << " words, " << differing << " keys differ from the prototype's, "
                    << unexplained << " nouns are cut further:" << examples);
  CHECK(words.size() > 100'000);
  CHECK(differing * 10 < words.size());
  CHECK(unexplained * 100 < words.size());
}
