// SPDX-License-Identifier: MIT
// Whether two words stand near each other in a text that is there anyway. The index tells it of
// syllables alone; the posts that are shown are put in order with what their texts say besides.
import { isPair } from '../plan/stored.js';
import { NEARBY, PROFILE } from '../plan/profile.js';

/**
 * What the nearness of two words adds to a post's score, as far as the texts show it.
 * @param {Iterable<string>} texts
 * @param {{left: string, right: string}} words
 * @param {import("../types.js").Analyzer} analyzer
 */
export function nearnessIn(texts, { left, right }, analyzer) {
  let near = 0;
  let adjacent = 0;
  for (const text of texts) {
    /** @type {number[]} */
    const lefts = [];
    /** @type {number[]} */
    const rights = [];
    for (const { family, term, position } of analyzer.analyze(text)) {
      if (isPair(family)) continue;
      if (term === left) lefts.push(position);
      if (term === right) rights.push(position);
    }
    for (const a of lefts)
      for (const b of rights) {
        if (Math.abs(a - b) < NEARBY && (a !== b || left === right)) near = 1;
        if (b === a + 1) adjacent = 1;
      }
  }
  return ((near + adjacent) * PROFILE.proximity) / 2;
}
