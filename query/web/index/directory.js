// SPDX-License-Identifier: MIT
// The directory: which file may hold a term, and which words of some initials
// (indexer/site/FORMAT.md).
import { bound, compareBytes, reader } from './bytes.js';
import { hex } from './entry.js';

/**
 * Files of sorted texts, each known by the first text that it may hold.
 * @typedef {{first: string[], files: string[]}} Ranges
 */

/** @typedef {ReturnType<typeof decodeDirectory>} Directory */

/** Of an index without terms. */
export const EMPTY = { terms: { first: [], files: [] }, initials: { first: [], files: [] } };

/** @param {Uint8Array} bytes */
export function decodeDirectory(bytes) {
  const input = reader(bytes);
  /** @param {string} folder  @returns {Ranges} */
  const ranges = (folder) => {
    const first = input.words(input.count(5));
    return { first, files: first.map(() => `${folder}/${hex(input.number(3))}.bin`) };
  };
  const directory = { terms: ranges('t'), initials: ranges('v') };
  input.end();
  return directory;
}

/**
 * The file that may hold `text`; undefined where there is none at all.
 * @param {Ranges} ranges  @param {string} text
 */
export const fileOf = ({ first, files }, text) =>
  files[Math.max(bound(first.length, (i) => compareBytes(first[i], text) <= 0) - 1, 0)];

/**
 * Whether a text is not behind those that begin with `last`; of `whole` ones, not behind `last`.
 * @param {string} text  @param {string} last  @param {boolean} [whole]
 */
export const isUpTo = (text, last, whole) =>
  (!whole && text.startsWith(last)) || compareBytes(text, last) <= 0;

/**
 * The files that may hold texts from `begin` to those that begin with `last`.
 * @param {Ranges} ranges  @param {string} begin  @param {string} last  @param {boolean} [whole]
 */
export function filesFrom({ first, files }, begin, last, whole) {
  const low = bound(first.length, (i) => compareBytes(first[i], begin) < 0);
  const high = bound(first.length, (i) => isUpTo(first[i], last, whole));
  return files.slice(Math.max(low - 1, 0), Math.max(high, 1));
}
