// SPDX-License-Identifier: MIT
#include "common/analysis/core/irregular.hpp"

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/native_stem.hpp"

namespace geul::analysis::core {
namespace {

bool is_native_with(const Stem& stem, Change change) noexcept {
  const NativeStem* const native = find_native(stem);
  return native != nullptr && native->change == change;
}

/// The stem with another last syllable, when that is a native one with the change.
bool replace_last(Stem& stem, char16_t last, Change change) noexcept {
  Stem candidate = stem;
  candidate.change_last(last);
  if (!is_native_with(candidate, change)) return false;
  stem = candidate;
  return true;
}

/// 들으, 깨달아 (제18항 5).
bool restore_digeut(Stem& stem, Opening opening) noexcept {
  if (coda_of(stem.last()) != kRieul) return false;
  const char16_t last = with_coda(without_coda(stem.last()), kDigeut);
  return replace_last(stem, last, Change::digeut) ||
         (opening == Opening::eu && replace_last(stem, last, Change::digeut_eu));
}

/// 지으, 지어 (제18항 2).
bool restore_siot(Stem& stem) noexcept {
  return is_open(stem.last()) && replace_last(stem, with_coda(stem.last(), kSiot), Change::siot);
}

/// The vowel that has fused with 아/어 where a ㅎ fell: 하얘 of 하얗, 빨개 of 빨갛, 허예 of 허옇.
constexpr unsigned kNone = kVowels;
constexpr unsigned before_hieut_fell(unsigned vowel) noexcept {
  switch (vowel) {
    case kAe:
      return kA;
    case kYae:
      return kYa;
    case kE:
      return kEo;
    case kYe:
      return kYeo;
    default:
      return kNone;
  }
}

/// 하야ㄴ, 하야면; 하얘, 빨개 (제18항 3).
bool restore_hieut(Stem& stem, Opening opening) noexcept {
  const char16_t last = stem.last();
  if (!is_open(last)) return false;
  if (opening != Opening::fused) return replace_last(stem, with_coda(last, kHieut), Change::hieut);
  const unsigned vowel = before_hieut_fell(vowel_of(last));
  return vowel != kNone && replace_last(stem, compose(lead_of(last), vowel, kHieut), Change::hieut);
}

/// 이르러 (제18항 8).
bool restore_reo(Stem& stem) noexcept {
  if (stem.size() < 3 || (stem.last() != u'러' && stem.last() != u'르')) return false;
  Stem before = stem;
  before.drop();
  if (!is_native_with(before, Change::reo)) return false;
  stem = before;
  return true;
}

/// 도와 is 돕 + 아 (제18항 6 다만); once its ㅘ is undone, 도오.
bool restore_bieup(Stem& stem) noexcept {
  if (stem.size() < 2 || stem.last() != u'오' || !is_open(stem.before_last())) return false;
  Stem before = stem;
  before.drop();
  before.change_last(with_coda(before.last(), kBieup));
  if (!is_native_with(before, Change::bieup)) return false;
  stem.change_last(u'우');
  return true;
}

/// 바빠 is 바쁘 + 아 (제18항 4).
bool restore_eu(Stem& stem) noexcept {
  const char16_t last = stem.last();
  if (stem.size() < 2 || !is_open(last) || vowel_of(last) != kA) return false;
  Stem candidate = stem;
  candidate.change_last(compose(lead_of(last), kEu));
  if (find_native(stem) != nullptr || find_native(candidate) == nullptr) return false;
  stem = candidate;
  return true;
}

}  // namespace

Opening opening_of(char16_t first) noexcept {
  if (lead_of(first) != kLeadIeung) return Opening::consonant;
  const unsigned vowel = vowel_of(first);
  if (vowel == kEu) return Opening::eu;
  return vowel == kA || vowel == kEo ? Opening::eo : Opening::consonant;
}

bool restore_irregular(Stem& stem, Opening opening) noexcept {
  switch (opening) {
    case Opening::eu:
    case Opening::eo:
      return may_be_native(stem) && (restore_digeut(stem, opening) || restore_siot(stem));
    case Opening::consonant:
    case Opening::coda:
      return may_be_native(stem) && restore_hieut(stem, opening);
    case Opening::fused:
      return restore_hieut(stem, opening) || restore_reo(stem) || restore_bieup(stem) ||
             restore_eu(stem);
  }
  return false;
}

bool is_softened_digeut(const Stem& stem) noexcept {
  Stem copy = stem;
  return restore_digeut(copy, Opening::eu);
}

bool has_lost_siot(const Stem& stem) noexcept {
  Stem copy = stem;
  return restore_siot(copy);
}

}  // namespace geul::analysis::core
