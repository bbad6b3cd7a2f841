// SPDX-License-Identifier: MIT
// Fragments: what a page is called, and a unit of its text (indexer/site/FORMAT.md).
import { reader } from './bytes.js';

/** @typedef {{level: number, heading: string, anchor: string, kind: number, content: string}} Part */
/** @typedef {ReturnType<typeof decodeFragment>} Fragment */

/** Kinds of parts; 0 is prose. */
export const CODE = 1;
export const SUMMARY = 2;

/** @param {Uint8Array} bytes */
export function decodeFragment(bytes) {
  const { int, text, texts, count, end } = reader(bytes);
  const fragment = {
    title: text(),
    url: text(),
    date: text(),
    tags: texts(),
    categories: texts(),
    authors: texts(),
    units: int(),
    parts: Array.from({ length: count(5) }, () => ({
      level: int(),
      heading: text(),
      anchor: text(),
      kind: int(),
      content: text(),
    })),
  };
  end();
  return fragment;
}
