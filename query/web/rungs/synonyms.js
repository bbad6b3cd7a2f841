// SPDX-License-Identifier: MIT
// Mirrors query/rungs/synonyms.cpp: a site's synonyms as a query meets them, by what the words are
// known by, whatever their particles.
import { joinedKeys, keyOf, writtenAsOne } from '../plan/word_query.js';
import { analyzeWord } from './word_rungs.js';

/** @typedef {import('../types.js').Alternative} Alternative */
/** @typedef {import('../types.js').MeantWord} MeantWord */
/** @typedef {{words: string[], oneWay?: boolean}[]} SynonymTable  the synonyms file (FORMAT.md) */
/** @typedef {ReturnType<typeof readSynonyms>} Synonyms */

/**
 * Analyses each word of the table once.
 * @param {SynonymTable} table @param {import('../types.js').Analyzer} analyzer
 */
export const readSynonyms = (table, analyzer) => {
  /** @type {Map<string, {keys: string[], words: MeantWord[], line: MeantWord[][]}[]>} */
  const entries = new Map();
  for (const { words: written, oneWay } of table) {
    const line = written.map((text) => analyzeWord(text, analyzer));
    line.forEach((words, index) => {
      if (!words.length || (index && oneWay)) return;
      const joined = writtenAsOne(words);
      for (const keys of joined ? [words.map(keyOf), [joined]] : [words.map(keyOf)]) {
        const [first] = keys;
        if (!entries.has(first)) entries.set(first, []);
        /** @type {any[]} */ (entries.get(first)).push({ keys, words, line });
      }
    });
  }
  /**
   * The longest stretch of `keys`, from `begin` on, that has synonyms (0 words without), and what
   * else it may be called; none twice.
   * @param {string[]} keys @param {number} begin
   */
  return (keys, begin) => {
    const matching = (entries.get(keys[begin]) ?? []).filter((entry) =>
      entry.keys.every((key, i) => keys[begin + i] === key));
    const words = Math.max(0, ...matching.map((entry) => entry.keys.length));
    /** @type {Alternative[]} */
    const others = [];
    for (const entry of matching.filter((one) => one.keys.length === words))
      for (const other of entry.line) {
        const keysOther = joinedKeys(other);
        if (other !== entry.words && other.length && keysOther !== entry.keys.join(' ') &&
            others.every((known) => joinedKeys(known.words) !== keysOther))
          others.push({ rung: 'synonym', words: other });
      }
    return { words, others };
  };
};
