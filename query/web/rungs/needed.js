// SPDX-License-Identifier: MIT
// Whether the rungs (ladder.js) are worth loading.

/** @typedef {import('../types.js').MeantNode} MeantNode */

/** Keys that give whole syllables on the Korean layout, and a few others. */
const ON_KOREAN_LAYOUT = /^([ac-gq-tv-xz]{1,3}[bh-puy]{1,2})+[ac-gq-tv-xz]{0,2}$/i;

/**
 * False where climb() would add nothing: no word is of Hangul, or of Latin letters that give
 * syllables on the Korean layout.
 * @param {MeantNode} node  the root of what was meant
 * @param {boolean} synonyms  whether the site has some
 * @returns {boolean}
 */
export const mayClimb = ({ kind, occurrence, text, children }, synonyms) =>
  occurrence !== 'must_not' &&
  ((kind === 'words' && (synonyms || /\p{sc=Hangul}/u.test(text) || ON_KOREAN_LAYOUT.test(text))) ||
    children.some((child) => mayClimb(child, synonyms)));
