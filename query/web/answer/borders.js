// SPDX-License-Identifier: MIT
// Where a text may be cut. Mirrors query/render/borders.cpp, but for counting in UTF-16 units.

const BLANKS = '\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const WHITE = new RegExp(`[${BLANKS}]`);
/** White space and control characters. */
export const BLANK = new RegExp(`[\\0-\\x20\\x7f-\\x9f${BLANKS}]`);
/** Characters that neither end in something that joins nor are joined to what is before them. */
const PLAIN = /[!-~가-힣一-鿿]/;
const EXTENDS = /^[\p{M}\p{Emoji_Modifier}\u200c\u200d]/u;
const LOW_HALF = /^[\udc00-\udfff]/;
const SENTENCE = /[.!?…。！？]["')\]’”〉》」』】]{0,3}$/;

/** Whether a cut at `offset` parts no grapheme, to the safe side.
 * @param {string} text  @param {number} offset */
function isSafeCut(text, offset) {
  if (offset <= 0 || offset >= text.length) return true;
  const before = text[offset - 1];
  const behind = text[offset];
  if (PLAIN.test(before)) return PLAIN.test(behind) || WHITE.test(behind);
  if (before + behind === '\r\n') return false;
  return (
    WHITE.test(before) && (PLAIN.test(behind) || !EXTENDS.test(text.slice(offset, offset + 2)))
  );
}

/** @param {string} text  @param {number} offset */
const startsWord = (text, offset) =>
  !offset || (WHITE.test(text[offset - 1]) && isSafeCut(text, offset));

/** @param {string} text  @param {number} offset */
const endsWord = (text, offset) =>
  offset === text.length || (WHITE.test(text[offset]) && isSafeCut(text, offset + 1));

/** @param {string} text  @param {number} offset */
const isBehindSentence = (text, offset) =>
  SENTENCE.test(text.slice(Math.max(offset - 4, 0), offset));

/** Behind a full stop and white space, or on a new line. @param {string} text  @param {number} offset */
const startsSentence = (text, offset) =>
  !offset ||
  (startsWord(text, offset) && (text[offset - 1] === '\n' || isBehindSentence(text, offset - 1)));

/** @param {string} text  @param {number} offset */
const endsSentence = (text, offset) =>
  offset === text.length ||
  (offset > 0 &&
    endsWord(text, offset) &&
    (text[offset] === '\n' || isBehindSentence(text, offset)));

/** @typedef {(text: string, offset: number) => boolean} Wanted */

/** @param {string} text  @param {number} low  @param {number} high  @param {Wanted} wanted */
function lastWithin(text, low, high, wanted) {
  for (let at = high; at >= low; --at) if (wanted(text, at)) return at;
  return -1;
}

/** @param {string} text  @param {number} low  @param {number} high  @param {Wanted} wanted */
function firstWithin(text, low, high, wanted) {
  for (let at = low; at <= high; ++at) if (wanted(text, at)) return at;
  return -1;
}

/** @param {string} text  @param {number} offset */
const isBorder = (text, offset) => {
  const rest = text.slice(offset, offset + 2);
  return !LOW_HALF.test(rest) && !EXTENDS.test(rest) && text[offset - 1] !== '\u200d';
};

/**
 * Where an excerpt may begin: a sentence's beginning in [low, offset] or, before that, from
 * `lowest` on; else a word's; else what parts no grapheme.
 * @param {string} text  @param {number} lowest  @param {number} low  @param {number} offset
 */
export function startBefore(text, lowest, low, offset) {
  for (const at of [
    firstWithin(text, low, offset, startsSentence),
    lastWithin(text, lowest, low, startsSentence),
    firstWithin(text, low, offset, startsWord),
    firstWithin(text, low, offset, isSafeCut),
  ])
    if (at >= 0) return at;
  return Math.max(lastWithin(text, 0, offset, isBorder), 0);
}

/**
 * Where it may end: the last end of a sentence in [low, high], else of a word, else of a grapheme.
 * @param {string} text  @param {number} begin  @param {number} low  @param {number} high
 */
export function endWithin(text, begin, low, high) {
  for (const wanted of [endsSentence, endsWord, isSafeCut]) {
    const at = lastWithin(text, low, high, wanted);
    if (at >= 0) return at;
  }
  return Math.max(lastWithin(text, begin, high, isBorder), begin);
}
