// SPDX-License-Identifier: MIT
// Term files, initials files, titles (indexer/site/FORMAT.md).
import { bound, compareBytes, fail, reader } from './bytes.js';
import { isUpTo } from './directory.js';

/**
 * Where a term stands: ascending pages and, of each, how often there (weighted), in which unit
 * most, and in which fields (null of pairs).
 * @typedef {object} Postings
 * @property {ArrayLike<number>} pages
 * @property {ArrayLike<number>} [frequencies]  without: 0, which weighs nothing
 * @property {ArrayLike<number>} [units]
 * @property {ArrayLike<number>} [fields]
 */

/** @typedef {ReturnType<ReturnType<typeof termDecoder>>} TermFile */

/** Ascending numbers, each less that before and 1; from `begin` to `end`, in place.
 * @param {Uint32Array} pages @param {number} begin @param {number} end @param {number} size */
export function undelta(pages, begin, end, size) {
  for (let i = begin, last = -1; i < end; ++i) {
    last += pages[i] + 1;
    if (last >= size) fail();
    pages[i] = last;
  }
}

/** @param {number} size  pages of the index */
export const termDecoder = (size) => (/** @type {Uint8Array} */ bytes) => {
  const input = reader(bytes);
  const n = input.count(3);
  const texts = input.words(n);
  const kinds = input.ints(n);
  const starts = new Uint32Array(n + 1);
  const fieldStarts = new Uint32Array(n + 1);
  for (let i = 0; i < n; ++i) {
    const documents = kinds[i] >>> 1;
    starts[i + 1] = starts[i] + documents;
    fieldStarts[i + 1] = fieldStarts[i] + (kinds[i] & 1 ? 0 : documents);
    if (starts[i + 1] > bytes.length) fail();
  }
  const pages = input.ints(starts[n]);
  for (let i = 0; i < n; ++i) undelta(pages, starts[i], starts[i + 1], size);
  const frequencies = input.ints(starts[n]).map((frequency) => frequency + 1);
  const units = input.ints(starts[n]);
  const fields = input.ints(fieldStarts[n]);
  input.end();

  /** @param {number} row  @returns {Postings} */
  const postings = (row) => {
    const part = /** @type {[number, number]} */ ([starts[row], starts[row + 1]]);
    return {
      pages: pages.subarray(...part),
      frequencies: frequencies.subarray(...part),
      units: units.subarray(...part),
      fields: kinds[row] & 1 ? undefined : fields.subarray(fieldStarts[row], fieldStarts[row + 1]),
    };
  };

  /** The first row that is not before the text. @param {string} text */
  const from = (text) => bound(n, (i) => compareBytes(texts[i], text) < 0);

  return {
    /** @param {string} text  @param {number} pair  1 or 0 */
    find(text, pair) {
      let row = from(text);
      if (texts[row] === text && (kinds[row] & 1) !== pair) ++row;
      return texts[row] === text && (kinds[row] & 1) === pair ? postings(row) : undefined;
    },
    /** Words from one to those that begin with `last`. @param {string} begin  @param {string} last */
    *between(begin, last) {
      for (let row = from(begin); row < n && isUpTo(texts[row], last); ++row)
        if (!(kinds[row] & 1)) yield { text: texts[row], postings: postings(row) };
    },
  };
};

/** @param {Uint8Array} bytes */
export function decodeInitials(bytes) {
  const input = reader(bytes);
  const texts = input.words(input.count(3));
  const documents = input.ints(texts.length);
  input.end();
  return texts.map((term, i) => ({ term, documents: documents[i] }));
}

/** @param {number} size */
export const titleDecoder = (size) => (/** @type {Uint8Array} */ bytes) => {
  const input = reader(bytes);
  const titles = Array.from({ length: size }, input.text);
  input.end();
  return titles;
};
