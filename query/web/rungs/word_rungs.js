// SPDX-License-Identifier: MIT
// Mirrors query/rungs/word_rungs.cpp: what one typed word may stand for, a rung each; initials.js is
// one of them. All give alternatives whose words the index has. Unlike on the C++ side, syllables
// are not tried on the other layout, which would cost a file for next to nothing, where they are a
// word of the index, and where the keys are no likely word (of 522 Latin words that johngrib has and
// that give syllables, 9).
import { analyzePieces } from '../grammar/plain.js';
import { matchAsTyped } from '../plan/matching.js';
import { isPair, storedTerm } from '../plan/stored.js';
import { keyOf } from '../plan/word_query.js';
import { toKoreanLayout, toLatinLayout } from './keyboard.js';
import { mostFrequent, wordsOf } from './pattern.js';
import { loanwordSpellings } from './spelling.js';
import { completedSyllables, halfTypedPatterns } from './typing.js';

/** @typedef {import('../types.js').Alternative} Alternative */
/** @typedef {import('../types.js').Analyzer} Analyzer */
/** @typedef {import('../types.js').IndexView} IndexView */
/** @typedef {import('../types.js').MeantNode} MeantNode */
/** @typedef {import('../types.js').MeantWord} MeantWord */
/** @typedef {import('../types.js').Rung} Rung */
/** @typedef {import('../types.js').TermCount} TermCount */

/** Words that a half-typed one stands for. */
const EXPANSIONS = 64;

/** One typed word as analysed, in an alternative's form.
 * @param {string} text @param {Analyzer} analyzer */
export const analyzeWord = (text, analyzer) => analyzePieces([{ text, at: 0 }], analyzer)[0];

/** The word of the index as an alternative's only term.
 * @param {string} term @returns {MeantWord} */
export const singleTerm = (term) => ({
  surface: term,
  begin: 0,
  end: 0,
  terms: [{ family: 'word', script: 'hangul', term }],
});

/** @param {Rung} rung @returns {(word: TermCount) => Alternative} */
const as = (rung) => ({ term }) => ({ rung, words: [singleTerm(term)] });

/** Posts that have the word as it was typed. @param {MeantNode} node @param {IndexView} view */
export const countAsTyped = (node, view) => view.count(matchAsTyped(node));

/** @param {string} term @param {MeantNode} node @param {IndexView} view */
const frequencyIn = async (term, { field }, view) => {
  const stored = storedTerm({ family: 'word', term }, field);
  return stored ? view.frequency(stored) : 0;
};

/** @param {MeantWord} word @param {MeantNode} node @param {IndexView} view */
const frequencyOf = (word, node, view) => frequencyIn(keyOf(word), node, view);

/** Whether no post has the word as a word; words of several terms (SRE팀이) are known.
 * @param {MeantNode} node @param {IndexView} view */
export const isUnknown = async (node, view) => {
  if (node.words.length !== 1) return false;
  const counts = await Promise.all(node.words[0].terms.map(({ family, term }) =>
    isPair(family) ? 0 : frequencyIn(term, node, view)));
  return !counts.some(Boolean);
};

/**
 * Counts words under the node's field; leaves out what is not there.
 * @template {TermCount} T
 * @param {T[]} words @param {MeantNode} node @param {IndexView} view
 */
export const underField = async (words, node, view) => {
  if (!node.field) return words;
  const counts = await Promise.all(words.map(({ term }) => frequencyIn(term, node, view)));
  return words
    .map((word, i) => ({ ...word, documents: counts[i] }))
    .filter(({ documents }) => documents);
};

/**
 * The words before what is being typed: those that are known by less than the whole of some
 * completion.
 * @param {string} typed @param {MeantNode} node @param {IndexView} view @param {Analyzer} analyzer
 */
const beforeEnding = async (typed, node, view, analyzer) => {
  const MOST = 4;
  /** @type {Map<string, MeantWord[]>} */
  const byKey = new Map();
  for (const completed of completedSyllables(typed)) {
    const words = analyzeWord(completed, analyzer);
    const key = words.length === 1 ? keyOf(words[0]) : completed;
    if (key.length < completed.length && !byKey.has(key)) byKey.set(key, words);
  }
  const found = [...byKey.values()];
  const counts = await Promise.all(found.map(([word]) => frequencyOf(word, node, view)));
  return found
    .filter((_, i) => counts[i])
    .slice(0, MOST)
    .map((words) => /** @type {Alternative} */ ({ rung: 'half_typed', words }));
};

/**
 * The likeliest beginning that the words found have in common with what was typed: it also stands
 * inside of longer words (베이스 of 데이터베이스 for 베잇). One of two syllables says too little.
 * @param {TermCount[]} words @param {number} syllables @param {Analyzer} analyzer
 * @returns {Alternative[]}
 */
const insideWords = (words, syllables, analyzer) => {
  if (syllables < 3) return [];
  for (const { term } of words) {
    const beginning = term.slice(0, syllables);
    const analyzed = analyzeWord(beginning, analyzer);
    if (analyzed.length === 1 && keyOf(analyzed[0]) === beginning)
      return [{ rung: 'half_typed', words: analyzed }];
  }
  return [];
};

