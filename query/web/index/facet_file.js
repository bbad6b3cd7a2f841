// SPDX-License-Identifier: MIT
// The facets file (indexer/site/FORMAT.md).
import { reader } from './bytes.js';
import { undelta } from './terms.js';

/** @typedef {{text: string, pages: Uint32Array}} FacetValue */
/** @typedef {{key: string, values: FacetValue[]}} Facet */

/** @param {number} size  pages of the index */
export const facetDecoder = (size) => (/** @type {Uint8Array} */ bytes) => {
  const input = reader(bytes);
  const facets = Array.from({ length: input.count(2) }, () => {
    const key = input.text();
    const texts = input.texts();
    const counts = input.ints(texts.length);
    const values = texts.map((text, i) => {
      const pages = input.ints(counts[i]);
      undelta(pages, 0, counts[i], size);
      return { text, pages };
    });
    return { key, values };
  });
  input.end();
  return facets;
};
