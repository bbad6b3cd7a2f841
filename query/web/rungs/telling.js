// SPDX-License-Identifier: MIT
// Mirrors query/suggest/telling.cpp: which words say something.

/** @typedef {import('../types.js').Analyzer} Analyzer */

/** As the analyser stems them. */
const ENGLISH = new Set((
  'about after all also an and are as at be been but by can do for from had has have how if in into ' +
  'is it just more no not of on onli or so than that the thei there thi to what when which will with ' +
  'you your we'
).split(' '));

/** Whether a term may be suggested as a word. @param {string} term @param {Analyzer} analyzer */
export const isTelling = (term, analyzer) =>
  [...term].length > 1 && !/^[ㄱ-ㅣ]+$/.test(term) && !ENGLISH.has(term) &&
  !analyzer.isFunctionWord(term);

/** Whether what stands behind a native stem, to the end of the eojeol, shows that it is a noun
 * there. @param {string} stem @param {string} behind @param {Analyzer} analyzer */
export const isNounBefore = (stem, behind, analyzer) =>
  behind
    ? /^[을를의에와과]/.test(behind) && analyzer.isParticle(behind)
    // The verb stands alone where its 아 or 어 is swallowed.
    : !/[ㅏㅐㅓㅔㅕ]/.test(vowelIn(stem.slice(-1)));

/** The vowel of a syllable; ㅏ for other characters. @param {string} c */
const vowelIn = (c) =>
  c >= '가' && c <= '힣' ? String.fromCharCode(0x314f + (((c.charCodeAt(0) - 0xac00) / 28) | 0) % 21) : 'ㅏ';

/**
 * Whether a word of Hangul, in `posts`, is another and something behind it that grammar or chance
 * put there: 글의, 알고리즘인.
 * @param {string} word @param {number} posts
 * @param {(word: string) => Promise<number>} postsOf  0 for what cannot be offered in its stead
 * @param {Analyzer} analyzer
 */
export const isFormOfAnother = async (word, posts, postsOf, analyzer) => {
  if (!/^[가-힣]+$/.test(word)) return false;
  for (let size = 1; size < word.length; ++size) {
    const behind = word.slice(size);
    const grammar = behind === '들' || analyzer.isParticle(behind);
    if (!grammar && (size < 2 || posts > 2)) continue;
    const front = await postsOf(word.slice(0, size));
    if (size < 2 ? front >= 5 * posts : (grammar && front > posts) || (posts < 3 && front >= 10 * posts))
      return true;
  }
  return false;
};
