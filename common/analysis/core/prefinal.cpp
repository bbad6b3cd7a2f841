// SPDX-License-Identifier: MIT
#include "common/analysis/core/prefinal.hpp"

#include "common/analysis/core/contraction.hpp"
#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/native_stem.hpp"

namespace geul::analysis::core {
namespace {

constexpr int kMaxPrefinals = 4;

/// A stem while its prefinal endings fall, one a call; each tells whether to look for another.
struct Undoing {
  Stem stem;
  Opening opening = Opening::consonant;  ///< of what stands behind the stem now
  Prefinal result;

  /// Takes the outermost one.
  bool take() noexcept;

 private:
  bool take_past() noexcept;
  bool take_yeot() noexcept;
  bool take_honorific() noexcept;
  bool take_fused_past() noexcept;
};

bool Undoing::take() noexcept {
  const char16_t last = stem.last();
  if (stem.size() > 1) {
    if (last == u'았' || last == u'었' || last == u'겠') return take_past();
    if (last == u'였') return take_yeot();
    if (last == u'셨' || last == u'시') return take_honorific();
  }
  const bool fused = coda_of(last) == kSsangSiot && last != u'있' && last != u'겠';
  return fused && take_fused_past();
}

/// 았, 었 and 겠. 모았 is 모으 + 았, not 모 + 았.
bool Undoing::take_past() noexcept {
  result.past = true;
  Stem fused = stem;
  fused.change_last(u'아');
  if (stem.last() == u'았' && restore_irregular(fused, Opening::fused)) {
    stem = fused;
    opening = Opening::consonant;
    return false;
  }
  opening = stem.last() == u'겠' ? Opening::consonant : Opening::eo;
  stem.drop();
  return true;
}

/// 였: of 하였, of a verb in 이 (보였), or of the copula, which ends the search.
bool Undoing::take_yeot() noexcept {
  Stem verb = stem;
  verb.change_last(u'이');
  stem.drop();
  result.past = true;
  opening = Opening::consonant;
  const char16_t before = stem.last();
  if (before == u'하' || before == u'되') return true;
  if (is_open(before) && find_native(verb) == nullptr)
    result.copula = Copula::contracted;
  else
    stem = verb;
  return false;
}

/// 시 and 셨, but where it is the verb's own: 마시, 계시.
bool Undoing::take_honorific() noexcept {
  const bool past = stem.last() == u'셨';
  Stem own = stem;
  own.change_last(u'시');
  if (find_native(own) != nullptr) {
    if (past) opening = Opening::fused;
    result.past = result.past || past;
    stem = own;
    return false;
  }
  Stem before = stem;
  before.drop();
  const bool linked = before.size() > 1 && before.last() == u'으';
  if (linked) before.drop();
  if (!linked && !is_open(before.last())) return false;  // 감시, 표시
  result.honorific = true;
  opening = linked ? Opening::eu : Opening::consonant;
  result.past = result.past || past;
  stem = before;
  return true;
}

/// ㅆ: 봤, 했.
bool Undoing::take_fused_past() noexcept {
  stem.change_last(without_coda(stem.last()));
  undo_contraction(stem);
  opening = Opening::fused;
  result.past = true;
  return true;
}

}  // namespace

Prefinal undo_prefinal(Stem& stem, Opening opening) noexcept {
  Undoing undoing{stem, opening, {}};
  for (int i = 0; i < kMaxPrefinals && undoing.take(); ++i) {
  }
  stem = undoing.stem;
  if (undoing.result.copula == Copula::none) restore_irregular(stem, undoing.opening);
  return undoing.result;
}

}  // namespace geul::analysis::core
