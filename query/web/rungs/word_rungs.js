// SPDX-License-Identifier: MIT
// Mirrors query/rungs/word_rungs.cpp: what one typed word may stand for, a rung each. All give
// alternatives whose words the index has. Where they differ from the C++ side, because a look-up may
// cost a file:
// - Initials stand for the REACH.initials most frequent words, each of which is in a file of its
//   own as a rule, not for 64. Under a field they are taken whether it has them or not.
// - Two words side by side are looked for where fewer than REACH.few words have the initials, and
//   behind REACH.endings different last syllables of the first word, for up to 8 initials; that
//   they stand side by side is taken from the pair across their border, not from positions.
// - Syllables that are a word of the index are not tried on the other layout.
import { analyzePieces } from '../grammar/plain.js';
import { matchAsTyped } from '../plan/matching.js';
import { all, term } from '../plan/query.js';
import { isPair, storedTerm } from '../plan/stored.js';
import { keyOf } from '../plan/word_query.js';
import { leadJamo, leadOf, partsOf } from '../analysis/jamo.js';
import { toKoreanLayout, toLatinLayout } from './keyboard.js';
import { matches, mostFrequent, wordsOf } from './pattern.js';
import { loanwordSpellings } from './spelling.js';
import { completedSyllables, halfTypedPatterns, initialsPattern } from './typing.js';

/** @typedef {import('../types.js').Alternative} Alternative */
/** @typedef {import('../types.js').Analyzer} Analyzer */
/** @typedef {import('../types.js').IndexView} IndexView */
/** @typedef {import('../types.js').MeantNode} MeantNode */
/** @typedef {import('../types.js').MeantWord} MeantWord */
/** @typedef {import('../types.js').Rung} Rung */
/** @typedef {import('../types.js').TermCount} TermCount */
/** @typedef {import('./pattern.js').WordPattern} WordPattern */

/**
 * What initials may cost: words that they stand for; of how many there, two words side by side are
 * not looked for; last syllables that are tried for these; pairs of words that are counted.
 * @typedef {{initials: number, few: number, endings: number, pairs: number}} Reach
 */
/** @type {Reach} */
export const REACH = { initials: 6, few: 1, endings: 3, pairs: 4 };
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
  const stored = storedTerm({ family: 'word', script: 'hangul', term }, field);
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

/** Counts words under the node's field; leaves out what is not there.
 * @param {TermCount[]} words @param {MeantNode} node @param {IndexView} view */
export const underField = async (words, node, view) => {
  if (!node.field) return words;
  const counts = await Promise.all(words.map(({ term }) => frequencyIn(term, node, view)));
  return words
    .map(({ term }, i) => ({ term, documents: counts[i] }))
    .filter(({ documents }) => documents);
};

/** @typedef {{one: TermCount, other: TermCount, documents: number}} Neighbours */

/** @param {Neighbours} a @param {Neighbours} b */
const byDocuments = (a, b) => b.documents - a.documents;

/**
 * The words that fill a part of the pattern with one that fills the rest.
 * @param {WordPattern} pattern @param {string} initials @param {IndexView} view
 */
const halvesByInitials = async ({ places }, initials, view) => {
  const TRIED = 24;
  const size = places.length;
  const part = async (/** @type {number} */ begin, /** @type {number} */ end) => {
    const words = await view.wordsOfInitials(initials.slice(begin, end), true);
    const pattern = { places: places.slice(begin, end), whole: true };
    return mostFrequent(words.filter(({ term }) => matches(pattern, term)), TRIED);
  };
  const halves = await Promise.all(Array.from({ length: size - 3 }, async (_, i) => {
    const [left, right] = await Promise.all([part(0, i + 2), part(i + 2, size)]);
    return left.flatMap((one) => right.map((other) => {
      const documents = Math.min(one.documents, other.documents);
      return /** @type {Neighbours} */ ({ one, other, documents });
    }));
  }));
  return halves.flat();
};

/**
 * The pairs of words that stand side by side in some post: 검색 엔진 for ㄱㅅㅇㅈ.
 * @param {WordPattern} pattern @param {string} initials @param {IndexView} view
 * @param {Reach} reach
 */
const neighboursOf = async (pattern, initials, view, { endings, pairs }) => {
  const KEPT = 8;
  if (initials.length < 4 || initials.length > 8) return [];
  const tried = new Set();
  const candidates = (await halvesByInitials(pattern, initials, view))
    .sort(byDocuments)
    .filter(({ one }) => {
      const ending = one.term.slice(-1);
      return tried.has(ending) || (tried.size < endings && tried.add(ending));
    });
  const stored = (/** @type {Neighbours} */ { one, other }) =>
    `B${one.term.slice(-1)}${other.term[0]}`;
  await Promise.all(candidates.map(async (both) => {
    both.documents = Math.min(both.documents, await view.frequency(stored(both)));
  }));
  const likely = candidates
    .filter(({ documents }) => documents)
    .sort(byDocuments)
    .slice(0, pairs);
  await Promise.all(likely.map(async (both) => {
    both.documents = await view.count(
      all([both.one.term, both.other.term, stored(both)].map(term)));
  }));
  return likely
    .filter(({ documents }) => documents)
    .sort(byDocuments)
    .slice(0, KEPT)
    .map(({ one, other }) => /** @type {Alternative} */ ({
      rung: 'initials',
      words: [singleTerm(one.term), singleTerm(other.term)],
    }));
};

/** What stands at the beginning of each of the characters.
 * @param {string} typed */
const initialsIn = (typed) =>
  [...typed].map((c) => (c < '가' ? partsOf(c) : leadJamo(leadOf(c)))).join('');

/**
 * 초성: ㅋㅂㄴㅌㅅ, ㅋㅂ네티스; of four to eight also two words side by side.
 * @param {string} typed  folded; hasInitials()
 * @param {MeantNode} node @param {IndexView} view @param {Reach} reach
 */
export const initialsOf = async (typed, node, view, reach) => {
  const pattern = initialsPattern(typed);
  const initials = initialsIn(typed);
  const words = await view.wordsOfInitials(initials, true);
  const found = mostFrequent(words.filter(({ term }) => matches(pattern, term)), reach.initials);
  const neighbours = found.length < reach.few
    ? await neighboursOf(pattern, initials, view, reach)
    : [];
  return [...found.map(as('initials')), ...neighbours];
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
    if (!/[ㄱ-ㅣ]/.test(typed) && !(await isUnknown(node, view))) return [];
    other = toLatinLayout(typed);
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
