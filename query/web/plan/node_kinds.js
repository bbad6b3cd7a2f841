// SPDX-License-Identifier: MIT
// What a node is to the list that it stands in. Mirrors query/parse/node_kinds.hpp.

/** @typedef {import("../types.js").MeantNode} MeantNode */

/** Restricts which posts are looked at and ranks nothing. @param {MeantNode} node */
export const isFilter = (node) => node.kind === 'name' || node.kind === 'days' || !!node.facet;

/** Whether a post in a list must have it. @param {MeantNode} node */
export const isRequired = (node) =>
  node.occurrence === 'must' ||
  !!node.field ||
  node.kind === 'phrase' ||
  node.kind === 'all' ||
  isFilter(node);

/** A word of a plain query that says something. @param {MeantNode} node */
export const isContentWord = (node) =>
  node.kind === 'words' && node.occurrence === 'plain' && !node.field && !node.isFunctionWord;
