// SPDX-License-Identifier: MIT
#include "common/analysis/core/contraction.hpp"

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/irregular.hpp"
#include "common/analysis/core/native_stem.hpp"

namespace geul::analysis::core {
namespace {

/// The vowel before fusion. kNone: the syllable shows no fusion.
constexpr unsigned kNone = kVowels;
constexpr unsigned unfused_vowel(unsigned lead, unsigned vowel) noexcept {
  switch (vowel) {
    case kAe:
      return lead == kLeadHieut ? unsigned{kA} : kNone;
    case kWae:
      return kOe;
    case kYeo:
      return kI;
    case kWa:
      return kO;
    case kWo:
      return kU;
    case kEo:
      return lead == kLeadSiot || lead == kLeadIeung ? kNone : unsigned{kEu};
    default:
      return kNone;
  }
}

}  // namespace

bool fuses_without_trace(const Stem& stem) noexcept {
  const unsigned vowel = vowel_of(stem.last());
  const bool may = vowel == kA || vowel == kEo || vowel == kYeo || vowel == kAe || vowel == kE;
  return may && stem.last() != u'해' && find_native(stem) != nullptr;
}

void undo_contraction(Stem& stem) noexcept {
  const char16_t last = stem.last();
  if (!is_open(last) || fuses_without_trace(stem)) return;
  if (restore_irregular(stem, Opening::fused)) return;
  if (last == u'놔') return stem.change_last(u'놓');
  const unsigned vowel = unfused_vowel(lead_of(last), vowel_of(last));
  if (vowel == kNone) return;
  stem.change_last(compose(lead_of(last), vowel));
  restore_irregular(stem, Opening::fused);
}

}  // namespace geul::analysis::core
