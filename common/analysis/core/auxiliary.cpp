// SPDX-License-Identifier: MIT
#include "common/analysis/core/auxiliary.hpp"

#include "common/analysis/core/contraction.hpp"
#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/irregular.hpp"
#include "common/analysis/core/lookup.hpp"
#include "common/analysis/core/native_stem.hpp"
#include "korean_tables.hpp"

namespace geul::analysis::core {
namespace {

/// 아 or 어, or 여 of 하여; any other 여 is a fused 이 + 어 (보여 주다).
bool ends_with_connective(const Stem& stem) noexcept {
  if (stem.size() < 2) return false;
  const char16_t last = stem.last();
  return last == u'어' || last == u'아' || (last == u'여' && stem.before_last() == u'하');
}

/// Vowels that by themselves tell of a fused 아/어.
bool shows_connective(char16_t syllable) noexcept {
  const unsigned vowel = vowel_of(syllable);
  return syllable == u'해' || vowel == kYeo || vowel == kWae || vowel == kWo;
}

/// Whether the verb, its fused 아/어 undone, is one: what it was before is `fused`.
bool is_plausible(const Stem& verb, char16_t fused) noexcept {
  const bool changed = verb.last() != fused;
  if (changed && shows_connective(fused)) return verb.size() > 1 || is_native(verb);
  return is_native(verb) && (changed || verb.size() > 1 || vowel_of(fused) == kYeo);
}

bool undo_eo(Stem& verb) noexcept {
  if (ends_with_connective(verb)) {
    if (restore_irregular(verb, Opening::fused)) return true;  // 모아
    verb.drop();
    restore_irregular(verb, Opening::eo);
    return true;
  }
  const char16_t fused = verb.last();
  if (!is_open(fused)) return false;
  undo_contraction(verb);
  return is_plausible(verb, fused);
}

/// Drops the 지, 고 or 게 before an auxiliary.
bool undo_link(Stem& verb, char16_t link) noexcept {
  if (verb.last() != link || verb.size() < 2) return false;
  verb.drop();
  return verb.size() > 1 || is_native(verb);
}

/// 하게되, 가게되: before 게 a native stem, or 하 or 되.
bool undo_ge(Stem& verb) noexcept {
  return undo_link(verb, u'게') &&
         (verb.last() == u'하' || verb.last() == u'되' || is_native(verb));
}

bool undo_rieul(Stem& verb) noexcept {
  if (coda_of(verb.last()) != kRieul) return false;
  verb.change_last(without_coda(verb.last()));
  if (verb.last() == u'으' && verb.size() > 1) {
    verb.drop();
    restore_irregular(verb, Opening::eu);
  }
  return true;
}

bool undo(Behind behind, Stem& verb) noexcept {
  switch (behind) {
    case Behind::eo:
      return undo_eo(verb);
    case Behind::ji:
      return undo_link(verb, u'지');
    case Behind::go:
      return undo_link(verb, u'고');
    case Behind::eo_or_go:
      return undo_link(verb, u'고') || undo_eo(verb);
    case Behind::ge:
      return undo_ge(verb);
    case Behind::rieul:
      return undo_rieul(verb);
  }
  return false;
}

}  // namespace

bool is_connective(const Stem& stem) noexcept {
  Stem verb = stem;
  return undo_eo(verb) && is_native(verb);
}

bool strip_auxiliary(Stem& stem) noexcept {
  for (const Auxiliary& auxiliary : rows_ending<tables::kAuxiliaries>(stem.last())) {
    if (stem.size() <= auxiliary.form.size || !stem.ends_with(auxiliary.form)) continue;
    Stem verb = stem;
    verb.drop(auxiliary.form.size);
    if (!undo(auxiliary.behind, verb)) continue;
    stem = verb;
    return true;
  }
  return false;
}

}  // namespace geul::analysis::core
