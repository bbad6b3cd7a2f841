// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a list of synonyms and a user dictionary; what a line has too much costs that line.
#include <algorithm>

#include "common/analysis/core/user_words.hpp"
#include "common/analysis/dictionary_file.hpp"
#include "common/index/synonyms.hpp"
#include "common/text/normalize.hpp"
#include "common/text/source_text.hpp"
#include "common/text/utf8.hpp"
#include "tests/fuzz/expect.hpp"

namespace geul::fuzz {

namespace {

void expect_line(const index::SynonymLine& line) {
  expect(line.words.size() >= 2 && line.words.size() <= index::kMaxSynonymWords, "some words");
  std::vector<std::string> folded;
  for (const std::string& word : line.words) {
    expect(!word.empty() && word.size() <= index::kMaxSynonymBytes, "a word's size");
    expect(text::is_utf8(word) && text::is_nfc(word), "words in UTF-8 and NFC");
    expect(word.find('=') == std::string::npos && word.find("  ") == std::string::npos &&
               word.front() != ' ' && word.back() != ' ',
           "words without signs and spaces around them");
    folded.push_back(text::fold(word));
  }
  std::ranges::sort(folded);
  expect(std::ranges::adjacent_find(folded) == folded.end(), "all different");
}

void expect_entry(const analysis::DictionaryEntry& entry) {
  // A syllable is three bytes.
  expect(entry.word.size() % 3 == 0 && entry.word.size() / 3 >= 2 &&
             entry.word.size() / 3 <= analysis::core::kMaxUserWord,
         "a word's syllables");
  std::size_t offset = 0;
  while (offset < entry.word.size()) {
    const char32_t syllable = text::next_code_point(entry.word, offset);
    expect(syllable >= U'가' && syllable <= U'힣', "words are Hangul");
  }
}

/// Lines of entries and of warnings ascend, and no line of an entry is past the end.
template <class Entries>
void expect_lines(const Entries& entries, const std::vector<Warning>& warnings, std::size_t last) {
  std::size_t before = 0;
  for (const auto& entry : entries) {
    expect(entry.line > before && entry.line <= last, "entries in the order of their lines");
    before = entry.line;
  }
  before = 1;
  for (const Warning& warning : warnings) {
    expect(!warning.message.empty() && warning.place.line >= before && warning.place.line <= last,
           "warnings in the order of their lines");
    before = warning.place.line;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = text_of(data, size);
  const std::string text = text::read_source_text(bytes).text;
  const auto last = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
  const auto synonyms = index::read_synonyms(bytes);
  expect(synonyms.has_value(), "a short list of synonyms");
  for (const index::SynonymLine& line : synonyms->lines) expect_line(line);
  expect_lines(synonyms->lines, synonyms->warnings, last);
  const auto dictionary = analysis::read_dictionary(bytes);
  expect(dictionary.has_value(), "a short dictionary");
  for (const analysis::DictionaryEntry& entry : dictionary->entries) expect_entry(entry);
  expect_lines(dictionary->entries, dictionary->warnings, last);
  return 0;
}

}  // namespace geul::fuzz
