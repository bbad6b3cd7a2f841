// SPDX-License-Identifier: MIT
// Mirrors query/rungs/ladder.cpp: finds what else the words of a query may stand for, and adds it to
// them (MeantNode.alternatives) in the order of the rungs. Words of excluded nodes, of phrases,
// prefixes and whole names, and function words keep to what they are.
import { isConsonant } from '../analysis/jamo.js';
import { isContentWord } from '../plan/node_kinds.js';
import { joinedKeys, keyOf } from '../plan/word_query.js';
import { readSynonyms } from './synonyms.js';
import { hasInitials } from './typing.js';
import {
  analyzeWord, halfTypedOf, halvesOf, isUnknown, otherLayoutOf, readingsOf, spellingsOf,
} from './word_rungs.js';

/** @typedef {import('../types.js').Alternative} Alternative */
/** @typedef {import('../types.js').Analyzer} Analyzer */
/** @typedef {import('../types.js').IndexView} IndexView */
/** @typedef {import('../types.js').MeantNode} MeantNode */

const MAX_WIDENED = 32;
const MAX_PATTERNS = 8;
const MAX_WIDENED_LENGTH = 32;

/** A word that may stand for something else. @param {MeantNode} node */
export const isOpen = ({ kind, occurrence, isFunctionWord, words }) =>
  kind === 'words' && occurrence !== 'must_not' && !isFunctionWord && words.length > 0;

/** @param {MeantNode} node */
export const isTooLong = ({ text }) => [...text].length > MAX_WIDENED_LENGTH;

/** @param {MeantNode} node @param {Alternative} alternative */
const addUnlessThere = ({ alternatives }, alternative) => {
  const keys = joinedKeys(alternative.words);
  if (alternatives.every(({ words }) => joinedKeys(words) !== keys)) alternatives.push(alternative);
};

/**
 * Words side by side, of one field or none. What is joined by OR does not stand side by side.
 * @param {MeantNode} list @param {number} begin
 */
const stretchFrom = ({ kind, children }, begin) => {
  /** @type {string[]} */
  const keys = [];
  /** @type {MeantNode[]} */
  const nodes = [];
  let end = begin;
  for (; end < children.length && (end === begin || kind !== 'any'); ++end) {
    const node = children[end];
    if (node.kind !== 'words' || node.occurrence === 'must_not' ||
        node.field !== children[begin].field) break;
    for (const word of node.words) {
      keys.push(keyOf(word));
      nodes.push(node);
    }
  }
  return { keys, nodes, end: Math.max(end, begin + 1) };
};

/**
 * The longest from the left on; what belongs to a phrase stands for nothing else. Typed words stand
 * for others as a whole: SRE팀 is not SRE.
 * @param {MeantNode} list @param {import('./synonyms.js').Synonyms} longestAt
 */
const addSynonyms = (list, longestAt) => {
  for (let begin = 0; begin < list.children.length; ) {
    const { keys, nodes, end: behind } = stretchFrom(list, begin);
    for (let at = 0; at < keys.length; ) {
      const { words, others } = nodes[at] !== nodes[at - 1]
        ? longestAt(keys, at)
        : { words: 0, others: [] };
      const end = at + (words || 1);
      if (nodes[end] !== nodes[end - 1])
        for (; words && at < end; ++at)
          for (const other of others) addUnlessThere(nodes[at], other);
      at = end;
    }
    begin = behind;
  }
};

/**
 * 검색 엔진 -> 검색엔진, for each of the two.
 * @param {MeantNode} list @param {IndexView} view @param {Analyzer} analyzer
 * @returns {Promise<() => void>} adds them
 */
