// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/typed_prefix.hpp"

#include <algorithm>
#include <utility>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/jamo.hpp"
#include "common/index/title_terms.hpp"
#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"
#include "query/rungs/characters.hpp"
#include "query/rungs/typing.hpp"

namespace geul::query {
namespace {

using analysis::is_consonant;
using analysis::JamoPair;
using analysis::lead_index;
using analysis::parts_of;

namespace core = analysis::core;

static_assert(kMaxTypedBytes == index::kMaxTitleTermBytes);

void add_leads(char16_t consonant, std::vector<SyllableChoice>& places) {
  const JamoPair parts = parts_of(consonant);
  for (const char16_t part : {parts.first, parts.second})
    if (const auto lead = lead_index(part); part != 0 && lead)
      places.push_back(
          {{core::compose(*lead, 0), core::compose(*lead, core::kVowels - 1, core::kCodas - 1)}});
}

std::vector<SyllableChoice> places_of(std::u16string_view typed) {
  std::vector<SyllableChoice> places;
  for (const char16_t c : typed) {
    if (is_consonant(c))
      add_leads(c, places);
    else
      places.push_back({{c, c}});
  }
  return places;
}

/// The last syllable and a consonant behind it, which compose together.
std::u16string_view composing_end(std::u16string_view typed) {
  const std::size_t size = typed.size();
  const bool consonant = is_consonant(typed.back());
  if (consonant && size >= 2 && core::is_syllable(typed[size - 2])) return typed.substr(size - 2);
  return core::is_syllable(typed.back()) ? typed.substr(size - 1) : std::u16string_view{};
}

WordPattern joined(std::vector<SyllableChoice> front, const WordPattern& end) {
  front.insert(front.end(), end.places.begin(), end.places.end());
  return {std::move(front), WordPattern::End::anywhere};
}

std::vector<WordPattern> patterns_of(std::u16string_view typed) {
  std::vector<WordPattern> patterns;
  const std::u16string_view end = composing_end(typed);
  const auto front = places_of(typed.substr(0, typed.size() - end.size()));
  for (const WordPattern& pattern : half_typed_patterns(end))
    patterns.push_back(joined(front, pattern));
  if (is_consonant(typed.back()))
    if (auto places = places_of(typed); !places.empty() && (end.empty() || patterns.empty()))
      patterns.push_back({std::move(places), WordPattern::End::anywhere});
  return patterns;
}

/// Two lone consonants, or one with a syllable behind it: no state of a keyboard on the way.
bool are_initials(std::u16string_view typed) {
  const auto lone = std::ranges::count_if(typed, [](char16_t c) { return is_consonant(c); });
  return lone >= 2 || (lone == 1 && !is_consonant(typed.back()));
}

}  // namespace

std::string_view name_of(Reading reading) noexcept {
  switch (reading) {
    case Reading::exact:
      return "exact";
    case Reading::half_typed:
      return "half_typed";
    case Reading::initials:
      return "initials";
    case Reading::keyboard:
      return "keyboard";
  }
  return "exact";
}

TypedPrefix typed_prefix(std::string_view typed) {
  TypedPrefix prefix;
  const std::string folded = text::fold_name(text::to_utf8(typed));
  prefix.text = std::string(text::clip(folded, kMaxTypedBytes));
  if (prefix.text.empty()) return prefix;
  const std::u16string characters = to_utf16(prefix.text);
  prefix.patterns = patterns_of(characters);
  if (are_initials(characters)) prefix.loosely = Reading::initials;
  return prefix;
}

bool goes_on(const TypedPrefix& typed, std::string_view text, Reading& reading) {
  if (typed.text.empty()) return false;
  const bool exact = text.starts_with(typed.text);
  reading = exact ? Reading::exact : typed.loosely;
  if (exact) return true;
  const std::u16string characters = to_utf16(text);
  return std::ranges::any_of(typed.patterns, [&characters](const WordPattern& pattern) {
    return pattern.matches(characters);
  });
}

}  // namespace geul::query
