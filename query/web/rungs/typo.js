// SPDX-License-Identifier: MIT
// Mirrors query/rungs/typo.cpp: the words of the index within some strokes of another. A static
// index has no sorted vocabulary to walk over: the candidates are the words of syllables with the
// same first consonant (one to five files), or of letters with the same two first ones. So, unlike
// on the C++ side, nothing is found for a wrong, missing or added first consonant (굽버네티스), or
// first or second letter (kbuernetes).
import { leadJamo, leadOf, strokesOf } from '../analysis/jamo.js';
import { underField } from './word_rungs.js';

/** @typedef {import('../types.js').MeantNode} MeantNode */
/** @typedef {import('../types.js').IndexView} IndexView */

const HANGUL = /^[가-힣][가-힣ㄱ-ㅣ]*$/;
/** Every alphabet beside. */
const LETTERS = /^[^\P{L}\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+$/u;

/** Other characters are one stroke each. @param {string} word */
const strokesOfWord = (word) => [...word].flatMap((c) => [...(strokesOf(c) || c)]);

/**
 * Strokes missing, added, exchanged for another, or two neighbours exchanged (optimal string
 * alignment).
 * @param {string[]} a @param {string[]} b
 */
const distanceOf = (a, b) => {
  /** @type {number[][]} */
  const rows = [[...a, 0].map((_, i) => i)];
  b.forEach((stroke, row) => {
    const before = rows[row];
    const cells = [row + 1];
    a.forEach((wanted, i) => {
      let least = Math.min(before[i + 1] + 1, cells[i] + 1, before[i] + Number(wanted !== stroke));
      if (row && i && a[i - 1] === stroke && wanted === b[row - 1])
        least = Math.min(least, rows[row - 1][i - 1] + 1);
      cells.push(least);
    });
    rows.push(cells);
  });
  return rows[b.length][a.length];
};

/** @param {string} a @param {string} b */
export const strokeDistance = (a, b) => distanceOf(strokesOfWord(a), strokesOfWord(b));

/** @param {string} word @param {IndexView} view */
const candidatesFor = (word, view) =>
  HANGUL.test(word)
    ? view.wordsOfInitials(leadJamo(leadOf(word)))
    : view.wordsFrom([...word].slice(0, 2).join(''));

/**
 * The nearest word of the index: within 1 stroke for a word of five strokes and more, 2 for nine
 * and more. Among equals one that begins with the same stroke, then that of more documents.
 * @param {string} word       what is not there itself
 * @param {MeantNode} node    whose field it has to be in
 * @param {IndexView} view
 * @returns {Promise<string | undefined>}
 */
export const nearestWord = async (word, node, view) => {
  const wanted = strokesOfWord(word);
  const allowed = wanted.length < 5 ? 0 : wanted.length < 9 ? 1 : 2;
  const kind = [HANGUL, LETTERS].find((letters) => letters.test(word));
  if (!allowed || !kind) return;
  const near = (await candidatesFor(word, view)).flatMap(({ term, documents }) => {
    if (term === word || !kind.test(term)) return [];
    const strokes = strokesOfWord(term);
    if (Math.abs(strokes.length - wanted.length) > allowed) return [];
    const distance = distanceOf(wanted, strokes);
    return distance > allowed ? [] : [{ term, documents, distance, otherwise: strokes[0] !== wanted[0] }];
  });
  const [nearest] = (await underField(near, node, view)).sort((a, b) =>
    a.distance - b.distance || Number(a.otherwise) - Number(b.otherwise) ||
    b.documents - a.documents || (a.term < b.term ? -1 : 1));
  return nearest?.term;
};
