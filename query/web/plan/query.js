// SPDX-License-Identifier: MIT
// Makes executed queries (types.js, Query). Mirrors common/index/query.cpp: groups of one are that
// one, groups of none say what none says.

/** @typedef {import("../types.js").Query} Query */

/** @type {Query} */
export const NOTHING = { kind: 'nothing' };
/** @type {Query} */
export const EVERYTHING = { kind: 'everything' };

/** @param {string} term  @returns {Query} */
export const term = (term) => ({ kind: 'term', term });

/** @param {"any"|"all"} kind  @param {Query[]} children  @param {Query} none  @returns {Query} */
const group = (kind, children, none) =>
  children.length > 1 ? { kind, children } : (children[0] ?? none);

/** @param {Query[]} children */
export const any = (children) => group('any', children, NOTHING);

/** @param {Query[]} children */
export const all = (children) => group('all', children, EVERYTHING);

/** @param {Query} base  @param {Query[]} excluded  @returns {Query} */
export const without = (base, excluded) =>
  excluded.length ? { kind: 'without', children: [base, ...excluded] } : base;

/** @param {Query} base  @param {Query[]} boosts  @returns {Query} */
export const boosted = (base, boosts) =>
  boosts.length ? { kind: 'boosted', children: [base, ...boosts] } : base;

/** @param {"phrase"|"alike"} kind  @param {string[]} terms  @returns {Query} */
const ofTerms = (kind, terms) =>
  terms.length > 1 ? { kind, terms } : terms.length ? term(terms[0]) : NOTHING;

/** @param {string[]} terms */
export const phrase = (terms) => ofTerms('phrase', terms);

/** @param {string[]} terms */
export const alike = (terms) => ofTerms('alike', terms);

/** @param {string[]} terms  @param {number} window  @returns {Query} */
export const near = (terms, window) => ({ kind: 'near', terms, window });

/** @param {string} begin  @returns {Query} */
export const prefix = (begin) => ({ kind: 'prefix', begin });

/** @param {number} factor  @param {Query} child  @returns {Query} */
export const scaled = (factor, child) => ({ kind: 'scaled', factor, child });

/** @param {number} factor  @param {Query} child  @returns {Query} */
export const bonus = (factor, child) => ({ kind: 'bonus', factor, child });

/** @param {import("../types.js").DayRange} days  @returns {Query} */
export const within = (days) => ({ kind: 'days', days });
