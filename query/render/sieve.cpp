// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/sieve.hpp"

#include "common/text/utf8.hpp"

namespace geul::query {
namespace {

constexpr char32_t kFirstSyllable = U'가';
constexpr char32_t kLastSyllable = U'힣';
constexpr std::size_t kCodas = 28;
constexpr std::size_t kVowels = 21;

bool is_syllable(char32_t c) {
  return c >= kFirstSyllable && c <= kLastSyllable;
}
std::size_t begin_of(char32_t syllable) {
  return (syllable - kFirstSyllable) / kCodas;
}
std::size_t lead_of(char32_t syllable) {
  return begin_of(syllable) / kVowels;
}
std::size_t coda_of(char32_t syllable) {
  return (syllable - kFirstSyllable) % kCodas;
}
constexpr std::size_t kIeung = 11;  ///< the lead of 우
constexpr std::size_t kBieup = 17;  ///< the coda ㅂ

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
/// The letter's place in the alphabet; kNoLetter for what is none.
constexpr std::size_t kNoLetter = 26;
std::size_t letter_of(char32_t c) {
  if (c >= U'a' && c <= U'z') return c - U'a';
  if (c >= U'A' && c <= U'Z') return c - U'A';
  return kNoLetter;
}

/// What parts words and is no part of any: spaces of all widths, dashes, quotes, bullets, brackets.
bool is_common_punctuation(char32_t c) {
  return c == 0xB7 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) ||
         (c >= 0x3000 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011);
}

bool begins_with_full_stop(std::string_view text) {
  return text.starts_with('.') || text.starts_with("．");
}

/// Whether the mark stands behind a syllable and before a space.
bool ends_sentence(std::string_view text, std::size_t mark) {
  constexpr std::size_t kSyllable = 3;
  if (mark < kSyllable || !text.substr(mark + 1).starts_with(' ')) return false;
  std::size_t before = mark - kSyllable;
  return is_syllable(text::next_code_point(text, before)) && before == mark;
}

std::uint32_t bit(std::size_t index) {
  return std::uint32_t{1} << index;
}

}  // namespace

void Sieve::want(std::string_view term) {
  if (term.empty()) return;
  std::size_t offset = 0;
  const char32_t first = text::next_code_point(term, offset);
  const char32_t second = offset < term.size() ? text::next_code_point(term, offset) : 0;
  if (is_syllable(first) && (second == 0 || is_syllable(second)))
    want_syllables(first, second);
  else if (letter_of(first) != kNoLetter)
    want_letters(term);
  else if (is_digit(first))
    digits_ = true;
  else
    everything_ = true;
}

void Sieve::want_syllables(char32_t first, char32_t second) {
  if (second != 0) {
    behind_[begin_of(first)] |= bit(lead_of(second));
    return;
  }
  for (std::size_t vowel = 0; vowel < kVowels; ++vowel)
    alone_[kVowels * lead_of(first) + vowel] = true;
}

void Sieve::want_letters(std::string_view term) {
  constexpr std::size_t kShort = 3;  // die is also the stem of dying
  const std::size_t first = letter_of(static_cast<unsigned char>(term[0]));
  const std::size_t second =
      term.size() > kShort ? letter_of(static_cast<unsigned char>(term[1])) : kNoLetter;
  if (second == kNoLetter)
    letter_alone_[first] = true;
  else
    letters_[first] |= bit(second);
}

/// Either one of the pairs lies within a word, or all of them lie between words: then each of the
/// words between the first and the last is one syllable.
void Sieve::want_row(const std::vector<std::string>& pairs) {
  for (const std::string& pair : pairs) want(pair);
  if (pairs.size() < 2) return;
  std::size_t offset = 0;
  const std::string& second_pair = pairs[1];
  const char32_t word = text::next_code_point(second_pair, offset);
  const char32_t next =
      offset < second_pair.size() ? text::next_code_point(second_pair, offset) : 0;
  if (is_syllable(word) && is_syllable(next))
    next_word_[lead_of(word)] |= bit(lead_of(next));
  else
    everything_ = true;
}

/// One pass over a passage.
class Sieve::Scan {
 public:
  explicit Scan(const Sieve& sieve) : sieve_(sieve) {}

  bool run(std::string_view passage) {
    for (std::size_t offset = 0; offset < passage.size();)
      if (holds(text::next_code_point(passage, offset))) return true;
    return false;
  }

 private:
  bool holds(char32_t c) {
    const char32_t before = before_;
    before_ = c;
    if (is_syllable(c)) return holds_syllable(before, c);
    if (c < 0x80) return holds_ascii(before, c);
    return !is_common_punctuation(c);
  }

  bool holds_syllable(char32_t before, char32_t c) {
    if (sieve_.alone_[begin_of(c)]) return true;
    if (coda_of(c) == kBieup && (sieve_.behind_[begin_of(c)] & bit(kIeung)) != 0) return true;
    const std::size_t lead = lead_of(c);
    if (is_syllable(before)) return (sieve_.behind_[begin_of(before)] & bit(lead)) != 0;
    const std::uint32_t wanted = next_;
    next_ = sieve_.next_word_[lead];
    return (wanted & bit(lead)) != 0;
  }

  bool holds_ascii(char32_t before, char32_t c) const {
    if (is_digit(c)) return sieve_.digits_;
    const std::size_t letter = letter_of(c);
    if (letter == kNoLetter) return false;
    if (sieve_.letter_alone_[letter]) return true;
    const std::size_t first = letter_of(before);
    return first != kNoLetter && (sieve_.letters_[first] & bit(letter)) != 0;
  }

  const Sieve& sieve_;
  char32_t before_ = 0;
  std::uint32_t next_ = 0;  ///< leads wanted at the next word's begin
};

std::string_view first_passage(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n' && !begins_with_full_stop(text.substr(at + 1))) return text.substr(0, at + 1);
    if ((c == '.' || c == '?' || c == '!') && ends_sentence(text, at))
      return text.substr(0, at + 2);
  }
  return text;
}

bool Sieve::may_hold(std::string_view passage) const {
  return everything_ || Scan(*this).run(passage);
}

}  // namespace geul::query
