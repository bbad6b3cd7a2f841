// SPDX-License-Identifier: MIT
// Mirrors query/suggest/typed_prefix.cpp: the beginning of a text, and what it may be on the way to.
import { isConsonant, isSyllable, leadJamo, leadOf } from '../analysis/jamo.js';
import { matches, wordsOf } from './pattern.js';
import { halfTypedPatterns, leadPlaces, one } from './typing.js';

/** @typedef {import('./pattern.js').WordPattern} WordPattern */

/** As what a completion goes on from what was typed, from the surest on. */
export const READINGS = /** @type {const} */ (['exact', 'half_typed', 'initials', 'keyboard']);
export const EXACT = 0;
export const KEYBOARD = 3;
const HALF_TYPED = 1;
const INITIALS = 2;

/** @param {string} typed */
const placesOf = (typed) => [...typed].flatMap((c) => (isConsonant(c) ? leadPlaces(c) : one(c)));

/** @param {string} typed @returns {WordPattern[]} */
const patternsOf = (typed) => {
  // The last syllable and a consonant behind it, which compose together.
  const [end] = /[가-힣][ㄱ-ㅎ]?$/.exec(typed) ?? [''];
  const front = placesOf(typed.slice(0, typed.length - end.length));
  const patterns = halfTypedPatterns(end).map(({ places }) => ({ places: [...front, ...places] }));
  return isConsonant(typed.slice(-1)) && !patterns.length
    ? [{ places: placesOf(typed) }]
    : patterns;
};

/**
 * What is being typed: as it is; with its last syllable composed on; with lone consonants as the
 * initials of syllables, also behind other letters (SRE ㅌ).
 * @param {string} text  folded
 */
export const typedPrefix = (text) => {
  const patterns = patternsOf(text);
  const loosely = /[ㄱ-ㅎ]./s.test(text) ? INITIALS : HALF_TYPED;
  return {
    text,
    /** How a folded text goes on from it; -1 where it does not. @param {string} other */
    reads: (other) =>
      other.startsWith(text)
        ? EXACT
        : patterns.some((pattern) => matches(pattern, other)) ? loosely : -1,
    /** Words of the index that go on so; none for a single character, which would be in many files.
     * @param {import('../types.js').IndexView} view */
    words: async (view) => {
      if (text.length < 2 || text.includes(' ')) return [];
      const found = await Promise.all([
        view.wordsFrom(text),
        ...patterns.map((pattern) => wordsOfPattern(pattern, view)),
      ]);
      return found[0].concat(...found.slice(1).map((words) =>
        words.filter(({ term }) => !term.startsWith(text))));
    },
  };
};

/** By initials where the first place is a consonant's. @param {WordPattern} pattern
 * @param {import('../types.js').IndexView} view */
const wordsOfPattern = async (pattern, view) => {
  const { places } = pattern;
  const [first] = places;
  if (first[0] === first[1] || !places.every(([c]) => isSyllable(c))) return wordsOf(pattern, view);
  const words = await view.wordsOfInitials(places.map(([c]) => leadJamo(leadOf(c))).join(''));
  return words.filter(({ term }) => matches(pattern, term));
};
