// SPDX-License-Identifier: MIT
// As what a post was found. Mirrors query/reasons.cpp.
import { isPair } from '../plan/stored.js';

/** @typedef {import("../plan/plan.js").Origin} Origin */

const RUNGS = 'spacing spelling synonym half_typed initials keyboard typo'.split(' ');

/** @param {Origin[]} origins  @param {string} family */
const count = (origins, family) => origins.filter((origin) => origin.family === family).length;

/** All its words are there, or another cut of it, or all pairs of its stem, or all parts of a name.
 * @param {Origin[]} all  @param {Origin[]} found */
const isWhole = (all, found) =>
  found.some(({ family }) => family === 'variant' || family === 'alternate') ||
  ['word', 'pair', 'part'].some(
    (family) => count(all, family) > 0 && count(found, family) === count(all, family),
  );

/** What belongs to one reason: a word of the query, or one of its alternatives. @param {Origin} origin */
const groupOf = ({ order, rung, word, standsFor, field }) =>
  [order, rung, word, standsFor, field].join('\0');

/**
 * By what a post was found, from the surest on, each once.
 * @param {Origin[]} origins
 * @param {(origin: Origin) => boolean} has  whether the post has the term, or one that begins so
 * @param {boolean} pinned
 */
export function matchedBy(origins, has, pinned) {
  /** @type {Map<string, {all: Origin[], found: Origin[]}>} */
  const groups = new Map();
  let exact = false;
  let part = false;
  let any = false;
  const rungs = new Set();
  for (const origin of origins) {
    const there = has(origin);
    if (origin.begins) {
      exact ||= there;
      continue;
    }
    const key = groupOf(origin);
    const group = groups.get(key) ?? { all: [], found: [] };
    groups.set(key, group);
    group.all.push(origin);
    if (there) group.found.push(origin);
  }
  for (const { all, found } of groups.values()) {
    if (!found.length) continue;
    const whole = isWhole(all, found);
    const { rung } = found[0];
    if (rung === 'exact') any = true;
    if (!whole) continue;
    if (rung !== 'exact') rungs.add(rung);
    else if (found.every(({ family }) => isPair(family))) part = true;
    else exact = true;
  }
  return [
    ...(pinned ? ['pinned'] : []),
    ...(exact ? ['exact'] : []),
    ...(part || (!exact && !rungs.size && any) ? ['part'] : []),
    ...RUNGS.filter((rung) => rungs.has(rung)),
  ];
}
