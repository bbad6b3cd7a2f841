// SPDX-License-Identifier: MIT
// Mirrors common/analysis/run_text.cpp, and calls the core.
import { areSyllables, clip, fold, visible } from './characters.js';
import * as core from './core.js';
import { packed, shape } from './tables.js';
import { unpack } from './unpack.js';

/** @typedef {import('./scanner.js').Piece} Piece */
/** @typedef {{text: string, stem: number, isNoun: boolean}} Key */

const ROW_BYTES = 16;
/** Runs of up to so many syllables are analysed. */
export const MAX_RUN = 64;
const MAX_RAW_BYTES = 4096;

/** Fills the core's tables, each in the order that its look-ups expect (tables.cpp). */
const fill = () => {
  /** @type {string[][]} */
  const tables = shape.map(() => []);
  unpack(packed, shape, (table, form, members) => {
    const text = String.fromCharCode(...form.map((syllable) => 0xac00 + syllable).reverse());
    const kind = members.length > 4 ? (members[3] ? 2 : +!members[0]) : 0;
    tables[table].push(`${text.slice(-1)}${9 - text.length}${kind}${text} ${String.fromCharCode(...members)}`);
  });
  let at = core.rows();
  for (const row of tables.flatMap((table) => table.sort())) {
    const [, form, members] = /** @type {string[]} */ (/\d\d([^ ]*) ([^]*)/.exec(row));
    for (let i = 0; i < form.length; ++i) core.units[at / 2 + i] = form.charCodeAt(i);
    core.bytes[at + 8] = form.length;
    for (let i = 0; i < members.length; ++i) core.bytes[at + 10 + i] = members.charCodeAt(i);
    at += ROW_BYTES;
  }
};
fill();

/** The text of a piece folded, without invisible characters. @param {Piece} piece */
export const foldPiece = ({ kind, plain, text }) =>
  plain && kind === 'alnum'
    ? clip(text, MAX_RAW_BYTES).toLowerCase()
    : fold(visible(kind === 'han' || kind === 'kana' || kind === 'hangul' ? text : clip(text, MAX_RAW_BYTES)));

/** A Hangul piece as precomposed syllables; '' when it holds others. @param {Piece} piece */
export const syllablesOf = (piece) => {
  const text = piece.plain ? piece.text : foldPiece(piece);
  return areSyllables(text) ? text : '';
};

/** Hands a run to the core. @param {string} run @returns {number} its size there */
const put = (run) => {
  const size = Math.min(run.length, MAX_RUN + 1);
  for (let i = 0; i < size; ++i) core.units[core.input() / 2 + i] = run.charCodeAt(i);
  return size;
};

/**
 * A key that the core has left.
 * @param {number} i  0 or 1 @param {string} run  whose last two syllables it may have changed
 * @returns {Key}
 */
const take = (i, run) => {
  const at = core.output() / 2 + i * 5;
  const [size, stem, isNoun, ...tail] = core.units.subarray(at, at + 5);
  return { text: (run.slice(0, Math.max(size - 2, 0)) + String.fromCharCode(...tail)).slice(-size || Infinity), stem, isNoun: !!isNoun };
};

/** Lengths of the user's words that a run begins with, as bits. @param {Set<string>} words @param {string} run */
const userWords = (words, run) => {
  let bits = 0;
  for (let size = 2; words.size && size <= 20 && size <= run.length; ++size)
    if (words.has(run.slice(0, size))) bits |= 1 << size;
  return bits;
};

/**
 * core::key_of() and variant_of(). `attachment`: 0 nothing before it, 1 a word, 2 a number.
 * @param {string} run @param {number} attachment @param {Set<string>} words
 * @returns {[Key, Key]}
 */
export const keysOf = (run, attachment, words) => {
  core.keyOf(put(run), attachment, userWords(words, run));
  const key = take(0, run);
  return [key, take(1, key.text)];
};

/** @param {string} run @param {Set<string>} words @returns {string[]} */
export const alternatesOf = (run, words) => {
  const found = core.alternatesOf(put(run), userWords(words, run));
  return [0, 1].slice(0, found).map((i) => take(i, run).text);
};

/** @param {string} run @param {number} attachment */
export const isBareParticle = (run, attachment) => !!core.isBareParticle(put(run), attachment);
/** @param {string} run @param {number} kept */
export const areParticles = (run, kept) => !!core.areParticles(put(run), kept);
/** @param {string} run */
export const isFunctionRun = (run) => !!core.isFunctionRun(put(run));
/** @param {string} run */
export const isNative = (run) => !!core.isNative(put(run));

/** @param {string} word  of letters a to z, at most 64 */
export const stemEnglish = (word) => {
  for (let i = 0; i < word.length; ++i) core.bytes[core.word() + i] = word.charCodeAt(i);
  const size = core.stemEnglish(word.length);
  return String.fromCharCode(...core.bytes.subarray(core.word(), core.word() + size));
};
