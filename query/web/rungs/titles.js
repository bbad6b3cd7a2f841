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
 * Cost: folds all titles; analyses them when a Latin word is to be shown.
 * @param {string[]} titles  of all pages
 * @param {Analyzer} analyzer
 */
export const readTitles = (titles, analyzer) => {
  const starts = titles.flatMap((title, page) => startsIn(analyzer.foldName(title), page));
  /** @type {Map<string, string> | undefined} */
  let forms;
  const readForms = () => {
    forms = new Map();
    for (const title of titles)
      for (const { family, term, begin, end } of analyzer.analyze(title))
        if (/^(word|variant|part)$/.test(family) && term < '\x7f' && !forms.has(term)) {
          const surface = title.slice(begin, end).normalize('NFC');
          forms.set(term, /^[\0-\x7f]+/.exec(surface)?.[0] ?? surface);
        }
    return forms;
  };
  return {
    titles,
    starts,
    /** A Latin word as the first title that has it writes it; '' where none has.
     * @param {string} term */
    formOf: (term) => (forms ?? readForms()).get(term) ?? '',
    /** Some title has a native stem as a noun: 다리, not 만드. @param {string} stem */
    haveNoun: (stem) => starts.some(({ text }) =>
      text.startsWith(stem) && isNounBefore(stem, firstEojeol(text).slice(stem.length), analyzer)),
  };
};
