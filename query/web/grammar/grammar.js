// SPDX-License-Identifier: MIT
// The whole grammar of queries, loaded for those that are more than plain words (plain.js).
// Mirrors query/parse/meaning.cpp: words analysed, fields, names and dates understood. Never fails:
// what cannot be read as it was written is left out or read as words, with a note.

import { clipToTerm } from '../analysis/characters.js';
import { parseDays } from './dates.js';
import { FIELDS, NAME_FIELDS } from './fields.js';
import {
  addPlainWords, addSaid, analyzePieces, markFunctionWords, meantNode, meantQuery, typedNode,
} from './plain.js';

export { parseDate } from './dates.js';
export { parse } from './parser.js';

/** @typedef {import('../types.js').Analyzer} Analyzer */
/** @typedef {import('../types.js').Field} Field */
/** @typedef {import('../types.js').MeantNode} MeantNode */
/** @typedef {import('../types.js').MeantQuery} MeantQuery */
/** @typedef {import('./plain.js').TypedNode} TypedNode */

/**
 * What a field before a group says of everything in it.
 * @typedef {{field?: Field, facet?: string, isDate?: boolean}} Context
 */

/** @param {string} name @param {Context} outer @returns {Context} */
const contextOf = (name, outer) =>
  !name
    ? outer
    : name === 'date'
      ? { isDate: true }
      : FIELDS.includes(name)
        ? { field: /** @type {Field} */ (name) }
        : { facet: name };

/**
 * What a typed query means on the day `today`.
 * @param {import('./parser.js').TypedQuery} typed
 * @param {Analyzer} analyzer
 * @param {number} today  YYYYMMDD, where the user is
 * @returns {MeantQuery}  without what says nothing; its notes begin with those of `typed`
 */
export const resolve = (typed, analyzer, today) => {
  const notes = [...typed.notes];

  /** @param {TypedNode} node @param {Context} outer @returns {MeantNode|undefined} */
  const resolveNode = (node, outer) => {
    const context = contextOf(node.field, outer);
    if (node.kind === 'list' || node.children.length) return resolveGroup(node, context);
    return context.isDate ? resolveDate(node) : resolveLeaf(node, context);
  };

  /** @param {TypedNode} node @param {Context} context @returns {MeantNode|undefined} */
  const resolveGroup = (node, context) => {
    const { children } = node;
    const isFree = context === FREE;
    // Whoever names a field for several words wants them all there.
    const kind = node.kind === 'list' && !isFree ? 'all' : node.kind;
    const group = meantNode(/** @type {MeantNode['kind']} */ (kind), node, '');
    for (let i = 0; i < children.length; ) {
      let end = i;
      while (isFree && kind === 'list' && end < children.length && isPlainWord(children[end])) ++end;
      if (end > i) addPlainWords(group, children.slice(i, end), analyzer, notes);
      else add(group, resolveNode(children[end++], context));
      i = end;
    }
    if (!group.children.length) return;
    if (kind === 'all' && group.children.length === 1 && group.occurrence === 'plain')
      return group.children[0];
    if (kind === 'list') markFunctionWords(group, analyzer);
    return group;
  };

  /** @param {TypedNode} node */
  const resolveDate = (node) => {
    const found = parseDays(node.text, today);
    if (!found) {
      notes.push(`"${node.text}" is no date or range of dates; it was left out`);
      return;
    }
    if (found.isReversed) notes.push(`"${node.text}" runs backwards; it was turned round`);
    return { ...meantNode('days', node, ''), days: found.days };
  };

  /** @param {TypedNode} node @param {Context} context @returns {MeantNode} */
  const resolveLeaf = (node, { field, facet }) => {
    const isPrefix = node.kind === 'prefix';
    const isName = !!facet || (!!field && NAME_FIELDS.includes(field));
    const kind = isPrefix ? 'prefix' : isName ? 'name' : node.kind === 'word' ? 'words' : 'phrase';
    let { text } = node;
    if (isName) text = analyzer.foldName(text);
    else if (isPrefix) text = analyzer.fold(text);
    // No term is longer, so that a longer beginning finds what its front does.
    if (isPrefix) text = clipToTerm(text);
    const [words] = analyzePieces([node], analyzer);
    return { ...meantNode(kind, node, text), ...(field && { field }), ...(facet && { facet }), words };
  };

  /** @param {MeantNode} parent @param {MeantNode|undefined} child */
  const add = (parent, child) => {
    if (child?.kind === 'days' || child?.children.length) parent.children.push(child);
    else if (child) addSaid(parent, child, notes);
  };

  const { root, text } = typed;
  const isList = root.kind === 'list' && root.occurrence === 'plain' && !root.field;
  const list = isList
    ? root
    : { ...typedNode('list', '', 0), begin: root.begin, end: root.end, children: [root] };
  return meantQuery(resolveGroup(list, FREE) ?? meantNode('list', list, ''), text, notes);
};

/** @type {Context} */
const FREE = {};
/** @param {TypedNode} node */
const isPlainWord = ({ kind, field, occurrence }) =>
  kind === 'word' && !field && occurrence !== 'must_not';
