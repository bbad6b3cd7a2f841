// SPDX-License-Identifier: MIT
// Finds the words of a query in a text, by the analysis that found the post. Mirrors
// query/render/highlight.cpp. Spans are half-open, in UTF-16 units. Cost: one analysis of the text.
import { isPair } from '../plan/stored.js';
import { isSingleTerm, keyOf } from '../plan/word_query.js';

/** @typedef {import("../types.js").MeantNode} MeantNode */
/** @typedef {import("../types.js").MeantWord} MeantWord */
/** @typedef {import("../types.js").Token} Token */

/**
 * A word of a text that a word of the query found.
 * @typedef {{begin: number, end: number, word: number}} Match
 */

/** @typedef {ReturnType<typeof createHighlighter>} Highlighter */

const MOST_WORDS = 64;
const MOST_PAIRS = 16;
/** What a word in the heading adds for the text below, whether it stands there itself or not. */
const HEADING_SHARE = 0.6;

/** Three bytes a syllable: 1 for a few letters, up to 2. @param {string} term */
const weightOf = (term) => 1 + Math.min(new TextEncoder().encode(term).length, 15) / 15;

/** The spans of matches, each once. @param {Match[]} matches  @returns {[number, number][]} */
export const spansOf = (matches) =>
  matches
    .filter(({ begin }, i) => !i || matches[i - 1].begin !== begin)
    .map(({ begin, end }) => [begin, end]);

/**
 * @param {MeantNode} root
 * @param {import("../types.js").Analyzer} analyzer
 */
export function createHighlighter(root, analyzer) {
  /** @type {{weight: number, inHeadings: boolean, pairs: number}[]} */
  const wanted = [];
  /** @type {Map<string, number>} */
  const words = new Map();
  /** The pair is the `index`-th of the word's stem.
   * @type {Map<string, {word: number, index: number}[]>} */
  const pairs = new Map();
  /** @type {{begin: string, word: number}[]} */
  const prefixes = [];

  /** @param {string} term  @param {number} word */
  const addTerm = (term, word) => words.has(term) || words.set(term, word);

  /** @param {MeantWord} word  @param {string} [field] */
  const addWord = (word, field) => {
    if (wanted.length >= MOST_WORDS || words.has(keyOf(word))) return;
    const entry = { weight: weightOf(keyOf(word)), inHeadings: field === 'heading', pairs: 0 };
    const ordinal = wanted.push(entry) - 1;
    for (const { family, term } of word.terms)
      if (!isPair(family)) addTerm(term, ordinal);
      else if (family === 'pair' && entry.pairs < MOST_PAIRS)
        pairs.set(term, [...(pairs.get(term) ?? []), { word: ordinal, index: entry.pairs++ }]);
  };

  /** @param {MeantNode} node */
  const add = ({ kind, occurrence, isFunctionWord, facet, field, text, ...node }) => {
    if (occurrence === 'must_not' || isFunctionWord || kind === 'name' || facet) return;
    for (const word of node.words) addWord(word, field);
    for (const alternative of node.alternatives)
      // What a pattern has found, a word each, is found as the typed word.
      if (!isSingleTerm(alternative)) for (const word of alternative.words) addWord(word, field);
      else if (wanted.length) addTerm(keyOf(alternative.words[0]), wanted.length - 1);
    if (kind === 'prefix' && wanted.length) prefixes.push({ begin: text, word: wanted.length - 1 });
    node.children.forEach(add);
  };
  add(root);

  /** By the beginning of their spans, which are equal or apart. @param {string} text */
  const find = (text) =>
    wanted.length && text ? walk(analyzer.analyze(text), wanted, words, pairs, prefixes) : [];

  return {
    size: wanted.length,
    /** What a word says where it stands in a text. @param {number} word */
    weight: (word) => (wanted[word].inHeadings ? 0 : wanted[word].weight),
    /** What it says in the heading above a text. @param {number} word */
    headingWeight: (word) => wanted[word].weight * (wanted[word].inHeadings ? 1 : HEADING_SHARE),
    find,
  };
}

/**
 * One walk over the tokens of a text.
 * @param {Token[]} tokens
 * @param {{pairs: number}[]} wanted
 * @param {Map<string, number>} words
 * @param {Map<string, {word: number, index: number}[]>} pairs
 * @param {{begin: string, word: number}[]} prefixes
 */
function walk(tokens, wanted, words, pairs, prefixes) {
  /** Of the text's words so far. @type {{begin: number, end: number}[]} */
  const spans = [];
  /** @type {[number, number][]} */
  const found = [];
  /** How far a word's pairs have come in a row. */
  const progress = wanted.map(() => ({ next: 0, lastStep: 0, firstWord: 0 }));
  /** Pairs of the last word. @type {Token[]} */
  let buffered = [];
  let current = -1;
  let steps = 0;

  /** @param {{word: number, index: number}} use  @param {boolean} crossing */
  const advance = ({ word, index }, crossing) => {
    const count = wanted[word].pairs;
    const at = progress[word];
    if (count === 1 && crossing) return;
    if (index && (at.next !== index || at.lastStep + 1 !== steps)) return;
    if (!index) at.firstWord = spans.length - (crossing ? 2 : 1);
    at.next = index + 1;
    at.lastStep = steps;
    if (at.next < count) return;
    for (let i = at.firstWord; i < spans.length; ++i) found.push([i, word]);
  };

  const finishWord = () => {
    for (const { family, term } of buffered) {
      ++steps;
      // The later uses first: one pair must not advance a word twice.
      const uses = [...(pairs.get(term) ?? [])].reverse();
      for (const use of uses) advance(use, family === 'crossing_pair');
    }
    buffered = [];
  };

  for (const token of tokens) {
    if (token.word !== current) {
      finishWord();
      current = token.word;
      spans.push({ begin: token.end, end: token.begin });
    }
    const span = spans[spans.length - 1];
    const crossing = token.family === 'crossing_pair';
    if (!crossing) {
      span.begin = Math.min(span.begin, token.begin);
      span.end = Math.max(span.end, token.end);
    }
    if (crossing) buffered.unshift(token);
    else if (isPair(token.family)) buffered.push(token);
    else {
      const word = words.get(token.term);
      if (word !== undefined) found.push([spans.length - 1, word]);
      for (const { begin, word } of prefixes)
        if (token.term.startsWith(begin)) found.push([spans.length - 1, word]);
    }
  }
  finishWord();
  return found
    .map(([text, word]) => ({ ...spans[text], word }))
    .filter(({ begin, end }) => begin < end)
    .sort((a, b) => a.begin - b.begin || a.word - b.word)
    .filter(
      (each, i, all) => !i || all[i - 1].begin !== each.begin || all[i - 1].word !== each.word,
    );
}
