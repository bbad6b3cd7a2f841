// SPDX-License-Identifier: MIT
#include "common/analysis/core/contraction.hpp"

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/lookup.hpp"
#include "korean_tables.hpp"

namespace geul::analysis::core {
namespace {

constexpr int kMaxPrefinals = 4;

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

/// 아 or 어, or 여 of 하여; any other 여 is a fused 이 + 어 (보여 주다).
bool ends_with_connective(const Stem& stem) noexcept {
  if (stem.size() < 2) return false;
  const char16_t last = stem.last();
  return last == u'어' || last == u'아' || (last == u'여' && stem.before_last() == u'하');
}

/// Vowels before an auxiliary that hold a fused 아/어.
bool is_fused_before_auxiliary(char16_t syllable) noexcept {
  if (!is_open(syllable)) return false;
  const unsigned vowel = vowel_of(syllable);
  return vowel == kAe || vowel == kYeo || vowel == kWae || vowel == kWo;
}

/// Leaves the stem before `auxiliary`, in whose 아/어 form it must stand.
bool strip(Stem& stem, const Form& auxiliary) noexcept {
  if (!stem.ends_with(auxiliary) || stem.size() <= auxiliary.size + size_t{1}) return false;
  Stem verb = stem;
  verb.drop(auxiliary.size);
  if (ends_with_connective(verb)) {
    verb.drop();
  } else if (is_fused_before_auxiliary(verb.last())) {
    const char16_t fused = verb.last();
    undo_contraction(verb);
    if (verb.last() == fused) return false;
  } else {
    return false;
  }
  stem = verb;
  return true;
}

void drop_linking_eu(Stem& stem) noexcept {
  if (stem.size() > 1 && stem.last() == u'으') stem.drop();
}

/// 였 at the end. Sets `result.copula` when it was the copula, which ends the search.
void undo_yeot(Stem& stem, Prefinal& result) noexcept {
  Stem uncontracted = stem;
  uncontracted.change_last(u'이');
  stem.drop();
  result.past = true;
  const char16_t before = stem.last();
  if (before == u'하' || before == u'되') return;
  result.copula = is_open(before) && stem.size() > 1 ? Copula::contracted : Copula::whole;
  if (result.copula == Copula::whole) stem = uncontracted;
}

/// Whether 시 or 셨 is the verb's own: 마시, 마셨.
bool is_whole(const Stem& stem) noexcept {
  return stem.size() == 2 && contains(tables::kWholeStems, stem[0]);
}

bool undo_whole(Stem& stem, Prefinal& result) noexcept {
  if (stem.last() == u'시') return false;
  stem.change_last(u'시');
  result.past = true;
  return false;
}

/// Takes one prefinal ending off; false when there is none.
bool undo_one(Stem& stem, Prefinal& result) noexcept {
  const char16_t last = stem.last();
  if (stem.size() > 1) {
    if (last == u'았' || last == u'었' || last == u'겠') {
      stem.drop();
      result.past = true;
      return true;
    }
    if (last == u'였') {
      undo_yeot(stem, result);
      return true;
    }
    if (last == u'셨' || last == u'시') {
      if (is_whole(stem)) return undo_whole(stem, result);
      stem.drop();
      drop_linking_eu(stem);
      result.honorific = true;
      result.past = result.past || last == u'셨';
      return true;
    }
  }
  if (coda_of(last) != kSsangSiot || last == u'있' || last == u'겠') return false;
  stem.change_last(without_coda(last));
  undo_contraction(stem);
  result.past = true;
  return true;
}

}  // namespace

void undo_contraction(Stem& stem) noexcept {
  const char16_t last = stem.last();
  if (!is_open(last)) return;
  const unsigned vowel = unfused_vowel(lead_of(last), vowel_of(last));
  if (vowel != kNone) stem.change_last(compose(lead_of(last), vowel));
}

bool strip_auxiliary(Stem& stem) noexcept {
  for (const Form& auxiliary : tables::kAuxiliaries)
    if (strip(stem, auxiliary)) return true;
  return false;
}

Prefinal undo_prefinal(Stem& stem) noexcept {
  Prefinal result;
  for (int i = 0; i < kMaxPrefinals && undo_one(stem, result); ++i)
    if (result.copula != Copula::none) break;
  return result;
}

}  // namespace geul::analysis::core
