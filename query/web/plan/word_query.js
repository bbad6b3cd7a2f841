// SPDX-License-Identifier: MIT
// The posts that have a word. Mirrors query/parse/word_query.cpp.
import { PROFILE } from './profile.js';
import { all, any, phrase, term } from './query.js';
import { storedTerm, wordPrefix } from './stored.js';

/** @typedef {import("../types.js").Query} Query */
/** @typedef {import("../types.js").MeantWord} MeantWord */
/** @typedef {import("../types.js").MeantTerm} MeantTerm */
/** @typedef {import("../types.js").Alternative} Alternative */
/** @typedef {import("../types.js").Rung} Rung */

/** How much of a word a post must have, from all of it on: half of its pairs in a row, any pair. */
export const WHOLE = 0;
export const HALF = 1;
export const TRACE = 2;

/** @param {MeantWord} word */
export const keyOf = (word) => word.terms[0].term;

/** @param {MeantWord[]} words */
export const joinedKeys = (words) => words.map(keyOf).join(' ');

/** @param {MeantWord[]} words */
export const writtenAsOne = (words) =>
  words.length > 1 && words.every(({ terms }) => terms[0].script === 'hangul')
    ? words.map(keyOf).join('')
    : '';

/** @param {MeantWord} word  @param {string} family  @param {string} [field] */
const termsOf = (word, family, field) =>
  word.terms.flatMap((each) => {
    const stored = each.family === family && storedTerm(each, field);
    return stored ? [term(stored)] : [];
  });

/** @param {MeantWord} word  @param {string} [field] */
const cutsOf = (word, field) =>
  ['word', 'variant', 'alternate'].flatMap((family) => termsOf(word, family, field));

/** How many pairs in a row will do; 0: no fewer than all. @param {number} pairs  @param {number} matching */
const rowLength = (pairs, matching) =>
  matching === TRACE && pairs > 1
    ? 1
    : matching === HALF && pairs >= 3 && pairs <= 31
      ? (pairs + 1) >> 1
      : 0;

/** @param {Query[]} pieces  @param {number} length */
const rowsOf = (pieces, length) =>
  length
    ? pieces.slice(length - 1).map((_, begin) => all(pieces.slice(begin, begin + length)))
    : [];

/** @param {MeantWord} word  @param {string} [field] */
export const wordOf = (word, field) => any(cutsOf(word, field));

/** @param {MeantWord} word  @param {string} [field]  @param {number} [matching] */
export function matchOf(word, field, matching = WHOLE) {
  const ways = cutsOf(word, field);
  let pieces = termsOf(word, 'part', field);
  if (!pieces.length) {
    pieces = termsOf(word, 'pair', field);
    ways.push(...rowsOf(pieces, rowLength(pieces.length, matching)));
  }
  if (pieces.length) ways.push(all(pieces));
  return any(ways);
}

/** @param {Alternative} alternative */
export const isSingleTerm = ({ words }) => words.length === 1 && words[0].terms.length === 1;

/** The posts that have one of the alternatives. @param {Alternative[]} alternatives  @param {string} [field] */
export const matchAlternatives = (alternatives, field) =>
  any(
    alternatives.flatMap(({ words }) => {
      if (words.length === 1) return [matchOf(words[0], field)];
      const joined = writtenAsOne(words);
      return [phraseOf(words, field), ...(joined ? [term(wordPrefix(field) + joined)] : [])];
    }),
  );

/** What may stand for the word in a phrase. @param {MeantWord} word */
export const choicesOf = (word) => [
  keyOf(word),
  ...word.terms.filter(({ family }) => family === 'alternate').map(({ term }) => term),
];

/**
 * Every way to say the words in a row, up to a limit; beyond it only their keys.
 * @param {string[][]} words
 */
export const waysToSay = (words) =>
  words.reduce((ways, choices) => {
    const taken = ways.length * choices.length <= 8 ? choices : choices.slice(0, 1);
    return ways.flatMap((way) => taken.map((choice) => [...way, choice]));
  }, /** @type {string[][]} */ ([[]]));

/** @param {MeantWord[]} words  @param {string} [field] */
export function phraseOf(words, field) {
  const fielded = words.map((word) => choicesOf(word).map((each) => wordPrefix(field) + each));
  const keepsOrder = field !== 'body' && field !== 'code';
  const within = keepsOrder && words.length > 1 ? [] : fielded.map((each) => any(each.map(term)));
  if (within.length === 1) return within[0];
  const said = any(waysToSay(keepsOrder ? fielded : words.map(choicesOf)).map(phrase));
  return all([...within, said]);
}

/** @param {MeantTerm} term */
export function weightOfTerm({ family, script }) {
  const ofScript = script === 'latin' ? PROFILE.latin : script === 'digit' ? PROFILE.digit : 1;
  if (family === 'word') return ofScript;
  return PROFILE[family] * (family === 'part' ? ofScript : 1);
}

/** @param {Rung} rung */
export const weightOfRung = (rung) => (rung === 'exact' ? 1 : PROFILE[rung]);
