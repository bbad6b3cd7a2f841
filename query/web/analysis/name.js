// SPDX-License-Identifier: MIT
// Mirrors common/analysis/name.cpp: units of letters and digits that may be one name.
import { byteLength, clipToTerm } from './characters.js';

/** @typedef {import('./scanner.js').Piece} Piece */

/**
 * Letters and digits that may form a name with neighbours: node and js of node.js.
 * @typedef {object} Unit
 * @property {number} begin   of the text
 * @property {number} end
 * @property {string} raw     as in the text
 * @property {string} text    folded
 * @property {string} connector  what stands between this and the unit before it
 * @property {boolean} letters
 * @property {boolean} plain
 * @property {boolean} endsInDigit
 * @property {number} groups  groups of three digits taken
 */

const MAX_UNITS = 8;
const MAX_TERM_BYTES = 64;

/** @param {string} connector */
const isChain = (connector) => connector === '/' || connector === '&';
/** @param {string} text */
const areDigits = (text) => /^\d*$/.test(text);

/**
 * Whether a unit may follow behind `connector`.
 * @param {Unit[]} name  not empty @param {string} connector @param {string} folded @param {Piece} piece
 */
export const takes = (name, connector, folded, piece) => {
  if (connector !== ',') return /^[._\-'/&]$/.test(connector) && name.length < MAX_UNITS * 2;
  const { text, groups } = name[name.length - 1];
  return !piece.letters && /^\d{3}$/.test(folded) && areDigits(text) && (groups > 0 || text.length <= 3) &&
    text.length + 3 <= MAX_TERM_BYTES;
};

/** @param {Unit[]} name @param {string} connector @param {string} folded @param {Piece} piece */
export const add = (name, connector, folded, piece) => {
  const text = clipToTerm(folded);
  if (connector === ',') {
    const number = name[name.length - 1];
    number.end = piece.end;
    number.text += text;
    number.plain = false;
    ++number.groups;
  } else {
    const { begin, end, letters, plain, endsInDigit } = piece;
    name.push({ begin, end, raw: piece.text, text, connector, letters, plain, endsInDigit, groups: 0 });
  }
};

/** @param {Unit[]} name */
const isShortChain = (name) =>
  name.length > 1 && name.length < 4 &&
  name.every(({ text, connector }, i) => byteLength(text) <= 4 && (!i || isChain(connector)));

/** @param {Unit[]} units */
const fitsATerm = (units) =>
  units.length <= MAX_UNITS &&
  units.reduce((bytes, { text }) => bytes + 1 + byteLength(text), -1) <= MAX_TERM_BYTES;

/**
 * Where the word that begins with unit `from` ends; `from` at the end.
 * @param {Unit[]} name @param {number} from
 * @returns {[begin: number, end: number]}
 */
export const nextWord = (name, from) => {
  if (from === name.length || isShortChain(name)) return [from, name.length];
  let begin = from;
  let end = from + 1;
  while (begin && !isChain(name[begin].connector)) --begin;
  while (end < name.length && !isChain(name[end].connector)) ++end;
  return fitsATerm(name.slice(begin, end)) ? [begin, end] : [from, from + 1];
};

/** The units of a word without the s of a possessive 's. @param {Unit[]} units */
export const withoutPossessive = (units) => {
  const { connector, text } = units[units.length - 1];
  return units.length > 1 && connector === "'" && text === 's' ? units.slice(0, -1) : units;
};

/** The units with what stands between them. @param {Unit[]} units */
export const joined = (units) => units.map(({ connector, text }, i) => (i ? connector + text : text)).join('');

/**
 * The parts of a name in camel case, as ranges: useState -> 0, 3 and 3, 8. None of other names, nor
 * parts of one letter; at most eight.
 * @param {string} raw  ASCII
 * @returns {[begin: number, end: number][]}
 */
export const camelParts = (raw) => {
  const borders = [0];
  for (const { index } of raw.matchAll(/(?<=[a-z])(?=[A-Z])|(?<=[^])(?=[A-Z][a-z])/g)) borders.push(index ?? 0);
  if (borders.length < 2) return [];
  return borders
    .map((begin, i) => /** @type {[number, number]} */ ([begin, borders[i + 1] ?? raw.length]))
    .filter(([begin, end]) => end - begin > 1)
    .slice(0, 8);
};
