// SPDX-License-Identifier: MIT
#include "common/analysis/core/porter.hpp"

#include <stdint.h>

namespace geul::analysis::core {
namespace {

bool is_plain_vowel(char c) noexcept {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/// A literal whose length is known when it is compiled.
struct Letters {
  template <size_t bytes>
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is written where one is wanted
  constexpr Letters(const char (&literal)[bytes]) noexcept : text(literal), size(bytes - 1) {}

  const char* text;
  size_t size;
};

/// A few letters, in place.
template <size_t room>
struct Few {
  template <size_t bytes>
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is written where one is wanted
  constexpr Few(const char (&literal)[bytes]) noexcept : size(uint8_t{bytes - 1}) {
    for (size_t i = 0; i < size; ++i) text[i] = literal[i];
  }

  char text[room] = {};
  uint8_t size;
};

/// A suffix and what it becomes.
struct Rule {
  Few<7> from;
  Few<4> to;
};

/// The word while its suffixes fall. The names are those of Porter's paper: *v* has_vowel,
/// *d ends_double, *o ends_cvc, m measure.
class Word {
 public:
  Word(char* text, size_t length) noexcept : text_(text), length_(length) {}

  [[nodiscard]] size_t length() const noexcept { return length_; }
  [[nodiscard]] char last() const noexcept { return text_[length_ - 1]; }
  [[nodiscard]] char at(size_t i) const noexcept { return text_[i]; }
  void set_length(size_t length) noexcept { length_ = length; }
  void append(char c) noexcept { text_[length_++] = c; }
  void change_last(char c) noexcept { text_[length_ - 1] = c; }

  [[nodiscard]] bool ends(Letters suffix) const noexcept { return ends(suffix.text, suffix.size); }
  [[nodiscard]] bool ends(const char* suffix, size_t size) const noexcept {
    if (size > length_ || suffix[size - 1] != last()) return false;
    for (size_t i = 0; i + 1 < size; ++i)
      if (text_[length_ - size + i] != suffix[i]) return false;
    return true;
  }

  /// Expects ends(rule.from), and a replacement that is no longer.
  void replace(const Rule& rule) noexcept {
    length_ -= rule.from.size;
    for (size_t i = 0; i < rule.to.size; ++i) append(rule.to.text[i]);
  }

  /// How often a vowel is followed by a consonant in the first `length` letters.
  [[nodiscard]] size_t measure(size_t length) const noexcept {
    size_t count = 0;
    bool vowel = false;
    for (size_t i = 0; i < length; ++i) {
      const bool now = next_is_vowel(i, vowel);
      if (vowel && !now) ++count;
      vowel = now;
    }
    return count;
  }

  [[nodiscard]] bool has_vowel(size_t length) const noexcept {
    bool vowel = false;
    for (size_t i = 0; i < length; ++i) {
      vowel = next_is_vowel(i, vowel);
      if (vowel) return true;
    }
    return false;
  }

  /// Ends with the same consonant twice (of yy one is a vowel).
  [[nodiscard]] bool ends_double() const noexcept {
    return length_ >= 2 && last() == text_[length_ - 2] && last() != 'y' && !is_vowel(length_ - 1);
  }

  /// Ends with consonant, vowel, consonant, the last none of w, x, y.
  [[nodiscard]] bool ends_cvc(size_t length) const noexcept {
    if (length < 3) return false;
    const char c = text_[length - 1];
    if (c == 'w' || c == 'x' || c == 'y') return false;
    return !is_vowel(length - 1) && is_vowel(length - 2) && !is_vowel(length - 3);
  }

 private:
  /// y is a vowel behind a consonant.
  [[nodiscard]] bool next_is_vowel(size_t i, bool before) const noexcept {
    return is_plain_vowel(text_[i]) || (text_[i] == 'y' && i != 0 && !before);
  }
  [[nodiscard]] bool is_vowel(size_t i) const noexcept {
    bool vowel = false;
    for (size_t k = 0; k <= i; ++k) vowel = next_is_vowel(k, vowel);
    return vowel;
  }

  char* text_;
  size_t length_;
};

/// The first rule whose suffix the word has decides, and applies where the measure of what is
/// before the suffix is over `measure`.
template <size_t size>
void apply(Word& word, const Rule (&rules)[size], size_t measure) noexcept {
  for (const Rule& rule : rules) {
    if (!word.ends(rule.from.text, rule.from.size)) continue;
    if (word.measure(word.length() - rule.from.size) > measure) word.replace(rule);
    return;
  }
}

/// Step 1a: plurals.
void strip_plural(Word& word) noexcept {
  if (word.ends("sses") || word.ends("ies"))
    word.set_length(word.length() - 2);
  else if (word.ends("s") && !word.ends("ss"))
    word.set_length(word.length() - 1);
}

/// Behind a suffix of step 1b: hopp -> hop, siz -> size, fil -> file.
void repair(Word& word) noexcept {
  const bool torn = word.ends("at") || word.ends("bl") || word.ends("iz");
  if (!torn && word.ends_double()) {
    const char c = word.last();
    if (c != 'l' && c != 's' && c != 'z') word.set_length(word.length() - 1);
    return;
  }
  if (torn || (word.measure(word.length()) == 1 && word.ends_cvc(word.length()))) word.append('e');
}

/// Step 1b: past tenses and gerunds.
void strip_past(Word& word) noexcept {
  if (word.ends("eed")) {
    if (word.measure(word.length() - 3) > 0) word.set_length(word.length() - 1);
    return;
  }
  size_t suffix = 0;
  if (word.ends("ed")) suffix = 2;
  if (word.ends("ing")) suffix = 3;
  if (suffix == 0 || !word.has_vowel(word.length() - suffix)) return;
  word.set_length(word.length() - suffix);
  repair(word);
}

/// Step 1c.
void change_y(Word& word) noexcept {
  if (word.ends("y") && word.has_vowel(word.length() - 1)) word.change_last('i');
}

/// Steps 2 and 3; of suffixes that end alike the longer stands first.
constexpr Rule kDouble[] = {
    {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
    {"abli", "able"},   {"alli", "al"},     {"entli", "ent"}, {"eli", "e"},     {"ousli", "ous"},
    {"ization", "ize"}, {"ation", "ate"},   {"ator", "ate"},  {"alism", "al"},  {"iveness", "ive"},
    {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"},  {"iviti", "ive"}, {"biliti", "ble"}};
constexpr Rule kTriple[] = {{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"},
                            {"ical", "ic"},  {"ful", ""},   {"ness", ""}};

/// Step 4. sion and tion lose three letters, and only behind s or t.
constexpr Rule kResidual[] = {{"al", ""},    {"ance", ""}, {"ence", ""}, {"er", ""},
                              {"ic", ""},    {"able", ""}, {"ible", ""}, {"ant", ""},
                              {"ement", ""}, {"ment", ""}, {"ent", ""},  {"sion", "s"},
                              {"tion", "t"}, {"ou", ""},   {"ism", ""},  {"ate", ""},
                              {"iti", ""},   {"ous", ""},  {"ive", ""},  {"ize", ""}};

void strip_residual(Word& word) noexcept {
  for (const Rule& rule : kResidual) {
    if (!word.ends(rule.from.text, rule.from.size)) continue;
    const size_t kept = word.length() - rule.from.size + rule.to.size;
    if (word.measure(kept) > 1) word.replace(rule);
    return;
  }
}

/// Step 5: a final e, and one of two l.
void tidy_up(Word& word) noexcept {
  if (word.last() == 'e') {
    const size_t before = word.length() - 1;
    const size_t measure = word.measure(before);
    if (measure > 1 || (measure == 1 && !word.ends_cvc(before))) word.set_length(before);
  }
  if (word.ends("ll") && word.measure(word.length()) > 1) word.set_length(word.length() - 1);
}

}  // namespace

size_t stem_english(char* text, size_t length) noexcept {
  if (length <= 2) return length;
  Word word(text, length);
  strip_plural(word);
  strip_past(word);
  change_y(word);
  apply(word, kDouble, 0);
  apply(word, kTriple, 0);
  strip_residual(word);
  tidy_up(word);
  return word.length();
}

}  // namespace geul::analysis::core
