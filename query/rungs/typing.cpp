// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rungs/typing.hpp"

#include <algorithm>
#include <string>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/jamo.hpp"

namespace geul::query {
namespace {

using analysis::coda_index;
using analysis::coda_jamo;
using analysis::is_consonant;
using analysis::JamoPair;
using analysis::joined_jamo;
using analysis::lead_index;
using analysis::parts_of;
using analysis::vowel_jamo;

namespace core = analysis::core;

SyllableRange one(char16_t syllable) {
  return {syllable, syllable};
}

/// All syllables with a lead.
SyllableRange range_of_lead(unsigned lead) {
  return {core::compose(lead, 0), core::compose(lead, core::kVowels - 1, core::kCodas - 1)};
}

/// An open syllable with any coda or none.
SyllableRange with_any_coda(char16_t open) {
  return {open, core::with_coda(open, core::kCodas - 1)};
}

WordPattern pattern_of(std::u16string_view syllables) {
  WordPattern pattern;
  for (const char16_t syllable : syllables) pattern.places.push_back({one(syllable)});
  pattern.end = WordPattern::End::anywhere;
  return pattern;
}

/// The pattern of `syllables` and one more choice.
WordPattern pattern_of(std::u16string_view syllables, SyllableChoice last) {
  WordPattern pattern = pattern_of(syllables);
  pattern.places.push_back(std::move(last));
  return pattern;
}

/// What a syllable without coda may become: 고 -> 고 to 곻, and 과, 괘 and 괴 with theirs.
SyllableChoice choices_of_open(char16_t open) {
  SyllableChoice choice{with_any_coda(open)};
  const unsigned lead = core::lead_of(open);
  for (unsigned vowel = 0; vowel < core::kVowels; ++vowel) {
    const JamoPair parts = parts_of(vowel_jamo(vowel));
    if (parts.second != 0 && parts.first == vowel_jamo(core::vowel_of(open)))
      choice.push_back(with_any_coda(core::compose(lead, vowel)));
  }
  std::ranges::sort(choice, {}, &SyllableRange::first);
  return choice;
}

/// The codas that begin with the stroke `consonant` or are it: ㄹ -> ㄹ, ㄺ, ㄻ and so on.
SyllableChoice choices_of_coda(char16_t open, char16_t consonant) {
  SyllableChoice choice;
  for (unsigned coda = 1; coda < core::kCodas; ++coda) {
    const char16_t jamo = coda_jamo(coda);
    if (jamo == consonant || parts_of(jamo).first == consonant)
      choice.push_back(one(core::with_coda(open, coda)));
  }
  return choice;
}

/// The last syllable is closed; its coda may be the lead of the next.
void add_closed(std::u16string_view before, char16_t last, std::vector<WordPattern>& patterns) {
  const char16_t open = core::without_coda(last);
  const char16_t coda = coda_jamo(core::coda_of(last));
  const JamoPair parts = parts_of(coda);
  patterns.push_back(pattern_of(before, choices_of_coda(open, coda)));
  const char16_t moved = parts.second == 0 ? parts.first : parts.second;
  const char16_t left = parts.second == 0 ? u'\0' : parts.first;
  if (const auto lead = lead_index(moved)) {
    std::u16string syllables(before);
    syllables += left == 0 ? open : core::with_coda(open, *coda_index(left));
    patterns.push_back(pattern_of(syllables, {range_of_lead(*lead)}));
  }
}

/// A consonant of one stroke stands behind the last syllable, not composed with it.
void add_consonant(std::u16string_view syllables, char16_t consonant,
                   std::vector<WordPattern>& patterns) {
  if (const auto lead = lead_index(consonant))
    patterns.push_back(pattern_of(syllables, {range_of_lead(*lead)}));
  const char16_t last = syllables.back();
  const std::u16string_view before = syllables.substr(0, syllables.size() - 1);
  if (core::is_open(last)) {
    if (coda_index(consonant))
      patterns.push_back(pattern_of(before, choices_of_coda(last, consonant)));
    return;
  }
  const char16_t joined = joined_jamo(coda_jamo(core::coda_of(last)), consonant);
  if (joined != 0)
    patterns.push_back(
        pattern_of(before, {one(core::with_coda(core::without_coda(last), *coda_index(joined)))}));
}

/// 가ㄳ is typed as 각ㅅ is. Behind 각 no word goes on so.
void add_two_consonants(std::u16string_view syllables, JamoPair consonants,
                        std::vector<WordPattern>& patterns) {
  if (!core::is_open(syllables.back())) return;
  std::u16string closed(syllables);
  closed.back() = core::with_coda(closed.back(), *coda_index(consonants.first));
  add_consonant(closed, consonants.second, patterns);
}

/// Whether the text is syllables and at most one consonant behind them.
bool is_half_typed(std::u16string_view typed) {
  if (typed.empty() || !core::is_syllable(typed.front())) return false;
  const std::u16string_view body = typed.substr(0, typed.size() - 1);
  return std::ranges::all_of(body, core::is_syllable) &&
         (core::is_syllable(typed.back()) || is_consonant(typed.back()));
}

void add_completions(std::u16string_view before, const SyllableChoice& choice,
                     std::vector<std::u16string>& out) {
  for (const SyllableRange& range : choice)
    for (unsigned c = range.first; c <= range.last; ++c)
      out.push_back(std::u16string(before) + static_cast<char16_t>(c));
}

}  // namespace

bool has_initials(std::u16string_view typed) noexcept {
  const auto consonants = std::ranges::count_if(typed, [](char16_t c) { return is_consonant(c); });
  const auto syllables =
      std::ranges::count_if(typed, [](char16_t c) { return core::is_syllable(c); });
  if (static_cast<std::size_t>(consonants + syllables) != typed.size()) return false;
  if (syllables == 0) return consonants >= 2 || (consonants == 1 && parts_of(typed[0]).second != 0);
  return consonants >= 2 || (consonants == 1 && !is_consonant(typed.back()));
}

std::optional<WordPattern> initials_pattern(std::u16string_view typed) {
  if (!has_initials(typed)) return std::nullopt;
  WordPattern pattern;
  for (const char16_t c : typed) {
    if (core::is_syllable(c)) {
      pattern.places.push_back({one(c)});
      continue;
    }
    const JamoPair parts = parts_of(c);
    for (const char16_t consonant : {parts.first, parts.second})
      if (const auto lead = lead_index(consonant); consonant != 0 && lead)
        pattern.places.push_back({range_of_lead(*lead)});
  }
  return pattern;
}

std::vector<WordPattern> half_typed_patterns(std::u16string_view typed) {
  std::vector<WordPattern> patterns;
  if (!is_half_typed(typed)) return patterns;
  const char16_t last = typed.back();
  const std::u16string_view before = typed.substr(0, typed.size() - 1);
  if (const JamoPair parts = parts_of(last); parts.second != 0)
    add_two_consonants(before, parts, patterns);
  else if (!core::is_syllable(last))
    add_consonant(before, last, patterns);
  else if (core::is_open(last))
    patterns.push_back(pattern_of(before, choices_of_open(last)));
  else
    add_closed(before, last, patterns);
  return patterns;
}

std::vector<std::u16string> completed_syllables(std::u16string_view typed) {
  std::vector<std::u16string> texts;
  for (const WordPattern& pattern : half_typed_patterns(typed)) {
    std::u16string before;
    for (std::size_t i = 0; i + 1 < pattern.places.size(); ++i)
      before += pattern.places[i].front().first;
    add_completions(before, pattern.places.back(), texts);
  }
  return texts;
}

}  // namespace geul::query
