// SPDX-License-Identifier: MIT
// Completions from a static index: what rungs/suggest.js asks for, and the addresses of titles.
// Loaded when the first completions are asked for. Mirrors query/suggest/completion_index.cpp.
import { needsGrammar, resolvePlain } from '../grammar/plain.js';
import { makePlan } from '../plan/plan.js';
import { all } from '../plan/query.js';
import { suggest as complete } from '../rungs/suggest.js';
import { readTitles } from '../rungs/titles.js';

/** @typedef {import("../index/index.js").Index} Index */
/** @typedef {import("../types.js").Analyzer} Analyzer */

const NO_NAMES = { fold: String, has: () => false };

/** Folded titles, which are made of the file once.
 * @type {WeakMap<string[], import("../rungs/titles.js").Titles>} */
const folded = new WeakMap();

/**
 * The posts that match every word before the last.
 * @param {string} before  @param {Index} index  @param {Analyzer} analyzer
 */
async function among(before, index, analyzer) {
  if (needsGrammar(before)) return undefined;
  const { root, extent } = resolvePlain(before, analyzer);
  if (extent !== 'something') return undefined;
  const query = all(
    root.children.map((child) => makePlan({ ...root, children: [child] }, NO_NAMES).match),
  );
  const mask = (await index.evaluate(query)).mark(query);
  return { query, has: (/** @type {number} */ page) => mask[page] };
}

/**
 * @param {string} prefix
 * @param {Index} index
 * @param {Analyzer} analyzer
 * @param {number} limit
 * @returns {Promise<import("../geul.js").Completion[]>}
 */
export async function suggest(prefix, index, analyzer, limit) {
  const [list, facets] = await Promise.all([index.titles(), index.facets()]);
  const titles = folded.get(list) ?? readTitles(list, analyzer);
  folded.set(list, titles);
  const { view, entry } = index;
  const found = await complete(prefix, limit, {
    ...{ analyzer, view, titles, facets, dayOf: entry.dayOf },
    among: (before) => among(before, index, analyzer),
  });
  return Promise.all(
    found.map(async ({ page, text, kind, by, count, query }) => {
      const url = page === null ? null : (await index.fragment(page, 0)).url;
      return { text, kind, by, count, query, url };
    }),
  );
}
