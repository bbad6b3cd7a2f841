// SPDX-License-Identifier: MIT
// Mirrors common/analysis/run_text.cpp, and calls the core.
import { areSyllables, clip, fold, visible } from './characters.js';
import * as core from './core.js';
import { rows } from './tables.js';

/** @typedef {import('./scanner.js').Piece} Piece */
/** @typedef {{text: string, stem: number, isNoun: boolean}} Key */

const ROW_BYTES = 16;
/** Runs of up to so many syllables are analysed. */
export const MAX_RUN = 64;
const MAX_RAW_BYTES = 4096;

let at = core.rows();
for (const [, form, values] of rows.matchAll(/([가-힣]*)(\S*) /g)) {
  for (let i = 0; i < form.length; ++i) core.units[at / 2 + i] = form.charCodeAt(i);
  core.bytes[at + 8] = form.length;
  for (let i = 0; i < values.length; ++i) core.bytes[at + 10 + i] = values.charCodeAt(i) - 48;
  at += ROW_BYTES;
}

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

/** @param {number} i  0 or 1 @returns {Key} */
const take = (i) => {
  const key = core.output() / 2 + i * (MAX_RUN + 4);
  const [size, stem, isNoun] = core.units.subarray(key);
  return { text: String.fromCharCode(...core.units.subarray(key + 3, key + 3 + size)), stem, isNoun: !!isNoun };
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
  return [take(0), take(1)];
};

/** @param {string} run @param {Set<string>} words @returns {string[]} */
export const alternatesOf = (run, words) => {
  const found = core.alternatesOf(put(run), userWords(words, run));
  return [0, 1].slice(0, found).map((i) => take(i).text);
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
