// SPDX-License-Identifier: MIT
// Mirrors query/rungs/typing.cpp: words that are typed by their initial consonants (초성), or while a
// syllable is being composed. Texts are folded.
import {
  codaIndex, codaJamo, codaOf, compose, joinedJamo, leadIndex, leadOf, partsOf, vowelJamo, vowelOf,
} from '../analysis/jamo.js';

/** @typedef {import('./pattern.js').WordPattern} WordPattern */

/** What is one character alone. @param {string} c */
export const one = (c) => c + c;

/** All syllables with a lead. @param {string} consonant  of one stroke */
const withLead = (consonant) => {
  const lead = leadIndex(consonant);
  return compose(lead, 0) + compose(lead, 20, 27);
};

/** A consonant's initials: of ㄳ two. @param {string} consonant */
export const leadPlaces = (consonant) => [...partsOf(consonant)].map(withLead);

/** @param {string} open @param {number} coda */
const withCoda = (open, coda) => String.fromCharCode(open.charCodeAt(0) + coda);
/** @param {string} syllable */
const withoutCoda = (syllable) => withCoda(syllable, -codaOf(syllable));

/** @param {string} before @param {string} last  choices @returns {WordPattern} */
const patternOf = (before, last) => ({ places: [...[...before].map(one), last] });

/** What a syllable without coda may become: 고 -> 고 to 곻, and 과, 괘 and 괴 with theirs.
 * @param {string} open */
const choicesOfOpen = (open) => {
  let choices = '';
  for (let vowel = 0; vowel < 21; ++vowel)
    if (partsOf(vowelJamo(vowel))[0] === vowelJamo(vowelOf(open)) || vowel === vowelOf(open)) {
      const syllable = compose(leadOf(open), vowel);
      choices += syllable + withCoda(syllable, 27);
    }
  return choices;
};

/** The codas that begin with the stroke `consonant` or are it: ㄹ -> ㄹ, ㄺ, ㄻ and so on.
 * @param {string} open @param {string} consonant */
const choicesOfCoda = (open, consonant) => {
  let choices = '';
  for (let coda = 1; coda < 28; ++coda)
    if (codaJamo(coda) === consonant || partsOf(codaJamo(coda))[0] === consonant)
      choices += one(withCoda(open, coda));
  return choices;
};

/** The last syllable is closed; its coda may be the lead of the next.
 * @param {string} before @param {string} last */
const closed = (before, last) => {
  const open = withoutCoda(last);
  const coda = codaJamo(codaOf(last));
  const [left, moved] = partsOf(coda);
  return [
    patternOf(before, choicesOfCoda(open, coda)),
    patternOf(before + (moved ? withCoda(open, codaIndex(left)) : open), withLead(moved || left)),
  ];
};

/** A consonant of one stroke stands behind the last syllable, not composed with it.
 * @param {string} syllables @param {string} consonant */
const withConsonant = (syllables, consonant) => {
  const patterns = [patternOf(syllables, withLead(consonant))];
  const before = syllables.slice(0, -1);
  const last = syllables.slice(-1);
  if (!codaOf(last)) {
    if (codaIndex(consonant) > 0) patterns.push(patternOf(before, choicesOfCoda(last, consonant)));
  } else {
    const joined = joinedJamo(codaJamo(codaOf(last)), consonant);
    if (joined) patterns.push(patternOf(before, one(withCoda(withoutCoda(last), codaIndex(joined)))));
  }
  return patterns;
};

/** 가ㄳ is typed as 각ㅅ is. Behind 각 no word goes on so.
 * @param {string} syllables @param {string} first @param {string} second */
const withTwoConsonants = (syllables, first, second) => {
  const last = syllables.slice(-1);
  return codaOf(last)
    ? []
    : withConsonant(syllables.slice(0, -1) + withCoda(last, codaIndex(first)), second);
};

/**
 * Whether the text holds initials: consonants alone (ㅋㅂㄴㅌㅅ), at least two of them, or among
 * syllables elsewhere than at the end (ㅋㅂ네티스).
 * @param {string} typed
 */
export const hasInitials = (typed) =>
  /^(?=.*[ㄱ-ㅎ].|[ㄳㄵㄶㄺ-ㅀㅄ]$)[ㄱ-ㅎ가-힣]+$/.test(typed);

/**
 * The words with these initials and syllables, none longer.
 * @param {string} typed  of which hasInitials() is true
 * @returns {WordPattern}
 */
export const initialsPattern = (typed) => ({
  places: [...typed].flatMap((c) => (c < '가' ? leadPlaces(c) : one(c))),
  whole: true,
});

/**
 * The words whose keystrokes begin with those that gave `typed`: 컴퓨ㅌ is on the way to 컴퓨터, and
 * so is, since a consonant may go over to the next syllable, 알고맂 to 알고리즘.
 * @param {string} typed
 * @returns {WordPattern[]}  that match these words, each once; none for texts that are not
 *   syllables with at most one consonant behind them, and where no word goes on so (각ㄳ)
 */
export const halfTypedPatterns = (typed) => {
  if (!/^[가-힣]+[ㄱ-ㅎ]?$/.test(typed)) return [];
  const before = typed.slice(0, -1);
  const last = typed.slice(-1);
  const [first, second] = partsOf(last);
  if (second) return withTwoConsonants(before, first, second);
  if (last < '가') return withConsonant(before, last);
  return codaOf(last) ? closed(before, last) : [patternOf(before, choicesOfOpen(last))];
};

/** `typed` with each syllable that its last may become; at most some 600. @param {string} typed */
export const completedSyllables = (typed) =>
  halfTypedPatterns(typed).flatMap(({ places }) => {
    const before = places.slice(0, -1).map((place) => place[0]).join('');
    const last = places[places.length - 1];
    const texts = [];
    for (let i = 0; i < last.length; i += 2)
      for (let c = last.charCodeAt(i); c <= last.charCodeAt(i + 1); ++c)
        texts.push(before + String.fromCharCode(c));
    return texts;
  });
