// SPDX-License-Identifier: MIT
// Mirrors what query/rungs/word_rungs.cpp says of initials (초성): ㅋㅂㄴㅌㅅ, ㅋㅂ네티스; of four to
// eight also two words side by side. Where it differs from the C++ side, because a look-up may cost
// a file:
// - Initials stand for the REACH.initials most frequent words, each of which is in a file of its own
//   as a rule, not for 64. Under a field four times as many are asked about.
// - Two words side by side are looked for where fewer than REACH.few words have the initials, and
//   behind REACH.endings different last syllables of the first word; that they stand side by side is
//   taken from the pair across their border, not from positions.
import { leadJamo, leadOf, partsOf } from '../analysis/jamo.js';
import { all, term } from '../plan/query.js';
import { wordPrefix } from '../plan/stored.js';
import { matches, mostFrequent } from './pattern.js';
import { initialsPattern } from './typing.js';
import { singleTerm, underField } from './word_rungs.js';

/** @typedef {import('../types.js').Alternative} Alternative */
/** @typedef {import('../types.js').IndexView} IndexView */
/** @typedef {import('../types.js').MeantNode} MeantNode */
/** @typedef {import('../types.js').TermCount} TermCount */
/** @typedef {import('./pattern.js').WordPattern} WordPattern */

/**
 * What initials may cost: words that they stand for; of how many there, two words side by side are
 * not looked for; last syllables that are tried for these; pairs of words that are counted.
 * @typedef {{initials: number, few: number, endings: number, pairs: number}} Reach
 */
/** @type {Reach} */
export const REACH = { initials: 6, few: 1, endings: 3, pairs: 4 };

/** @param {...TermCount} words @returns {Alternative} */
const byInitials = (...words) => ({
  rung: 'initials',
  words: words.map(({ term }) => singleTerm(term)),
});

/** @typedef {{one: TermCount, other: TermCount, documents: number}} Neighbours */

/** @param {Neighbours} a @param {Neighbours} b */
const byDocuments = (a, b) => b.documents - a.documents;

/**
 * The words that fill a part of the pattern with one that fills the rest.
 * @param {WordPattern} pattern @param {string} initials @param {IndexView} view
 */
const halvesByInitials = async ({ places }, initials, view) => {
  const TRIED = 24;
  const size = places.length;
  const part = async (/** @type {number} */ begin, /** @type {number} */ end) => {
    const words = await view.wordsOfInitials(initials.slice(begin, end), true);
    const pattern = { places: places.slice(begin, end), whole: true };
    return mostFrequent(words.filter(({ term }) => matches(pattern, term)), TRIED);
  };
  const halves = await Promise.all(Array.from({ length: size - 3 }, async (_, i) => {
    const [left, right] = await Promise.all([part(0, i + 2), part(i + 2, size)]);
    return left.flatMap((one) => right.map((other) => {
      const documents = Math.min(one.documents, other.documents);
      return /** @type {Neighbours} */ ({ one, other, documents });
    }));
  }));
  return halves.flat();
};

/**
 * The pairs of words that stand side by side in some post: 검색 엔진 for ㄱㅅㅇㅈ.
 * @param {WordPattern} pattern @param {string} initials @param {MeantNode} node
 * @param {IndexView} view @param {Reach} reach
 */
const neighboursOf = async (pattern, initials, { field }, view, { endings, pairs }) => {
  const KEPT = 8;
  if (initials.length < 4 || initials.length > 8) return [];
  const tried = new Set();
  const candidates = (await halvesByInitials(pattern, initials, view))
    .sort(byDocuments)
    .filter(({ one }) => {
      const ending = one.term.slice(-1);
      return tried.has(ending) || (tried.size < endings && tried.add(ending));
    });
  const stored = (/** @type {Neighbours} */ { one, other }) =>
    `B${one.term.slice(-1)}${other.term[0]}`;
  await Promise.all(candidates.map(async (both) => {
    both.documents = Math.min(both.documents, await view.frequency(stored(both)));
  }));
  const likely = candidates
    .filter(({ documents }) => documents)
    .sort(byDocuments)
    .slice(0, pairs);
  await Promise.all(likely.map(async (both) => {
    const words = [both.one, both.other].map((word) => wordPrefix(field) + word.term);
    both.documents = await view.count(all([...words, stored(both)].map(term)));
  }));
  return likely
    .filter(({ documents }) => documents)
    .sort(byDocuments)
    .slice(0, KEPT)
    .map(({ one, other }) => byInitials(one, other));
};

/** What stands at the beginning of each of the characters.
 * @param {string} typed */
const initialsIn = (typed) =>
  [...typed].map((c) => (c < '가' ? partsOf(c) : leadJamo(leadOf(c)))).join('');

/**
 * @param {string} typed  folded; hasInitials()
 * @param {MeantNode} node @param {IndexView} view @param {Reach} [reach]
 * @returns {Promise<Alternative[]>}
 */
export const initialsOf = async (typed, node, view, reach = REACH) => {
  const pattern = initialsPattern(typed);
  const initials = initialsIn(typed);
  const words = (await view.wordsOfInitials(initials, true))
    .filter(({ term }) => matches(pattern, term));
  const asked = mostFrequent(words, 4 * reach.initials);
  const found = mostFrequent(await underField(asked, node, view), reach.initials);
  const neighbours = found.length < reach.few
    ? await neighboursOf(pattern, initials, node, view, reach)
    : [];
  return [...found.map((word) => byInitials(word)), ...neighbours];
};