const spacingOf = async (list, view, analyzer) => {
  const fits = (/** @type {MeantNode} */ node) =>
    isContentWord(node) && !isTooLong(node) && node.words.length === 1 &&
    node.words[0].terms[0].script === 'hangul';
  const nodes = list.children.slice(0, MAX_WIDENED);
  const found = await Promise.all(nodes.slice(1).map(async (right, i) => {
    if (!fits(nodes[i]) || !fits(right)) return [];
    const words = analyzeWord(nodes[i].text + right.text, analyzer);
    return words.length === 1 && (await view.frequency(keyOf(words[0]))) ? [words] : [];
  }));
  return () => found.forEach((all, i) => {
    for (const words of all) {
      addUnlessThere(nodes[i], { rung: 'spacing', words });
      addUnlessThere(nodes[i + 1], { rung: 'spacing', words });
    }
  });
};

/**
 * Adds alternatives to the words of a query, and a note where it has more words than are widened:
 * initials and half-typed syllables where consonants stand alone; half-typed syllables also for the
 * last word, where no post has it as a word; the other keyboard; spellings and spacing; synonyms.
 *
 * Limits: 32 words, of these 8 as initials or half-typed; words of more than 32 characters are
 *   nothing but themselves. Synonyms are for all. `reach` bounds what initials may cost.
 * Cost: all words are asked about at once, each in two or three rounds. A plain word's rungs ask for
 *   files beside its own for one word in ten (0.4 kB on average over 999 pages), a compound that no
 *   post has for 1 (2 kB), initials for 2 to 13 (7 to 35 kB).
 *
 * @param {import('../types.js').MeantQuery} meant  changed
 * @param {IndexView} view
 * @param {Analyzer} analyzer
 * @param {{synonyms?: import('./synonyms.js').Synonyms, reach?: import('./initials.js').Reach}}
 *   [options]  synonyms as readSynonyms() gives them
 */
export const climb = async (meant, view, analyzer, { synonyms, reach } = {}) => {
  let words = MAX_WIDENED;
  let patterns = MAX_PATTERNS;
  let tooSmall = false;
  /** @type {MeantNode[]} */
  const lists = [];
  /** @type {Promise<unknown>[]} */
  const jobs = [];

  /** By initials or half-typed syllables. @param {MeantNode} node @param {boolean} last */
  const patterned = async (node, last) => {
    const typed = analyzer.fold(node.text);
    const initials = hasInitials(typed);
    const halfTyped = !initials && isConsonant(typed.slice(-1));
    if (!patterns || (!initials && !halfTyped && !last)) return [];
    // Behind the last word none is left that would need it.
    --patterns;
    if (initials) return (await import('../more/initials.js')).initialsOf(typed, node, view, reach);
    return halfTyped || (await isUnknown(node, view))
      ? halfTypedOf(typed, node, view, analyzer)
      : [];
  };

  /** @param {MeantNode} node @param {boolean} last */
  const widen = async (node, last) => {
    const found = await Promise.all([
      patterned(node, last),
      readingsOf(node),
      spellingsOf(node, view, analyzer),
      otherLayoutOf(node, view, analyzer),
      halvesOf(node, view, analyzer),
    ]);
    node.alternatives.push(...found.flat());
  };

  /** @param {MeantNode} node @param {boolean} last  whether its last syllable may still change */
  const visit = (node, last) => {
    const { children, occurrence, kind } = node;
    if (occurrence === 'must_not') return;
    if (isOpen(node)) {
      if (!words) tooSmall = true;
      else if (words-- && !isTooLong(node)) jobs.push(widen(node, last));
    }
    children.forEach((child, i) => visit(child, last && i === children.length - 1));
    lists.push(node);
  };
  visit(meant.root, true);
  const spacings = await Promise.all(lists.map((list) =>
    list.kind === 'list' ? spacingOf(list, view, analyzer) : () => {}));
  await Promise.all(jobs);
  lists.forEach((list, i) => {
    if (synonyms) addSynonyms(list, synonyms);
    spacings[i]();
  });
  if (tooSmall)
    meant.notes.push(`only the first ${MAX_WIDENED} words were also looked for in other spellings`);
};

export { readSynonyms };
