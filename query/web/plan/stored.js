// SPDX-License-Identifier: MIT
// How terms are spelled that are asked of the index (types.js, Query). Mirrors
// common/index/terms.cpp in a notation of its own.

/** @typedef {import("../types.js").Family} Family */

/** The prefix of a field's words. No term of the analyser begins with an ASCII capital. */
const PREFIXES = /** @type {Record<string, string>} */ ({
  title: 'S:',
  heading: 'H:',
  summary: 'U:',
  body: 'D:',
  code: 'K:',
  path: 'P:',
});

/** @param {Family} family */
export const isPair = (family) => family.endsWith('pair');

/** Whether a field's values are names: whole values, and their words. @param {string} field */
export const isName = (field) => !PREFIXES[field];

/** Before the words of a field, a facet or (without one) of all fields. @param {string} [field] */
export const wordPrefix = (field) => (field ? (PREFIXES[field] ?? `W:${field}:`) : '');

/** Before the whole values of a facet, folded. @param {string} facet */
export const namePrefix = (facet) => `N:${facet}:`;

/**
 * Undefined for pairs in a field that keeps none of its own: only titles and names do.
 * @param {{family: Family, term: string, script?: string}} term
 * @param {string} [field]  a field or a facet's key
 */
export function storedTerm({ family, term }, field) {
  if (!isPair(family)) return wordPrefix(field) + term;
  return !field || field === 'title' || isName(field) ? `${wordPrefix(field)}B${term}` : undefined;
}
