// SPDX-License-Identifier: MIT
// Asks the index what a plan asks for, and puts the posts in order.
import { assemble } from '../plan/plan.js';

/**
 * What a plan finds.
 * @typedef {object} Found
 * @property {import("../plan/plan.js").Plan} plan
 * @property {number[]} pages      in the order asked for
 * @property {boolean} exact       whether all of them surely match
 * @property {Uint8Array} matches  of the query without filters
 * @property {{filter: import("./facets.js").Filter, mask: Uint8Array}[]} filters
 * @property {Float64Array | undefined} weights  where they order the pages
 * @property {import("../index/evaluate.js").Evaluator & {found: import("../index/evaluate.js").Found}} evaluated
 */

/**
 * @param {import("./understand.js").Question} question
 * @param {import("../plan/plan.js").Plan} plan
 * @returns {Promise<Found>}
 */
export async function run({ index, filters, sort }, plan) {
  const query = assemble(plan);
  const evaluated = await index.evaluate(query, ...filters.map((filter) => filter.query));
  const matches = evaluated.mark(plan.match);
  const masks = filters.map((filter) => ({ filter, mask: evaluated.mark(filter.query) }));
  const pages = Array.from(matches.keys()).filter(
    (page) => matches[page] && masks.every(({ mask }) => mask[page]),
  );
  const weights = sort === 'relevance' ? evaluated.weights(query) : undefined;
  const undated = pages.filter((page) => page < index.entry.undated).length;
  if (weights) pages.sort((a, b) => weights[b] - weights[a] || a - b);
  else if (sort === 'newest') pages.reverse();
  // Undated posts come last in either order.
  else pages.push(...pages.splice(0, undated));
  return { plan, pages, exact: true, matches, filters: masks, weights, evaluated };
}
