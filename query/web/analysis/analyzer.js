// SPDX-License-Identifier: MIT
// Mirrors common/analysis/analyzer.cpp: the one analysis behind index, queries and highlights. The
// same tokens in the same order as in C++, with offsets in UTF-16 units.
//
// Cost     about 1 µs a unit of Korean.
// Limits   characters are what the browser's version of Unicode takes them for, and words of
//          alphabets without spaces (Thai) end where its dictionaries say; the index was made with
//          ICU's. Lone surrogates are symbols.
import { fold, foldName } from './characters.js';
import { alternatesOf, isBareParticle, isFunctionRun, isNative, syllablesOf } from './run.js';
import { scanner } from './scanner.js';
import { hash } from './tables.js';
import { read } from './word_reader.js';
import { clipToTerm } from './characters.js';

/** What analysis::fingerprint() has before Unicode's version. */
export const fingerprint = `geul-3 tables:${hash} `;

/** The one Hangul run of a word, with nothing but punctuation around it; '' for other words. @param {string} surface */
const soleRun = (surface) => {
  const next = scanner(surface);
  let run = '';
  for (let piece = next(); piece.kind !== 'end'; piece = next()) {
    if (piece.kind === 'symbol' || piece.kind === 'space') continue;
    if (piece.kind !== 'hangul' || run) return '';
    run = syllablesOf(piece);
    if (!run) return '';
  }
  return run;
};

/**
 * @param {readonly string[]} [userWords]  the database's (geul.bin, settings.words)
 * @returns {import('../types.js').Analyzer}
 */
export const createAnalyzer = (userWords = []) => {
  const words = new Set(userWords);
  return {
    analyze: (text) => read(text, words),
    alternatesOf: (surface) => {
      const run = soleRun(surface);
      return run ? alternatesOf(run, words).map(clipToTerm) : [];
    },
    isParticle: (surface) => isBareParticle(soleRun(surface), 1),
    isFunctionWord: (surface) => {
      const run = soleRun(surface);
      return !!run && isFunctionRun(run);
    },
    isNativeStem: (term) => {
      const run = soleRun(term);
      return !!run && isNative(run);
    },
    fold,
    foldName,
  };
};
