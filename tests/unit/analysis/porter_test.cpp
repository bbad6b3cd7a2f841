// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>

#include "common/analysis/core/porter.hpp"
#include "tests/support/random_text.hpp"

#ifdef GEUL_LIBSTEMMER
#include <libstemmer.h>
#endif

namespace {

std::string stem(std::string word) {
  const std::size_t length = word.size();
  word += '\0';
  word.resize(geul::analysis::core::stem_english(word.data(), length));
  return word;
}

}  // namespace

TEST_CASE("English words of one family have one stem") {
  CHECK(stem("connected") == "connect");
  CHECK(stem("connecting") == "connect");
  CHECK(stem("connections") == "connect");
  CHECK(stem("ponies") == "poni");
  CHECK(stem("hopping") == "hop");
  CHECK(stem("filing") == "file");
  CHECK(stem("happy") == "happi");
  CHECK(stem("sky") == "sky");
  CHECK(stem("generalizations") == "gener");
  CHECK(stem("controlling") == "control");
}

TEST_CASE("short words stay as they are") {
  for (const char* word : {"", "a", "is", "js", "os", "go"}) CHECK(stem(word) == word);
}

#ifdef GEUL_LIBSTEMMER
namespace {

/// Snowball's implementation of the same algorithm.
class Oracle {
 public:
  Oracle() : stemmer_(sb_stemmer_new("porter", "UTF_8")) {}
  ~Oracle() { sb_stemmer_delete(stemmer_); }
  Oracle(const Oracle&) = delete;
  Oracle& operator=(const Oracle&) = delete;
  Oracle(Oracle&&) = delete;
  Oracle& operator=(Oracle&&) = delete;

  std::string stem(const std::string& word) {
    const std::vector<sb_symbol> bytes(word.begin(), word.end());
    const sb_symbol* const result =
        sb_stemmer_stem(stemmer_, bytes.data(), static_cast<int>(bytes.size()));
    return {result, result + sb_stemmer_length(stemmer_)};
  }

 private:
  sb_stemmer* stemmer_;
};

/// Doubled consonants that English has. The paper undoubles all but l, s and z; Snowball only
/// these (it keeps trekk of trekking).
char random_letter(geul::test::RandomText& random, char before) {
  const char letter = "aeiouybcdlstwxz"[random.below(15)];
  return letter == before && std::string_view("bdlstz").find(letter) == std::string_view::npos
             ? 'a'
             : letter;
}

std::string random_word(geul::test::RandomText& random) {
  static const std::vector<std::string> suffixes{
      "s",     "sses",  "ies",    "eed",  "ed",   "ing",   "ational", "tional", "enci", "izer",
      "ation", "alism", "biliti", "ical", "ful",  "ness",  "ement",   "sion",   "tion", "ou",
      "ive",   "ize",   "e",      "ll",   "ible", "icate", "ative",   "y",      "ousli"};
  std::string word;
  for (std::size_t letters = 1 + random.below(7); letters != 0; --letters)
    word += random_letter(random, word.empty() ? '\0' : word.back());
  word += random.pick(suffixes);
  if (random.one_in(3)) word += random.pick(suffixes);
  return word;
}

}  // namespace

TEST_CASE("the stemmer agrees with libstemmer's porter on words of three letters and more") {
  Oracle oracle;
  geul::test::RandomText random(20261123);
  for (int i = 0; i < 100'000; ++i) {
    const std::string word = random_word(random);
    if (word.size() < 3) continue;
    const std::string own = stem(word);
    if (own != oracle.stem(word)) FAIL_CHECK(word << ": " << own << ", " << oracle.stem(word));
  }
}
#endif
