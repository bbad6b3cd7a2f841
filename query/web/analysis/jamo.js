// SPDX-License-Identifier: MIT
// Mirrors common/analysis/jamo.cpp and core/hangul.hpp: Hangul letters as they are typed, and the
// arithmetic of syllables (The Unicode Standard, 3.12). Characters are strings of one UTF-16 unit;
// indices count leads and vowels from 0, codas from 1; -1 and '' stand for nothing.

// In the order of the indices.
const LEADS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const CODAS = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
/** A compound and its two parts, over and over. */
const COMPOUNDS =
  'ㄳㄱㅅㄵㄴㅈㄶㄴㅎㄺㄹㄱㄻㄹㅁㄼㄹㅂㄽㄹㅅㄾㄹㅌㄿㄹㅍㅀㄹㅎㅄㅂㅅㅘㅗㅏㅙㅗㅐㅚㅗㅣㅝㅜㅓㅞㅜㅔㅟㅜㅣㅢㅡㅣ';
const FIRST = 0xac00;

/** @param {string} c */
export const isSyllable = (c) => c >= '가' && c <= '힣';
/** @param {string} c */
export const isConsonant = (c) => c >= 'ㄱ' && c <= 'ㅎ';
/** @param {string} c */
export const isVowel = (c) => c >= 'ㅏ' && c <= 'ㅣ';

/** @param {string} jamo @param {string} c */
const indexIn = (jamo, c) => (c ? jamo.indexOf(c) : -1);
/** @param {string} c */
export const leadIndex = (c) => indexIn(LEADS, c);
/** @param {string} c */
export const vowelIndex = (c) => indexIn(VOWELS, c);
/** @param {string} c  @returns {number} never 0 */
export const codaIndex = (c) => indexIn(CODAS, c) + 1 || -1;

/** @param {number} lead */
export const leadJamo = (lead) => LEADS[lead];
/** @param {number} vowel */
export const vowelJamo = (vowel) => VOWELS[vowel];
/** @param {number} coda  '' for coda 0 */
export const codaJamo = (coda) => CODAS[coda - 1] || '';

/** Index of a syllable's lead. @param {string} c */
export const leadOf = (c) => ((c.charCodeAt(0) - FIRST) / 588) | 0;
/** @param {string} c */
export const vowelOf = (c) => (((c.charCodeAt(0) - FIRST) / 28) | 0) % 21;
/** @param {string} c */
export const codaOf = (c) => (c.charCodeAt(0) - FIRST) % 28;
/** @param {number} lead @param {number} vowel @param {number} [coda] */
export const compose = (lead, vowel, coda = 0) =>
  String.fromCharCode(FIRST + (lead * 21 + vowel) * 28 + coda);

/**
 * ㄳ -> ㄱㅅ, ㅘ -> ㅗㅏ, ㄱ -> ㄱ.
 * @param {string} jamo  one or ''
 */
export const partsOf = (jamo) => {
  for (let i = 0; i < COMPOUNDS.length; i += 3)
    if (COMPOUNDS[i] === jamo) return COMPOUNDS.slice(i + 1, i + 3);
  return jamo;
};

/**
 * ㄱ and ㅅ -> ㄳ; '' where two make none.
 * @param {string} first @param {string} second
 */
export const joinedJamo = (first, second) => {
  for (let i = 0; i < COMPOUNDS.length; i += 3)
    if (COMPOUNDS[i + 1] === first && COMPOUNDS[i + 2] === second) return COMPOUNDS[i];
  return '';
};

/**
 * The strokes that give a syllable or a jamo, as compatibility jamo: 값 -> ㄱㅏㅂㅅ. '' for other
 * characters.
 * @param {string} c
 */
export const strokesOf = (c) =>
  isSyllable(c)
    ? partsOf(leadJamo(leadOf(c))) + partsOf(vowelJamo(vowelOf(c))) + partsOf(codaJamo(codaOf(c)))
    : isConsonant(c) || isVowel(c)
      ? partsOf(c)
      : '';
