// SPDX-License-Identifier: MIT
#include "common/analysis/core/native_stem.hpp"

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/lookup.hpp"
#include "korean_tables.hpp"

namespace geul::analysis::core {
namespace {

/// Whether the form is the first `size` syllables of `run`, then one more.
bool begins_as(const Form& form, Run run, size_t size) noexcept {
  return form.size == size + 1 && equal(form.text, run.begin(), size);
}

/// Looks for the first `size` syllables of `run`, then `last`.
const NativeStem* find(Run run, size_t size, char16_t last) noexcept {
  for (const NativeStem& native : rows_ending<tables::kNativeStems>(last))
    if (begins_as(native.form, run, size)) return &native;
  return nullptr;
}

/// 우 for the ㅂ of the syllable before.
bool is_native_in_u(const Stem& stem) noexcept {
  if (stem.last() != u'우' || stem.size() < 2 || !is_open(stem.before_last())) return false;
  const NativeStem* const native =
      find(stem.run(), stem.size() - 2, with_coda(stem.before_last(), kBieup));
  return native != nullptr && native->change == Change::bieup;
}

/// 르 for 르르 and ㄹ러.
bool is_native_in_reu(const Stem& stem) noexcept {
  if (!is_doubled_rieul(stem)) return false;
  const char16_t before = without_coda(stem.before_last());
  const size_t size = stem.size() - 2;
  for (const NativeStem& native : rows_ending<tables::kNativeStems>(u'르'))
    if (native.form.size == size + 2 && native.form.text[size] == before &&
        equal(native.form.text, stem.run().begin(), size))
      return true;
  return false;
}

}  // namespace

bool may_be_native(const Stem& stem) noexcept {
  const char16_t before = stem.size() < 2 ? char16_t{0} : stem.before_last();
  return kFilter<tables::kNativeStems>.may_have(before, stem.last());
}

const NativeStem* find_native(const Stem& stem) noexcept {
  return may_be_native(stem) ? find(stem.run(), stem.size() - 1, stem.last()) : nullptr;
}

bool is_native(const Stem& stem) noexcept {
  if (may_be_native(stem)) {
    if (find(stem.run(), stem.size() - 1, stem.last()) != nullptr) return true;
    const bool may_drop = is_open(stem.last()) && stem.size() > 1;
    if (may_drop && find(stem.run(), stem.size() - 1, with_coda(stem.last(), kRieul)) != nullptr)
      return true;
  }
  return is_native_in_u(stem) || is_native_in_reu(stem);
}

bool is_doubled_rieul(const Stem& stem) noexcept {
  const char16_t last = stem.last();
  if (stem.size() < 2 || !is_open(last) || lead_of(last) != kLeadRieul) return false;
  const unsigned vowel = vowel_of(last);
  return (vowel == kA || vowel == kEo || vowel == kEu) && coda_of(stem.before_last()) == kRieul &&
         find_native(stem) == nullptr;
}

}  // namespace geul::analysis::core
