// SPDX-License-Identifier: MIT
#include "common/analysis/core/predicate.hpp"

#include "common/analysis/core/auxiliary.hpp"
#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/lookup.hpp"
#include "common/analysis/core/native_stem.hpp"
#include "common/analysis/core/trust.hpp"
#include "korean_tables.hpp"

namespace geul::analysis::core {
namespace {

constexpr int kMaxAuxiliaries = 3;

/// A stem before which two syllables of a noun or more remain.
bool strip_verbaliser(const Stem& stem, Stem& noun) noexcept {
  for (const Form& verbaliser : rows_ending<tables::kVerbalisers>(stem.last())) {
    if (!stem.ends_with(verbaliser) || stem.size() < verbaliser.size + size_t{2}) continue;
    noun = stem;
    noun.drop(verbaliser.size);
    return true;
  }
  return false;
}

/// Whether 하 or 되 may belong to an auxiliary: 하게되, 해야하, 해도되, 쓸만하.
bool may_be_auxiliary(const Stem& stem) noexcept {
  return stem.size() > 2 && is_one_of(stem.before_last(), u"게야도만");
}

/// Below a few auxiliaries: 사용해보고싶 -> 사용.
bool find_noun(Stem stem, Stem& noun) noexcept {
  for (int i = 0; i < kMaxAuxiliaries; ++i) {
    if (i != 0 && is_native(stem)) return false;
    const bool doubtful = may_be_auxiliary(stem);
    if (!doubtful && strip_verbaliser(stem, noun)) return true;
    if (!strip_auxiliary(stem)) return doubtful && strip_verbaliser(stem, noun);
  }
  return false;
}

/// Whether the ending is long or plain enough for the 이 before it to be the copula.
bool follows_copula(const Ending& ending) noexcept {
  constexpr char16_t kShortOnes[] = u"다며고면자라던지니죠네";
  const size_t length = length_of(ending) + (ending.fused ? size_t{2} : size_t{0});
  if (length != 1) return length > 1;
  for (const char16_t* one = kShortOnes; *one != 0; ++one)
    if (is_form(ending, *one)) return true;
  return false;
}

/// Whether the stem's last syllable, 이, is the copula.
bool is_copula(const Reading& reading) noexcept {
  const Stem& stem = reading.stem;
  if (stem.size() < 2 || reading.native) return false;
  const bool closed = !is_open(stem.before_last());
  if (stem.size() == 2 && reading.ending->fused && !reading.before.past) return false;  // 참여
  const bool may = closed || (stem.size() > 2 && !is_form(*reading.ending, u'지'));  // 스테이지
  if (may && (reading.before.past || follows_copula(*reading.ending))) return true;
  return !reading.ending->fused && reading.ending->copular;
}

/// 이유예요, 학생이에요, 뭐예요.
bool find_polite_copula(Run run, Stem& stem) noexcept {
  if (run.size < 3 || run.back() != u'요') return false;
  const char16_t before = run[run.size - 2];
  if (before != u'예' && (before != u'에' || run.size < 4)) return false;
  stem = Stem(run, run.size - 2);
  if (is_whole_noun(stem.run())) return true;
  if (stem.last() == u'이' && stem.size() > 1 && !is_open(stem.before_last())) stem.drop();
  return true;
}

/// ㅂ becomes 우 (제18항 6) but in native stems that keep it: 붙잡.
bool turns_to_u(const Stem& stem) noexcept {
  const NativeStem* const native = find_native(stem);
  return native == nullptr ? stem.size() > 1 : native->change == Change::bieup;
}

/// 워크플로우는 is no form of 롭다: adjectives have no 는.
bool is_loanword(const Reading& reading) noexcept {
  return reading.ending != nullptr && is_form(*reading.ending, u'는') &&
         reading.stem.last() == u'우';
}

}  // namespace

bool find_verbalised_noun(Run run, const Readings& readings, Stem& stem) noexcept {
  if (run.size < 3) return false;
  bool found = false;
  for (const Reading& reading : readings) {
    Stem noun;
    if (reading.native || is_loanword(reading) || !find_noun(reading.stem, noun)) continue;
    if (!found || noun.size() < stem.size()) stem = noun;
    found = true;
  }
  return found;
}

bool find_copula_noun(Run run, const Readings& readings, Stem& stem) noexcept {
  for (const Reading* reading = readings.begin(); reading != readings.predicates_end(); ++reading) {
    stem = reading->stem;
    if (reading->before.copula == Copula::contracted) return true;
    if (stem.last() != u'이' || !is_copula(*reading)) continue;
    stem.drop();
    return true;
  }
  return find_polite_copula(run, stem);
}

bool find_adnominal_u(Run run, const Particles& particles, Stem& stem) noexcept {
  if (run.size < 3 || run.back() != u'운' || particles.length != 0) return false;
  if (!is_open(run[run.size - 2])) return false;
  stem = Stem(run, run.size);
  stem.change_last(u'우');
  return true;
}

bool find_adnominal_ji(Run run, Stem& stem) noexcept {
  const char16_t last = run.back();
  if (run.size < 3 || (last != u'진' && last != u'질' && last != u'짐')) return false;
  const char16_t before = run[run.size - 2];
  const bool connective = before == u'어' || before == u'아' || before == u'여';
  const unsigned vowel = vowel_of(before);
  if (!connective && !(is_open(before) && (vowel == kYeo || vowel == kWo))) return false;
  stem = Stem(run, run.size);
  stem.change_last(u'지');
  return true;
}

bool find_predicate_stem(const Readings& readings, const Particles& particles, Stem& stem,
                         bool& particles_win) noexcept {
  const Reading* best = nullptr;
  for (const Reading& reading : readings) {
    if (!is_believed(reading)) continue;
    if (best == nullptr || reading.native) best = &reading;
    if (reading.native) break;
  }
  if (best == nullptr) return false;
  stem = best->stem;
  particles_win = lose_to(*best, particles);
  return true;
}

bool find_silent_copula(const Readings& readings, Stem& stem) noexcept {
  for (const Reading* reading = readings.begin(); reading != readings.predicates_end(); ++reading) {
    if (!is_form(*reading->ending, u'다') || reading->stem.size() < 2) continue;
    stem = reading->stem;
    return is_open(stem.last());
  }
  return false;
}

bool is_copula_behind(Run run, const Readings& readings, size_t noun) noexcept {
  const Stem word(run, noun);
  for (const Reading* reading = readings.begin(); reading != readings.predicates_end(); ++reading) {
    const Stem& stem = reading->stem;
    const Ending& ending = *reading->ending;
    const bool follows = reading->before.past || follows_copula(ending) || ending.copular;
    if (stem == word && reading->before.copula == Copula::contracted) return true;
    if (stem == word && is_open(word.last()) && follows_copula(ending) && !ending.fused &&
        !reading->native)
      return true;
    if (stem.size() == noun + 1 && stem.last() == u'이' && follows) return true;
  }
  Stem polite;
  if (!find_polite_copula(run, polite)) return false;
  return polite == word || (polite.size() == noun + 1 && polite.last() == u'이');
}

void write_predicate(Stem stem, Key& key) noexcept {
  for (int i = 0; i < kMaxAuxiliaries && find_native(stem) == nullptr; ++i)
    if (!strip_auxiliary(stem)) break;
  key.write(stem);
  char16_t* const last = key.end() - 1;
  if (coda_of(*last) == kBieup && turns_to_u(stem)) {
    *last = without_coda(*last);
    key.append(u'우');
  } else if (coda_of(*last) == kRieul) {
    *last = without_coda(*last);
  } else if (is_doubled_rieul(stem)) {
    last[-1] = without_coda(last[-1]);
    *last = u'르';
  }
}

}  // namespace geul::analysis::core