/**
 * Words whose keystrokes begin so; where there are none, the word before the particle or ending
 * that is being typed: 함수르 -> 함수 (함수를).
 * @param {string} typed @param {MeantNode} node @param {IndexView} view @param {Analyzer} analyzer
 */
export const halfTypedOf = async (typed, node, view, analyzer) => {
  const patterns = halfTypedPatterns(typed);
  const lists = await Promise.all(patterns.map(async (pattern) =>
    mostFrequent(await underField(await wordsOf(pattern, view), node, view), EXPANSIONS)));
  const inside = lists.flatMap((words, i) =>
    insideWords(words, patterns[i].places.length, analyzer));
  const words = mostFrequent(lists.flat(), EXPANSIONS);
  return words.length
    ? [...words.map(as('half_typed')), ...inside]
    : beforeEnding(typed, node, view, analyzer);
};

/** Four consonants in a row. @param {string} latin */
const isUnlikely = (latin) => latin.length > 5 && /[^aeiouy]{4}/i.test(latin);

/**
 * What the keys give on the other layout, where more posts have that.
 * @param {MeantNode} node @param {IndexView} view @param {Analyzer} analyzer
 * @returns {Promise<Alternative[]>}
 */
export const otherLayoutOf = async (node, view, analyzer) => {
  const typed = node.text.normalize('NFC');
  let other = '';
  if (/^[a-z]+$/i.test(typed)) {
    other = toKoreanLayout(typed);
    if (!/^[가-힣]{2,}$/.test(other)) return [];
  } else if (/^[가-힣ㄱ-ㅣ]{2,}$/.test(typed)) {
    other = toLatinLayout(typed);
    const jamo = /[ㄱ-ㅣ]/.test(typed);
    if (!jamo && (isUnlikely(other) || !(await isUnknown(node, view)))) return [];
  } else return [];
  const words = analyzeWord(other, analyzer);
  const documents = words.length === 1 && (await frequencyOf(words[0], node, view));
  return documents && documents > (await countAsTyped(node, view))
    ? [{ rung: 'keyboard', words }]
    : [];
};

/**
 * Spellings by rule, the less sure ones only where the word finds nothing.
 * @param {MeantNode} node @param {IndexView} view @param {Analyzer} analyzer
 * @returns {Promise<Alternative[]>}
 */
export const spellingsOf = async (node, view, analyzer) => {
  const MOST = 8;
  if (node.words.length !== 1) return [];
  const spellings = loanwordSpellings(keyOf(node.words[0]));
  const known = async (/** @type {boolean} */ sure) => {
    const tried = spellings.filter((spelling) => spelling.sure === sure);
    const counts = await Promise.all(tried.map(({ text }) => frequencyIn(text, node, view)));
    return tried
      .filter((_, i) => counts[i])
      .map(({ text }) => ({ text, words: analyzeWord(text, analyzer) }))
      .filter(({ text, words }) => words.length === 1 && keyOf(words[0]) === text)
      .slice(0, MOST)
      .map(({ words }) => /** @type {Alternative} */ ({ rung: 'spelling', words }));
  };
  const found = await known(true);
  return found.length || spellings.every(({ sure }) => sure) || (await countAsTyped(node, view))
    ? found
    : known(false);
};

/** Of Hanja with its reading behind it, 韓國(한국) or 한국(韓國): each of the two.
 * @param {MeantNode} node @returns {Alternative[]} */
export const readingsOf = ({ words, text }) =>
  words.length === 2 && text.endsWith(')') &&
  /^(han hangul|hangul han)$/.test(words.map(({ terms }) => terms[0].script).join(' '))
    ? words.map((word) => ({ rung: 'spelling', words: [word] }))
    : [];

/** Two words that the typed one is made of: 검색엔진 -> 검색 엔진.
 * @param {MeantNode} node @param {IndexView} view @param {Analyzer} analyzer
 * @returns {Promise<Alternative[]>} */
export const halvesOf = async (node, view, analyzer) => {
  const key = node.words.length === 1 ? keyOf(node.words[0]) : '';
  if (!/^[가-힣]{4,}$/.test(key)) return [];
  const halves = Array.from({ length: key.length - 3 }, async (_, i) => {
    const left = key.slice(0, i + 2);
    const right = key.slice(i + 2);
    if (!(await view.frequency(`B${left.slice(-1)}${right[0]}`))) return [];
    const words = analyzeWord(`${left} ${right}`, analyzer);
    const whole = words.length === 2 && keyOf(words[0]) === left && keyOf(words[1]) === right;
    const counts = whole
      ? await Promise.all(words.map((word) => frequencyOf(word, node, view)))
      : [0];
    return counts.every(Boolean) ? [/** @type {Alternative} */ ({ rung: 'spacing', words })] : [];
  });
  return (await Promise.all(halves)).flat();
};
