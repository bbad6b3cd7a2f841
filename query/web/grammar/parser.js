// SPDX-License-Identifier: MIT
// Mirrors query/parse/parser.cpp: the tree of what was typed. Nothing in it is analysed.

import { clip } from '../analysis/characters.js';
import { isWrittenAsDays } from './dates.js';
import { splitQuery } from './lexer.js';
import { SPACE, typedNode, wordsOf } from './plain.js';

/** @typedef {import('../types.js').Analyzer} Analyzer */
/** @typedef {import('./plain.js').TypedNode} TypedNode */
/** @typedef {import('./lexer.js').Lexeme} Lexeme */
/** @typedef {import('./lexer.js').Note} Note */

/**
 * What was typed, well-formed and cut between words, and its syntax.
 * @typedef {{text: string, root: TypedNode, notes: string[]}} TypedQuery
 */

const MAX_QUERY_BYTES = 4096;
const MAX_NESTING = 16;
const MAX_DATE_WORDS = 12;

/** @param {string} query @param {Note[]} notes */
const readable = (query, notes) => {
  const text = query.replace(/\p{Cs}/gu, '\ufffd');
  if (text !== query) notes.push({ message: 'bytes that are no UTF-8 were replaced', begin: 0 });
  const front = clip(text, MAX_QUERY_BYTES);
  if (front === text) return text;
  const message = `the query is longer than ${MAX_QUERY_BYTES} bytes and was cut`;
  notes.push({ message, begin: 0 });
  if (RegExp(`^[${SPACE}]`).test(text.slice(front.length))) return front;
  const words = front.replace(RegExp(`[${SPACE}][^${SPACE}]*$`), '');
  return wordsOf(words).length ? words : front;
};

/** Shorter beginnings stand for too much: one Hangul syllable is enough, or two of anything else. */
const isLongEnoughForPrefix = (/** @type {string} */ text) =>
  /(?=\p{L})\p{sc=Hang}/u.test(text) ||
  (text.match(/[\p{L}\p{N}]|(?![©®])[\p{ExtPict}\p{EPres}\p{EMod}]/gu) ?? []).length > 1;

/** @param {TypedNode} node */
const isEmpty = ({ kind, children }) => kind === 'list' && !children.length;
/** A group of one, without sign or field of its own, is that one. @param {TypedNode} group */
const simplified = (group) => {
  const { children } = group;
  if (children.length < 2) return children[0] ?? typedNode('list', '', 0);
  if (group.begin === group.end) {
    group.begin = children[0].begin;
    group.end = children[children.length - 1].end;
  }
  return group;
};

/**
 * @param {string} query
 * @param {readonly string[]} facetKeys  the configured facets of the index, each a field's name too
 * @param {Analyzer} analyzer  which folds names and knows particles
 * @returns {TypedQuery}  with a note for everything that was not taken as it was written
 */
