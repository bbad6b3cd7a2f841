// SPDX-License-Identifier: MIT
// Works out of what parts a post's score is the sum (common/index/RANKING.md), and which terms
// stand for which word. Mirrors query/parse/scoring.cpp.
import { matchBeginning, matchWords, surestMatches } from './matching.js';
import { isContentWord, isFilter, isRequired } from './node_kinds.js';
import { NEARBY, PROFILE } from './profile.js';
import { alike, all, any, bonus, near, phrase, prefix, scaled, term } from './query.js';
import { storedTerm } from './stored.js';
import {
  isSingleTerm,
  joinedKeys,
  keyOf,
  weightOfRung,
  weightOfTerm,
  wordOf,
} from './word_query.js';

/** @typedef {import("../types.js").Query} Query */
/** @typedef {import("../types.js").MeantNode} MeantNode */
/** @typedef {import("../types.js").MeantWord} MeantWord */
/** @typedef {import("../types.js").MeantTerm} MeantTerm */
/** @typedef {import("../types.js").Alternative} Alternative */

/** Terms of a path weigh nothing. @param {MeantNode} node */
const ranks = (node) => node.field !== 'path';

/** @param {MeantNode} node */
const typedAs = (node) => node.words[0]?.surface ?? node.text;

/** Plain words and groups, which a post may miss. @param {MeantNode} node */
const isCovered = (node) =>
  !node.isFunctionWord && node.occurrence === 'plain' && !isRequired(node);

/** @param {Alternative} alternative */
const isOneWord = ({ rung, words }) => rung === 'spacing' && words.length === 1;

/**
 * Whether the alternative is the word that two words make when they are written together.
 * @param {Alternative} alternative  @param {MeantNode} other
 */
const isJoined = (alternative, other) =>
  isOneWord(alternative) &&
  other.alternatives.some(
    (shared) => isOneWord(shared) && keyOf(shared.words[0]) === keyOf(alternative.words[0]),
  );

/** A word without particle or ending. @param {MeantNode} node */
const isBareWord = (node) => {
  const last = isContentWord(node) && node.words[node.words.length - 1];
  return last && (last.terms[0].script !== 'hangul' || keyOf(last) === last.surface);
};

/** @param {MeantNode} node */
const saysSomething = (node) =>
  !node.isFunctionWord && node.occurrence !== 'must_not' && !isFilter(node);

/**
 * Adds the parts and origins of a query to the plan.
 * @param {MeantNode} root
 * @param {(node: MeantNode) => Query} match
 * @param {number} loosest
 * @param {import("./plan.js").Plan} plan
 */
