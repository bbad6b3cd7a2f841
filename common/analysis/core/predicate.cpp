// SPDX-License-Identifier: MIT
#include "common/analysis/core/predicate.hpp"

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/lookup.hpp"
#include "korean_tables.hpp"

namespace geul::analysis::core {
namespace {

bool is_form(const Ending& ending, char16_t syllable) noexcept {
  return ending.form.size == 1 && ending.form.text[0] == syllable && ending.coda == 0 &&
         !ending.fused;
}

/// A stem before which two syllables of a noun or more remain.
bool strip_verbaliser(const Stem& stem, Stem& noun) noexcept {
  for (const Form& verbaliser : tables::kVerbalisers) {
    if (!stem.ends_with(verbaliser) || stem.size() < verbaliser.size + size_t{2}) continue;
    noun = stem;
    noun.drop(verbaliser.size);
    return true;
  }
  return false;
}

/// Below one auxiliary at the most.
bool find_noun(Stem stem, Stem& noun) noexcept {
  if (strip_verbaliser(stem, noun)) return true;
  return strip_auxiliary(stem) && strip_verbaliser(stem, noun);
}

/// Whether the ending is long or plain enough for the 이 before it to be the copula.
bool follows_copula(const Ending& ending) noexcept {
  constexpr char16_t kShortOnes[] = u"다며고면자라던지니";
  const size_t length = length_of(ending) + (ending.fused ? size_t{2} : size_t{0});
  if (length != 1) return length > 1;
  for (const char16_t* one = kShortOnes; *one != 0; ++one)
    if (is_form(ending, *one)) return true;
  return false;
}

bool is_formal(const Ending& ending) noexcept {
  return ending.coda == kBieup && ending.form.size == 2 && ending.form.text[0] == u'니' &&
         ending.form.text[1] == u'다';
}

/// Whether the stem's last syllable, 이, is the copula.
bool is_copula(const Reading& reading) noexcept {
  const Stem& stem = reading.stem;
  const bool closed = stem.size() >= 2 && !is_open(stem.before_last());
  if (stem.size() == 2) return closed && (reading.past || is_formal(*reading.ending));
  if (stem.size() < 3) return false;
  if (closed && (reading.past || follows_copula(*reading.ending))) return true;
  return !reading.ending->fused && reading.ending->copular;
}

/// 이유예요, 학생이에요.
bool find_polite_copula(Run run, Stem& stem) noexcept {
  if (run.size < 4 || run.back() != u'요') return false;
  const char16_t before = run[run.size - 2];
  if (before != u'예' && before != u'에') return false;
  stem = Stem(run, run.size - 2);
  if (stem.last() == u'이' && stem.size() > 2) stem.drop();
  return true;
}

/// Whether a weak ending stands behind a syllable that predicates end with.
bool is_known_stem(const Stem& stem) noexcept {
  return contains(tables::kStemAlone, stem.last()) ||
         (stem.size() > 1 && contains(tables::kStemFinal, stem.last()));
}

/// Whether 아지 ends an animal's name instead of a predicate: 강아지, 송아지, not 낮아지.
bool is_animal(const Stem& stem) noexcept {
  return stem.size() == 3 && stem.last() == u'지' && stem.before_last() == u'아' &&
         !contains(tables::kStemAlone, stem[0]);
}

/// 알려주는, 만들어지는: the verb before the auxiliary tells that 는 is no particle. Not 가, which
/// ends nouns (여가).
bool ends_with_auxiliary(Stem stem) noexcept {
  return stem.last() != u'가' && !is_animal(stem) && strip_auxiliary(stem);
}

/// 가시는 is 가 with an honorific, 도시는 a town: before 시 only the stems we know count.
bool is_short_stem(const Reading& reading) noexcept {
  if (reading.stem.size() != 1) return false;
  const char16_t stem = reading.stem.last();
  return !reading.honorific || stem == u'가' || contains(tables::kStemAlone, stem) ||
         contains(tables::kStemFinal, stem);
}

bool is_trusted(const Reading& reading) noexcept {
  switch (reading.ending->trust) {
    case Trust::none:
      return false;
    case Trust::weak:
      return is_known_stem(reading.stem);
    case Trust::one:
      return is_short_stem(reading) || ends_with_auxiliary(reading.stem);
    case Trust::sure:
      return true;
  }
  return false;
}

/// 에게 is a particle; 이다, 이고 have no stem.
bool is_no_predicate(const Reading& reading) noexcept {
  if (is_form(*reading.ending, u'게') && reading.stem.last() == u'에') return true;
  return reading.stem.size() == 1 && reading.stem.last() == u'이';
}

bool is_believed(const Reading& reading) noexcept {
  if (reading.nominal != Nominal::none) return reading.nominal == Nominal::eum && reading.past;
  return reading.past || (is_trusted(reading) && !is_no_predicate(reading));
}

/// The syllables by which an ending shows itself: its own final consonant and a leading 어 do not.
size_t visible_length(const Ending& ending) noexcept {
  size_t hidden = 0;
  if (!ending.fused && ending.coda == 0)
    while (hidden < ending.form.size && ending.form.text[hidden] == u'어') ++hidden;
  if (hidden == ending.form.size) hidden = 0;
  return ending.form.size - hidden;
}

/// Particles that are not shorter win, but for 는 and 은 and for 하고 behind one syllable (먹하고).
bool lose_to(const Reading& reading, const Particles& particles) noexcept {
  if (particles.length == 0 || reading.past || reading.nominal != Nominal::none) return false;
  const Ending& ending = *reading.ending;
  if (is_form(ending, u'는') || is_form(ending, u'은')) return false;
  const Form& outermost = particles.outermost->form;
  const bool hago = outermost.size == 2 && outermost.text[0] == u'하' && outermost.text[1] == u'고';
  return particles.length >= visible_length(ending) && !(hago && particles.kept == 1);
}

/// Whether the stem has the shape 불르 or 불러, of 부르.
bool is_doubled_rieul(const Stem& stem) noexcept {
  const char16_t last = stem.last();
  if (stem.size() < 2 || !is_open(last) || lead_of(last) != kLeadRieul) return false;
  const unsigned vowel = vowel_of(last);
  return (vowel == kA || vowel == kEo || vowel == kEu) && coda_of(stem.before_last()) == kRieul;
}

}  // namespace

bool find_verbalised_noun(Run run, const Readings& readings, Stem& stem) noexcept {
  if (run.size < 3 || contains(tables::kNotVerbalised, {run.data + run.size - 2, 2})) return false;
  bool found = false;
  for (const Reading& reading : readings) {
    Stem noun;
    if (!find_noun(reading.stem, noun)) continue;
    if (!found || noun.size() < stem.size()) stem = noun;
    found = true;
  }
  return found;
}

bool find_copula_noun(Run run, const Readings& readings, Stem& stem) noexcept {
  for (const Reading* reading = readings.begin(); reading != readings.predicates_end(); ++reading) {
    stem = reading->stem;
    if (reading->copula == Copula::contracted && stem.size() >= 2) return true;
    if (reading->copula == Copula::whole || stem.last() != u'이' || !is_copula(*reading)) continue;
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
  for (const Reading& reading : readings) {
    if (!is_believed(reading)) continue;
    stem = reading.stem;
    particles_win = lose_to(reading, particles);
    return true;
  }
  return false;
}

void write_predicate(Stem stem, Key& key) noexcept {
  strip_auxiliary(stem);
  key.size = key.stem = stem.size();
  for (size_t i = 0; i < stem.size(); ++i) key.text[i] = stem[i];
  char16_t* const last = key.text + key.size - 1;
  if (coda_of(*last) == kBieup && stem.size() > 1) {
    *last = without_coda(*last);
    key.text[key.size++] = u'우';
  } else if (coda_of(*last) == kRieul) {
    *last = without_coda(*last);
  } else if (is_doubled_rieul(stem)) {
    last[-1] = without_coda(last[-1]);
    *last = u'르';
  }
}

}  // namespace geul::analysis::core
