// SPDX-License-Identifier: MIT
// Mirrors common/analysis/scanner.cpp: parts a text where the script changes. Between letters and
// digits that are not ASCII alone, and between emoji, the browser's own word breaks
// (Intl.Segmenter, UAX #29) part further, as ICU's do in C++. A browser without them (Firefox before
// 125) joins letters and parts emoji, but for those that ZWJ or a modifier joins.
import { beginsWithMark, endsInDigit, hasLetters, isAscii, areSyllables, KINDS, narrow, PIECES, PLAIN_PIECES } from './characters.js';

/**
 * A stretch of text of one kind.
 * @typedef {object} Piece
 * @property {typeof KINDS[number] | 'symbol' | 'end'} kind
 * @property {number} begin
 * @property {number} end
 * @property {string} text
 * @property {string} symbol   the character of a symbol, full-width ASCII as ASCII
 * @property {boolean} plain   alnum: only ASCII; hangul: only precomposed syllables
 * @property {boolean} letters alnum: not digits alone
 * @property {boolean} endsInDigit
 */

/** @param {Piece['kind']} kind @param {number} begin @param {string} text @returns {Piece} */
const piece = (kind, begin, text) => ({
  kind,
  begin,
  end: begin + text.length,
  text,
  symbol: kind === 'symbol' ? narrow(text) : '',
  plain: kind === 'hangul' ? areSyllables(text) : isAscii(text),
  letters: kind === 'alnum' && hasLetters(text),
  endsInDigit: kind === 'alnum' && endsInDigit(text),
});

/**
 * The pieces of a text: every unit of it is in exactly one. At the end, Kind `end` for ever.
 * @param {string} text
 * @returns {() => Piece}
 */
export const scanner = (text) => {
  /** @type {Intl.Segments} */
  let segments;
  /** @param {number} at @param {string} c  what stands there */
  const isBreak = (at, c) => {
    if (!Intl.Segmenter) return /[^\p{L}\p{N}\p{EMod}]/u.test(c) && text[at - 1] !== '\u200d';
    segments ??= new Intl.Segmenter('en', { granularity: 'word' }).segment(text);
    return segments.containing(at)?.index === at;
  };
  /** Where the run that begins at `begin` ends. @param {number} begin @param {string} run */
  const endOf = (begin, run) => {
    let plain = true;
    let end = begin;
    for (const c of run) {
      const parts = end > begin && !beginsWithMark(c) && !(plain && isAscii(c));
      if (parts && isBreak(end, c)) break;
      plain &&= isAscii(c);
      end += c.length;
    }
    return end;
  };
  let at = 0;
  return () => {
    if (at === text.length) return piece('end', at, '');
    PLAIN_PIECES.lastIndex = PIECES.lastIndex = at;
    const found = /** @type {RegExpExecArray} */ (PLAIN_PIECES.exec(text) ?? PIECES.exec(text));
    const kind = KINDS[found.findIndex((group, i) => i && group) - 1] ?? 'symbol';
    const begin = at;
    const parted = (kind === 'alnum' || kind === 'emoji') && !isAscii(found[0]);
    at = parted ? endOf(begin, found[0]) : begin + found[0].length;
    return piece(kind, begin, text.slice(begin, at));
  };
};
