// SPDX-License-Identifier: GPL-2.0-or-later
// tests/golden/analysis/vocabulary.tsv: the words of a real site by their keys, so that a change of
// the chain is a diff in which families part and meet. `./dev golden` accepts it; read the diff.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/core/hangul.hpp"
#include "common/base/files.hpp"
#include "common/text/utf8.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/analysis/analysis_support.hpp"

namespace {

namespace fs = std::filesystem;
using Words = std::set<std::string>;
using Families = std::map<std::string, Words>;  // by key

constexpr const char* kTable = "tests/golden/analysis/vocabulary.tsv";
constexpr const char* kHeader =
    "# SPDX-License-Identifier: GPL-2.0-or-later\n"
    "# The Hangul words of a real site, the blog in ../shared/posts/hudi (MIT), by their keys: "
    "every\n"
    "# maximal run of precomposed syllables of its .md and .mdx files, front matter and all. Both "
    "are\n"
    "# sorted by code points. `./dev golden` writes it anew after a change of the chain: in the "
    "diff\n"
    "# families part and meet.\n"
    "key\twords\n";
constexpr std::size_t kShown = 40;

fs::path table_file() {
  return geul::test::project_folder() / kTable;
}

fs::path site_folder() {
  return geul::test::shared_folder() / "posts/hudi";
}

std::string bytes_of(const fs::path& file) {
  const auto bytes = geul::read_file(file, std::numeric_limits<std::uintmax_t>::max());
  REQUIRE(bytes.has_value());
  return *bytes;
}

void collect(std::string_view text, Words& words) {
  std::string word;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = geul::text::next_code_point(text, offset);
    if (c >= geul::analysis::core::kFirstSyllable && c <= geul::analysis::core::kLastSyllable) {
      geul::text::append_utf8(word, c);
    } else if (!word.empty()) {
      words.insert(word);
      word.clear();
    }
  }
  if (!word.empty()) words.insert(word);
}

Words words_of_site() {
  Words words;
  for (const auto& entry : fs::recursive_directory_iterator(site_folder())) {
    const fs::path type = entry.path().extension();
    if (entry.is_regular_file() && (type == ".md" || type == ".mdx"))
      collect(bytes_of(entry.path()), words);
  }
  return words;
}

Families families_of_table() {
  Families families;
  for (const auto& row : geul::test::read_table(kTable)) {
    REQUIRE(row.size() == 2);
    collect(row[1], families[row[0]]);
  }
  return families;
}

Words words_of(const Families& families) {
  Words words;
  for (const auto& [key, family] : families) words.insert(family.begin(), family.end());
  return words;
}

Families analysed(const Words& words) {
  Families families;
  for (const std::string& word : words) families[geul::test::key_of_word(word)].insert(word);
  return families;
}

std::string as_table(const Families& families) {
  std::string table = kHeader;
  for (const auto& [key, family] : families) {
    char before = '\t';
    table += key;
    for (const std::string& word : family) {
      table += before + word;
      before = ' ';
    }
    table += '\n';
  }
  return table;
}

/// "word: old key -> new key" of each word whose key is another.
std::vector<std::string> moves(const Families& before) {
  std::vector<std::string> found;
  for (const auto& [key, family] : before)
    for (const std::string& word : family)
      if (const std::string now = geul::test::key_of_word(word); now != key)
        found.push_back(word + ": " + key + " -> " + now);
  return found;
}

std::vector<std::string> difference(const Words& words, const Words& less) {
  std::vector<std::string> found;
  std::set_difference(words.begin(), words.end(), less.begin(), less.end(),
                      std::back_inserter(found));
  return found;
}

std::string head_of(const std::vector<std::string>& lines) {
  std::string head;
  for (std::size_t i = 0; i < std::min(lines.size(), kShown); ++i) head += "\n  " + lines[i];
  return lines.size() > kShown ? head + "\n  ..." : head;
}

void check_none(const std::string& what, const std::vector<std::string>& lines) {
  if (!lines.empty())
    FAIL_CHECK(lines.size() << " " << what << head_of(lines)
                            << "\n./dev golden accepts this; read the diff of " << kTable);
}

}  // namespace

TEST_CASE("every word of the vocabulary has the key it had") {
  const Families families = families_of_table();
  REQUIRE(families.size() > 5000);
  const auto moved = moves(families);
  check_none("words have another key:", moved);
  // As it would be written: sorted, no word twice.
  if (moved.empty()) CHECK((as_table(families) == bytes_of(table_file())));
}

TEST_CASE("the vocabulary is the site's") {
  if (!fs::exists(site_folder())) return;
  const Words site = words_of_site();
  const Words table = words_of(families_of_table());
  check_none("words of the site are not in the table:", difference(site, table));
  check_none("words of the table are not in the site:", difference(table, site));
}

// Without the site: its words as the table has them.
TEST_CASE("write the vocabulary anew", "[.golden]") {
  const Words words = fs::exists(site_folder()) ? words_of_site() : words_of(families_of_table());
  REQUIRE(geul::write_file(table_file(), as_table(analysed(words))).has_value());
}
