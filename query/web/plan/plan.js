// SPDX-License-Identifier: MIT
// The third of a query's three forms: what the index is asked. Mirrors query/parse/plan.cpp. Knows
// nothing of files; cost linear in the query.
import { createMatcher } from './matching.js';
import { isContentWord, isFilter, isRequired } from './node_kinds.js';
import { boosted, scaled } from './query.js';
import { score } from './scoring.js';
import { HALF, TRACE, WHOLE } from './word_query.js';

/** @typedef {import("../types.js").Query} Query */
/** @typedef {import("../types.js").MeantNode} MeantNode */

/**
 * A stored term that the executed query looks for, and the word it stands for.
 * @typedef {object} Origin
 * @property {string} stored
 * @property {string} word       as typed
 * @property {string} term       without prefix
 * @property {import("../types.js").Family} family
 * @property {string} [field]    or the key of a facet; none: anywhere
 * @property {number} order      of the word in the query
 * @property {import("../types.js").Rung} rung
 * @property {string} standsFor  by another rung: the words of the alternative
 * @property {boolean} begins    `stored` is the beginning of terms, not one
 */

/**
 * What planning has to know of the index's names; loaded where a query has any.
 * @typedef {{fold: (name: string) => string, has: (stored: string) => boolean}} Names
 */

/**
 * @typedef {object} Plan
 * @property {Query} match      which posts; without weights
 * @property {Query[]} parts    what each post's score is the sum of
 * @property {Origin[]} origins
 * @property {string[]} notes
 * @property {{left: string, right: string, parts: Query[]}} [neighbours]  two words whose nearness
 *   counts, and the parts that count it by what the index knows of it
 */

/**
 * @param {MeantNode} root
 * @param {Names} names
 * @param {number} loosest  how little of a plain word may do
 * @returns {Plan}
 */
export function makePlan(root, names, loosest = WHOLE) {
  /** @type {any} */
  const plan = { parts: [], origins: [], notes: [] };
  const match = createMatcher(names, loosest, plan);
  plan.match = match(root);
  score(root, match, loosest, plan);
  return plan;
}

/** The posts of `match`, each with the sum of its parts. @param {Plan} plan */
export const assemble = ({ match, parts }) => boosted(scaled(0, match), parts);

/** @param {MeantNode} node */
const isPlainWord = (node) => node.kind === 'words' && node.occurrence === 'plain';

/**
 * With how little a query that has found nothing may be tried again.
 * @param {MeantNode} root
 */
export function loosestFor({ children }) {
  if (children.some((child) => isRequired(child) && !isFilter(child))) return WHOLE;
  if (!children.some(isContentWord)) return WHOLE;
  return children.filter(isPlainWord).length > 1 ? TRACE : HALF;
}
