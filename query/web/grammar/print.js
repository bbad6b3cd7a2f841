// SPDX-License-Identifier: MIT
// Mirrors to_string() of query/parse/typed.cpp and meant.cpp: the trees of a query in one line, as
// `geul-query --analyze` shows them. For tests and for looking; no part of the bundle.

/** @typedef {import('../types.js').MeantNode} MeantNode */
/** @typedef {import('../types.js').MeantWord} MeantWord */
/** @typedef {import('./plain.js').TypedNode} TypedNode */

const SIGNS = { plain: '', must: '+', must_not: '-' };
const SHOWN_ALTERNATIVES = 5;

/** @param {TypedNode} node @returns {string} */
const typedContent = ({ kind, text, children }) => {
  if (kind === 'word') return text.includes(' ') ? `"${text}"` : text;
  if (kind === 'phrase') return `"${text}"`;
  if (kind === 'prefix') return `${text}*`;
  const name = { list: 'list', all: 'and', any: 'or' }[kind];
  return `(${[name, ...children.map(typedToString)].join(' ')})`;
};

/** (list 검색 (and +a "b c") title:d*) @param {TypedNode} node @returns {string} */
export const typedToString = (node) =>
  SIGNS[node.occurrence] + (node.field && `${node.field}:`) + typedContent(node);

/** @param {MeantWord[]} words */
const joinedKeys = (words) => words.map(({ terms }) => terms[0].term).join(' ');

/** @param {number} day */
const toIso = (day) => String(day).padStart(8, '0').replace(/(..)(..)$/, '-$1-$2');

/** (or 컨텐츠 spelling:콘텐츠 +2) @param {MeantNode} node */
const withAlternatives = ({ words, alternatives }) => {
  const content = words.length === 1 ? joinedKeys(words) : `(words ${joinedKeys(words)})`;
  if (!alternatives.length) return content;
  const shown = alternatives
    .slice(0, SHOWN_ALTERNATIVES)
    .map((alternative) => ` ${alternative.rung}:${joinedKeys(alternative.words)}`);
  const more = alternatives.length - shown.length;
  return `(or ${content}${shown.join('')}${more ? ` +${more}` : ''})`;
};

/** @param {MeantNode} node @returns {string} */
const meantContent = (node) => {
  const { kind, words, text, days, children } = node;
  if (kind === 'words') return withAlternatives(node);
  if (kind === 'phrase') return `(phrase ${joinedKeys(words)})`;
  if (kind === 'prefix') return `(prefix ${text})`;
  if (kind === 'name') return `"${text}"`;
  if (days) return `(days ${toIso(days.first)} ${toIso(days.last)})`;
  return `(${[kind, ...children.map(meantToString)].join(' ')})`;
};

/** (list 컬리 (function 무엇) tag="이직") @param {MeantNode} node @returns {string} */
export const meantToString = (node) => {
  const place = node.field ?? node.facet;
  const out = SIGNS[node.occurrence] + (place ? `${place}=` : '') + meantContent(node);
  return node.isFunctionWord ? `(function ${out})` : out;
};
