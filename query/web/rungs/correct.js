// SPDX-License-Identifier: MIT
// Mirrors the typo rung of query/rungs/ladder.cpp, which is asked when a search has found nothing or
// little. Loaded apart from the ladder.
import { isContentWord } from '../plan/node_kinds.js';
import { isPair } from '../plan/stored.js';
import { keyOf } from '../plan/word_query.js';
import { isOpen, isTooLong } from './ladder.js';
import { nearestWord } from './typo.js';
import { analyzeWord, countAsTyped, isUnknown, singleTerm } from './word_rungs.js';

/** @typedef {import('../types.js').MeantNode} MeantNode */
/** @typedef {import('../types.js').MeantQuery} MeantQuery */

/**
 * A word that was perhaps meant for another.
 * @typedef {object} Correction
 * @property {number} begin
 * @property {number} end
 * @property {string} typed    as it stands there
 * @property {string} instead  a word of the index, as it is known: show it as a post writes it
 */

/**
 * What becomes of words that are misspelt, as it seems: they are told of and nothing is changed; or
 * the nearest words become alternatives; or that, also for words that no post has as a word, whose
 * posts have their pairs of syllables by chance and are not to be found any more.
 * @typedef {'name_only'|'beside'|'in_place_of_pairs'} Correcting
 */

const MAX_WORDS = 32;
const MAX_CORRECTED = 4;

/** @param {MeantNode} node @returns {MeantNode[]} */
const openNodesOf = (node) =>
  node.occurrence === 'must_not'
    ? []
    : [...(isOpen(node) ? [node] : []), ...node.children.flatMap(openNodesOf)];

/**
 * For words that no post has, whatever else they stand for: the nearest words of the index.
 * Cost: two or three files for each of the first 4 words that no post has.
 * @param {MeantQuery} meant  changed; as climb() leaves it
 * @param {import('../types.js').IndexView} view
 * @param {import('../types.js').Analyzer} analyzer
 * @param {Correcting} how
 * @returns {Promise<Correction[]>}
 */
export const correct = async (meant, view, analyzer, how) => {
  const asked = openNodesOf(meant.root).slice(0, MAX_WORDS).filter((node) =>
    node.words.length === 1 && !isTooLong(node) && !node.alternatives.length);
  const misspelt = await Promise.all(asked.map((node) =>
    how === 'in_place_of_pairs'
      ? isUnknown(node, view)
      : countAsTyped(node, view).then((documents) => !documents)));
  const nodes = asked.filter((_, i) => misspelt[i]).slice(0, MAX_CORRECTED);
  const near = await Promise.all(nodes.map((node) => nearestWord(keyOf(node.words[0]), node, view)));
  return nodes.flatMap((node, i) => {
    const instead = near[i];
    if (!instead) return [];
    const [word] = node.words;
    if (how !== 'name_only') {
      if (how === 'in_place_of_pairs')
        word.terms = word.terms.filter(({ family }) => !isPair(family));
      const words = analyzeWord(instead, analyzer);
      const known = words.length === 1 && keyOf(words[0]) === instead;
      node.alternatives.push({ rung: 'typo', words: known ? words : [singleTerm(instead)] });
    }
    return [{ begin: node.begin, end: node.end, typed: word.surface, instead }];
  });
};

/**
 * Few posts for few words: then a word may be misspelt, and is told of ('name_only').
 * @param {MeantQuery} meant
 * @param {number} found  posts
 */
export const deservesSuggestions = ({ root }, found) => {
  const words = root.children.filter(isContentWord).length;
  return found < 10 && words > 1 && words <= 4;
};
