// SPDX-License-Identifier: MIT
// Mirrors common/analysis/characters.cpp, common/text/script.cpp and normalize.cpp: what characters
// are, and the form in which words are compared. By the browser's version of Unicode.

/** Invisible ones, which are left out of terms. */
const IGNORABLE =
  '\\xad\\u115f\\u1160\\u180b-\\u180f\\u200e\\u200f\\u2060-\\u2064\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\u{e0100}-\\u{e01ef}';
/** What belongs to the character before it: also joiners and half-width voicing marks. */
const MARK = `\\p{M}\\u200c\\u200d\\uff9e\\uff9f${IGNORABLE}`;
const JAMO = 'ㄱ-ㆎﾡ-ￜ';
const KANA = '\\p{sc=Hira}\\p{sc=Kana}ーｰ';
const LETTER = `(?![${MARK}])(?=[\\p{L}\\p{N}])`;

/** A run of one kind. @param {string} one */
const run = (one) => `((?:${one})(?:${one}|[${MARK}])*)`;

/**
 * Alternatives in the order of KINDS, each one group; [^] is a symbol. Runs of alnum and emoji may
 * have to be parted further.
 */
export const PIECES = new RegExp(
  [
    run(`${LETTER}(?![${JAMO}])\\p{sc=Hang}`),
    run(`${LETTER}(?![\\p{sc=Hang}\\p{sc=Hani}${KANA}]).`),
    run(`${LETTER}[${JAMO}]`),
    run(`${LETTER}\\p{sc=Hani}`),
    run(`${LETTER}[${KANA}]`),
    run('(?![\\0-\\xff\\p{L}\\p{N}])[\\p{ExtPict}\\p{EPres}\\p{EMod}]'),
    '([ \\t\\xa0\\u2000-\\u200a\\u202f\\u3000])|[^]',
  ].join('|'),
  'gu',
);

/** The same of what most texts are made of, much faster; matches nothing at others. */
export const PLAIN_PIECES =
  /([가-힣]+)(?=[\0-\x7f]|$)|([A-Za-z\d]+)(?=[\0-/:-@[-`{-\x7f가-힣]|$)|()()()()([ \t])|[\0-/:-@[-`{-\x7f]/y;

/** @type {readonly ['hangul', 'alnum', 'jamo', 'han', 'kana', 'emoji', 'space']} */
export const KINDS = ['hangul', 'alnum', 'jamo', 'han', 'kana', 'emoji', 'space'];

const NOT_DIGIT = new RegExp(`(?![${MARK}])\\P{Nd}`, 'u');
const ENDS_IN_DIGIT = new RegExp(`\\p{Nd}[${MARK}]*$`, 'u');
const IS_MARK = new RegExp(`^[${MARK}]`, 'u');
const INVISIBLE = new RegExp(`[${IGNORABLE}]`, 'gu');

/** Whether an alnum piece is not digits alone. @param {string} text */
export const hasLetters = (text) => NOT_DIGIT.test(text);
/** @param {string} text */
export const endsInDigit = (text) => ENDS_IN_DIGIT.test(text);
/** @param {string} text */
export const beginsWithMark = (text) => IS_MARK.test(text);
/** @param {string} text */
export const isAscii = (text) => /^[\0-\x7f]*$/.test(text);
/** @param {string} text */
export const areSyllables = (text) => /^[가-힣]+$/.test(text);
/** @param {string} text */
export const visible = (text) => text.replace(INVISIBLE, '');

/** A full-width or typographic character as the ASCII one that it stands for. @param {string} c */
export const narrow = (c) =>
  c >= '！' && c <= '～' ? c.normalize('NFKC') : c === '’' ? "'" : c === '\u1fef' ? '`' : c;

/**
 * The ordinary character of a full-width or half-width one. NFKC would make conjoining jamo of the
 * half-width ones, and a space with a mark of the macron.
 * @param {string} c
 */
const withoutWidth = (c) => {
  const whole = c.normalize('NFKC');
  if (c < '！' || c > '￮') return c;
  if (c === '￣') return '¯';
  if (c < 'ﾠ' || c > 'ￜ' || whole === c) return whole;
  if (c === 'ﾠ') return 'ㅤ';
  // Vowels stand in groups of six with two gaps behind each.
  const code = c.charCodeAt(0);
  const vowel = code - 0xffc2;
  return String.fromCharCode(vowel < 0 ? code - 0xce70 : 0x314f + (vowel >> 3) * 6 + (vowel & 7));
};

/** Simple case folding (CaseFolding.txt C + S) of one character. @param {string} given */
const foldCharacter = (given) => {
  const c = withoutWidth(given);
  const upper = c.toUpperCase();
  if (/\p{sc=Cher}/u.test(c)) return upper;
  const single = [...upper].length === 1 && c !== 'ı';
  const lower = (single ? upper : c).toLowerCase();
  return [...lower].length === 1 ? lower : c;
};

/**
 * NFC, full-width and half-width forms and case folded: text::fold().
 * @param {string} text
 */
export const fold = (text) =>
  /^[\0-\x7f가-힣]*$/.test(text)
    ? text.toLowerCase()
    : text.normalize('NFC').replace(/[A-Z]|[^\0-\x7f가-힣]/gu, foldCharacter).normalize('NFC');

/** fold(), and white space trimmed and runs of it made one space. @param {string} text */
export const foldName = (text) => fold(text).replace(/\p{White_Space}+/gu, ' ').replace(/^ | $/g, '');

const encoder = new TextEncoder();

/** Bytes of UTF-8. @param {string} text */
export const byteLength = (text) => encoder.encode(text).length;
/** The longest prefix of at most `max` bytes of UTF-8. @param {string} text @param {number} max */
export const clip = (text, max) =>
  text.length * 3 <= max ? text : text.slice(0, encoder.encodeInto(text, new Uint8Array(max)).read);

/** As long as a term can be. @param {string} text */
export const clipToTerm = (text) => clip(text, 64);