export function score(root, match, loosest, plan) {
  /** @type {Map<string, number>} */
  const weights = new Map();

  /** @param {number} weight  @param {Query} query */
  const addBonus = (weight, query) => {
    if (weight > 0) plan.parts.push(bonus(weight, query));
  };

  /** @param {MeantTerm} each  @param {MeantNode} node  @param {string} word  @param {number} order
   * @param {Alternative} [alternative] */
  const addOrigin = (each, node, word, order, alternative) => {
    const stored = storedTerm(each, node.field);
    if (!stored) return;
    plan.origins.push({
      ...{ stored, word, term: each.term, family: each.family, field: node.field, order },
      rung: alternative?.rung ?? 'exact',
      standsFor: alternative ? joinedKeys(alternative.words) : '',
      begins: false,
    });
  };

  /** @param {MeantWord} word  @param {MeantNode} node  @param {number} emphasis */
  const scoreWord = (word, node, emphasis) => {
    for (const each of word.terms) {
      const weight = weightOfTerm(each) * emphasis;
      if (weight <= 0) continue;
      const key = /** @type {string} */ (storedTerm(each));
      if (ranks(node)) weights.set(key, (weights.get(key) ?? 0) + weight);
      addOrigin(each, node, word.surface, word.begin);
    }
  };

  /** A term that is there already keeps the larger weight.
   * @param {MeantWord} word  @param {MeantNode} node  @param {Alternative} alternative
   * @param {number} emphasis */
  const scoreAlternativeWord = (word, node, alternative, emphasis) => {
    for (const each of word.terms) {
      addOrigin(each, node, typedAs(node), node.begin, alternative);
      const weight = weightOfTerm(each) * weightOfRung(alternative.rung) * emphasis;
      if (word.terms.length === 1 || !ranks(node)) continue;
      const key = /** @type {string} */ (storedTerm(each));
      weights.set(key, Math.max(weights.get(key) ?? 0, weight));
    }
  };

  /** The words that a pattern has found are one word to the ranking.
   * @param {MeantNode} node  @param {number} emphasis */
  const scoreAlike = (node, emphasis) => {
    /** @type {Map<import("../types.js").Rung, string[]>} */
    const terms = new Map();
    for (const alternative of node.alternatives)
      if (isSingleTerm(alternative)) {
        const { rung, words } = alternative;
        const stored = /** @type {string} */ (storedTerm(words[0].terms[0]));
        terms.set(rung, [...(terms.get(rung) ?? []), stored]);
      }
    for (const [rung, each] of terms)
      plan.parts.push(scaled(weightOfRung(rung) * emphasis, alike(each)));
  };

  /** All words that begin so are one to the ranking. @param {MeantNode} node  @param {number} emphasis */
  const scorePrefix = (node, emphasis) => {
    const word = node.text + '*';
    plan.origins.push({
      ...{ stored: matchBeginning(node).begin, word, term: word, family: 'word' },
      ...{ field: node.field, order: node.begin, rung: 'exact', standsFor: '', begins: true },
    });
    if (ranks(node)) plan.parts.push(scaled(emphasis, prefix(node.text)));
  };

  /** A sentence begins with its topic. @param {number} at  @param {number} words */
  const emphasisOf = (at, words) =>
    words < 3 ? 1 : 1 + PROFILE.topic_slope * (1 - (2 * at) / (words - 1));

  /** @param {MeantNode} node  @param {number} emphasis */
  const scoreNode = (node, emphasis) => {
    if (node.occurrence === 'must_not' || isFilter(node)) return;
    if (node.isFunctionWord) emphasis = PROFILE.function_word;
    for (const word of node.words) scoreWord(word, node, emphasis);
    if (node.kind === 'prefix') scorePrefix(node, emphasis);
    for (const alternative of node.alternatives)
      for (const word of alternative.words) scoreAlternativeWord(word, node, alternative, emphasis);
    if (ranks(node)) scoreAlike(node, emphasis);
    const words = node.children.filter(isContentWord).length;
    let at = 0;
    for (const child of node.children)
      scoreNode(child, isContentWord(child) ? emphasis * emphasisOf(at++, words) : emphasis);
  };

  /** A post with more of the words goes before one with fewer. */
  const scoreCoverage = () => {
    const covered = root.children.filter(isCovered);
    if (covered.length < 2) return;
    for (const child of covered)
      addBonus(
        PROFILE.coverage / covered.length,
        child.kind === 'words' ? matchWords(child, loosest) : match(child),
      );
  };

  const scoreExactness = () => {
    const saying = root.children.filter(saysSomething);
    const share =
      saying.length > 1 ? (PROFILE.coverage * PROFILE.exact_share) / saying.length : PROFILE.exact;
    for (const child of saying) {
      if (!child.alternatives.length) continue;
      const matches = surestMatches(child);
      for (const each of matches) addBonus(share / matches.length, each);
    }
  };

  /** Half for being close to each other, half for standing side by side or being written as one;
   * an index without positions tells that of syllables alone.
   * @param {MeantNode} left  @param {MeantNode} right */
  const scoreNeighbours = (left, right) => {
    const pair = [keyOf(left.words[left.words.length - 1]), keyOf(right.words[0])];
    const adjacent = /[가-힣],[가-힣]/.test(pair.join()) ? [phrase(pair)] : [];
    for (const alternative of left.alternatives)
      if (isJoined(alternative, right)) adjacent.push(wordOf(alternative.words[0]));
    const before = plan.parts.length;
    addBonus(PROFILE.proximity / 2, near(pair, NEARBY));
    addBonus(PROFILE.proximity / 2, any(adjacent));
    plan.neighbours = { left: pair[0], right: pair[1], parts: plan.parts.slice(before) };
  };

  /** Posts that have all of a few bare words come first, and of two those that have them together. */
  const scoreBareWords = () => {
    const words = root.children;
    if (words.length < 2 || words.length > 4 || !words.every(isBareWord)) return;
    addBonus(PROFILE.all_words, all(words.map((word) => matchWords(word, loosest))));
    if (words.length === 2) scoreNeighbours(words[0], words[1]);
  };

  scoreNode(root, 1);
  for (const [stored, weight] of weights)
    if (weight > 0) plan.parts.push(scaled(weight, term(stored)));
  if (root.kind !== 'list') return;
  scoreCoverage();
  scoreExactness();
  scoreBareWords();
}