export const parse = (query, facetKeys, analyzer) => {
  /** @type {Note[]} */
  const notes = [];
  const text = readable(query, notes);
  const lexemes = splitQuery(text, facetKeys, analyzer, notes);
  let next = 0;
  let depth = 0;
  let passedOver = 0;  // parentheses of this list that were opened too deep
  let nestedTooDeep = false;
  let inDates = false;  // within date:( … )

  /** @param {string} message @param {number} begin */
  const note = (message, begin) => notes.push({ message, begin });
  /** @param {Lexeme['kind']} kind */
  const nextIs = (kind) => lexemes[next]?.kind === kind;

  /** Up to the parenthesis that closes it, which stays. */
  const readList = () => {
    const list = typedNode('list', '', 0);
    while (next < lexemes.length) {
      if (nextIs('close')) {
        if (!passedOver) break;
        --passedOver;
        ++next;
      } else add(list, readAny());
    }
    return list;
  };
  /** @param {TypedNode} parent @param {TypedNode} child */
  const add = (parent, child) => {
    if (!isEmpty(child)) parent.children.push(child);
  };

  /** @param {'all'|'any'} kind @param {'AND'|'OR'} sign @param {() => TypedNode} read */
  const readJoined = (kind, sign, read) => {
    const first = read();
    if (!nextIs(sign)) return first;
    const joined = typedNode(kind, '', 0);
    add(joined, first);
    while (nextIs(sign)) {
      ++next;
      add(joined, read());
    }
    return simplified(joined);
  };
  const readAny = () => readJoined('any', 'OR', readAll);
  const readAll = () => readJoined('all', 'AND', readOperand);

  /** @returns {TypedNode} */
  const readOperand = () => {
    let negated = false;
    for (; nextIs('NOT'); ++next) negated = !negated;
    const node = readPrimary();
    if (negated) node.occurrence = node.occurrence === 'must_not' ? 'plain' : 'must_not';
    return node;
  };

  /** @returns {TypedNode} */
  const readPrimary = () => {
    const lexeme = lexemes[next];
    if (!lexeme || lexeme.kind === 'close') return typedNode('list', '', 0);  // the list takes it
    ++next;
    if (lexeme.kind === 'open') return readGroup(lexeme);
    const { field, occurrence, begin, at } = lexeme;
    const isWord = lexeme.kind !== 'phrase';
    const { end, to } = isWord && (field ? field === 'date' : inDates) ? endOfDate(lexeme) : lexeme;
    const node = typedNode(isWord ? 'word' : 'phrase', text.slice(at, to), at);
    if (isWord) readAsterisk(node, begin);
    return { ...node, field, occurrence, begin, end };
  };

  /** A date goes on over the plain words behind it, as many as leave it one. @param {Lexeme} date */
  const endOfDate = (date) => {
    let last = date;
    for (let i = next, most = next + MAX_DATE_WORDS; i < most; ++i) {
      const word = lexemes[i];
      if (word?.kind !== 'word' || word.occurrence !== 'plain' || word.field) break;
      if (!isWrittenAsDays(text.slice(date.at, word.to))) continue;
      last = word;
      next = i + 1;
    }
    return last;
  };

  /** @param {TypedNode} node @param {number} begin */
  const readAsterisk = (node, begin) => {
    const [, front] = /^([^*]+)\*$/.exec(node.text) ?? [];
    if (!front) return;
    if (!isLongEnoughForPrefix(front))
      return note(`"${node.text}" is too short a beginning; it was read as a word`, begin);
    node.kind = 'prefix';
    node.text = front;
  };

  /** @param {Lexeme} open @returns {TypedNode} */
  const readGroup = (open) => {
    if (depth >= MAX_NESTING) {
      if (!nestedTooDeep) note(`parentheses deeper than ${MAX_NESTING} were left out`, open.begin);
      nestedTooDeep = true;
      ++passedOver;
      return typedNode('list', '', 0);
    }
    const outer = [passedOver, inDates];
    ++depth;
    passedOver = 0;
    if (open.field) inDates = open.field === 'date';
    const group = readList();
    --depth;
    [passedOver, inDates] = /** @type {[number, boolean]} */ (outer);
    group.begin = open.begin;
    group.end = text.length;
    if (nextIs('close')) group.end = lexemes[next++].end;
    else note('a parenthesis without its partner was closed at the end', open.begin);
    return withSign(group, open);
  };

  /** @param {TypedNode} list @param {Lexeme} open @returns {TypedNode} */
  const withSign = (list, { field, occurrence }) => {
    const group = field ? list : simplified(list);
    if (group.occurrence === 'plain') return { ...group, occurrence, field: group.field || field };
    if (occurrence === 'plain') return group;
    const { begin, end } = group;
    return { ...typedNode('list', '', 0), occurrence, begin, end, children: [group] };
  };

  const root = readList();
  while (next < lexemes.length) {  // a closing parenthesis that nothing opened
    note('a closing parenthesis without its partner was left out', lexemes[next++].begin);
    root.children.push(...readList().children);
  }
  root.end = text.length;
  notes.sort((a, b) => a.begin - b.begin);
  return {
    text,
    root: root.children.length === 1 ? root.children[0] : root,
    notes: notes.map(({ message }) => message),
  };
};
