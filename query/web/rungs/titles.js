// SPDX-License-Identifier: MIT
// The titles of an index, to be completed. Mirrors common/index/title_terms.cpp, and of
// query/surface.cpp what shows a Latin word as titles write it.
import { isNounBefore } from './telling.js';

/** @typedef {import('../types.js').Analyzer} Analyzer */
/** @typedef {ReturnType<typeof readTitles>} Titles */
/** @typedef {{page: number, text: string, inside: boolean}} TitleStart  `inside`: behind others */

const MOST_STARTS = 32;
/** No white space, punctuation or symbol. */
const LETTER = /[0-9A-Za-z\xaa\xb5\xba\xc0-\u1fff\u2c00-\u2fff\u3005\u3006\u3040-\uffff]/;

/** A folded title from each of its words on. @param {string} title @param {number} page */
const startsIn = (title, page) => {
  /** @type {TitleStart[]} */
  const starts = [];
  let before = ' ';
  let inside = false;
  [...title].reduce((at, c) => {
    const letter = LETTER.test(c);
    if (c !== ' ' && (before === ' ' || (letter && !LETTER.test(before))))
      starts.push({ page, text: title.slice(at), inside });
    inside ||= letter;
    before = c;
    return at + c.length;
  }, 0);
  return starts.slice(0, MOST_STARTS);
};

/** @param {string} text */
export const firstEojeol = (text) => text.split(' ', 1)[0];

/**
 * Cost: folds all titles. A Latin word that is to be shown has those analysed that may have it.
 * @param {string[]} titles  of all pages
 * @param {Analyzer} analyzer
 */
export const readTitles = (titles, analyzer) => {
  const folded = titles.map(analyzer.foldName);
  const starts = folded.flatMap(startsIn);
  /** @type {Map<string, string>} */
  const forms = new Map();
  /** @type {import('../types.js').Token[][]} */
  const tokens = [];
  const find = (/** @type {string} */ term) => {
    // A stem is what the word begins with, but for a last y that has become i.
    const begin = term.slice(0, 2) + term.slice(2, -1);
    for (const [page, text] of folded.entries())
      if (text.includes(begin)) {
        const title = titles[page];
        const token = (tokens[page] ??= analyzer.analyze(title)).find((one) =>
          one.term === term && /^(word|variant|part)$/.test(one.family));
        if (token) {
          const surface = title.slice(token.begin, token.end).normalize('NFC');
          return /^[\0-\x7f]+/.exec(surface)?.[0] ?? surface;
        }
      }
    return '';
  };
  return {
    titles,
    starts,
    /** A Latin word as the first title that has it writes it; '' where none has.
     * @param {string} term */
    formOf: (term) => {
      if (!forms.has(term)) forms.set(term, find(term));
      return /** @type {string} */ (forms.get(term));
    },
    /** Some title has a native stem as a noun: 다리, not 만드. @param {string} stem */
    haveNoun: (stem) => starts.some(({ text }) =>
      text.startsWith(stem) && isNounBefore(stem, firstEojeol(text).slice(stem.length), analyzer)),
  };
};
