// SPDX-License-Identifier: MIT
// Mirrors common/analysis/word_reader.cpp, context.cpp, emitter.cpp and core/terms.cpp: reads the
// pieces of a text in order, two ahead, and emits the terms of each word.
import { byteLength, clipToTerm } from './characters.js';
import { add, camelParts, joined, nextWord, takes, withoutPossessive } from './name.js';
import { numberUnit, writeOut } from './number.js';
import { foldPiece, isBareParticle, keysOf, MAX_RUN, stemEnglish, syllablesOf } from './run.js';
import { scanner } from './scanner.js';

/** @typedef {import('../types.js').Token} Token */
/** @typedef {import('./name.js').Unit} Unit */

const WORD = 1;
const NUMBER = 2;
const CLOSING = ')]}>"\'`*_~%”’」』》〉】';
const OPENING = '([{<"\'`*,/|\n';

/** @param {Unit[]} units */
const scriptOf = (units) => (units.some(({ letters }) => letters) ? 'latin' : 'digit');

/**
 * All tokens of a text.
 * @param {string} text @param {Set<string>} words  the user's
 * @returns {Token[]}
 */
export const read = (text, words) => {
  /** @type {Token[]} */
  const tokens = [];
  const next = scanner(text);
  let ahead = next();
  let second = next();
  let word = -1;

  // What stands before: context.hpp.
  let attachedEnd = -1;
  let attachment = 0;
  let lastOfKey = '';
  let hangulBegin = 0;
  let dot = -1;
  let afterWord = false;
  let mayOpenName = true;
  let unitSyllables = 0;

  const advance = () => {
    ahead = second;
    second = next();
  };

  /**
   * @param {import('../types.js').Family} family @param {import('../types.js').Script} script
   * @param {string} term @param {number} begin @param {number} end
   */
  const emit = (family, script, term, begin, end) => {
    term && tokens.push({ family, script, term, begin, end, word, position: word });
  };

  const readMark = () => {
    const { kind, symbol, begin, end } = ahead;
    dot = attachedEnd = -1;
    if (kind === 'space') {
      afterWord = false;
      mayOpenName = true;
    } else {
      lastOfKey = '';
      if (symbol === '.' && mayOpenName) dot = begin;
      mayOpenName = !afterWord && OPENING.includes(symbol);
      afterWord &&= CLOSING.includes(symbol);
      if (afterWord) {
        attachedEnd = end;
        attachment = WORD;
      }
    }
    advance();
  };

  /** @param {number} end @param {number} kind */
  const passWord = (end, kind) => {
    dot = -1;
    lastOfKey = '';
    attachedEnd = end;
    attachment = kind;
    afterWord = true;
    mayOpenName = false;
  };

  /**
   * core::hangul_terms(): returns the last syllable of the key.
   * @param {string} run @param {number} begin @param {number} end
   */
  const emitHangul = (run, begin, end) => {
    const [key, variant] = keysOf(run, begin === attachedEnd ? attachment : 0, words);
    if (!key.text) return '';
    ++word;
    if (lastOfKey) emit('crossing_pair', 'hangul', lastOfKey + run[0], hangulBegin, end);
    emit('word', 'hangul', clipToTerm(key.text), begin, end);
    emit('variant', 'hangul', clipToTerm(variant.text), begin, end);
    const stem = run.length > MAX_RUN ? run.length : key.stem;
    if (run.length < 2) emit('pair', 'hangul', run, begin, end);
    for (let i = 2; i <= run.length; ++i)
      emit(i <= stem ? 'pair' : 'tail_pair', 'hangul', run.slice(i - 2, i), begin, end);
    return key.text.slice(-1);
  };

  const readHangul = () => {
    const { begin, end } = ahead;
    const run = syllablesOf(ahead);
    if (!run) return readPlain();
    const rest = run.slice(unitSyllables);
    unitSyllables = 0;
    if (rest) {
      const last = emitHangul(rest, begin, end);
      passWord(-1, 0);
      lastOfKey = last;
      hangulBegin = begin;
    }
    advance();
  };

  /** The end of a word, moved behind a bare particle that stands directly at it. @param {number} end @param {number} kind */
  const takeParticle = (end, kind) => {
    if (ahead.kind !== 'hangul' || ahead.begin !== end || !isBareParticle(syllablesOf(ahead), kind)) return end;
    const particleEnd = ahead.end;
    advance();
    return particleEnd;
  };

  /** Hanja, kana, emoji, lone jamo and old Hangul. */
  const readPlain = () => {
    const { kind, begin, end: runEnd } = ahead;
    const folded = foldPiece(ahead);
    advance();
    const end = takeParticle(runEnd, WORD);
    passWord(end, WORD);
    ++word;
    const script = kind === 'han' || kind === 'kana' || kind === 'emoji' ? kind : 'hangul';
    // ㅋㅋㅋㅋㅋ -> ㅋㅋㅋ
    emit('word', script, clipToTerm(kind === 'jamo' ? folded.replace(/(.)\1{3,}/gu, '$1$1$1') : folded), begin, end);
    if (kind !== 'han' && kind !== 'kana') return;
    const characters = [...folded];
    if (characters.length < 2) emit('pair', script, folded, begin, end);
    for (let i = 1; i < characters.length; ++i) emit('pair', script, characters[i - 1] + characters[i], begin, end);
  };

  /** The units ahead, as far as they may be one name. */
  const collectUnits = () => {
    /** @type {Unit[]} */
    const name = [];
    add(name, '', foldPiece(ahead), ahead);
    advance();
    while (ahead.kind === 'symbol' && second.kind === 'alnum') {
      const folded = foldPiece(second);
      if (!takes(name, ahead.symbol, folded, second)) break;
      add(name, ahead.symbol, folded, second);
      advance();
      advance();
    }
    return name;
  };

  /** ++ behind letters, # behind one letter unless a word follows. @param {Unit} last */
  const takeSuffix = ({ letters, text: unit }) => {
    if (ahead.kind !== 'symbol' || !letters) return '';
    if (ahead.symbol === '+' && second.symbol === '+') {
      advance();
      return '++';
    }
    return ahead.symbol === '#' && byteLength(unit) === 1 && !second.letters ? '#' : '';
  };

  /**
   * @param {import('../types.js').Family} family @param {import('../types.js').Script} script
   * @param {string} folded @param {number} begin @param {number} end
   */
  const emitEnglish = (family, script, folded, begin, end) =>
    emit(family, script, /^[a-z]+$/.test(folded) ? stemEnglish(folded) : folded, begin, end);

  /**
   * A unit as a term, and the parts of its camel case.
   * @param {import('../types.js').Family} family @param {Unit} unit @param {number} begin @param {number} end
   */
  const emitUnit = (family, unit, begin, end) => {
    emitEnglish(family, scriptOf([unit]), unit.text, begin, end);
    if (!unit.plain || unit.raw.length > 64) return;
    for (const [from, to] of camelParts(unit.raw))
      emitEnglish('part', 'latin', unit.text.slice(from, to), unit.begin + from, unit.begin + to);
  };

  /** @param {Unit[]} units @param {number} begin @param {number} end @param {boolean} dotted @param {string} suffix */
  const emitWord = (units, begin, end, dotted, suffix) => {
    ++word;
    const kept = withoutPossessive(units);
    if (kept.length < 2 && !dotted && !suffix) return emitUnit('word', kept[0], begin, end);
    emit('word', scriptOf(kept), clipToTerm((dotted ? '.' : '') + joined(kept) + suffix), begin, end);
    kept.forEach((unit, i) => {
      const isClitic = i && unit.connector === "'" && byteLength(unit.text) < 3;
      if (!isClitic) emitUnit('part', unit, unit.begin, unit.end);
    });
  };

  /** Digits with a unit written out; false where there is none. @param {Unit[]} name @param {number} begin @param {number} end */
  const readNumber = (name, begin, end) => {
    if (ahead.kind !== 'hangul' || ahead.begin !== end || scriptOf(name) !== 'digit') return false;
    if (nextWord(name, 0)[1] !== name.length) return false;
    const { zeros, size } = numberUnit(syllablesOf(ahead));
    const digits = joined(name);
    const number = size && writeOut(digits, zeros);
    if (!number) return false;
    const wordEnd = takeParticle(end, NUMBER);
    passWord(wordEnd, NUMBER);
    ++word;
    emit('word', 'digit', clipToTerm(number), begin, wordEnd);
    emit('part', 'digit', clipToTerm(digits), begin, wordEnd);
    if (wordEnd === end) unitSyllables = size;
    return true;
  };

  const readName = () => {
    const dotted = ahead.letters && ahead.plain && dot >= 0 && dot + 1 === ahead.begin;
    const begin = dotted ? dot : ahead.begin;
    const name = collectUnits();
    const last = name[name.length - 1];
    const suffix = takeSuffix(last);
    let end = last.end;
    if (suffix) {
      end = ahead.end;
      advance();
    }
    if (!suffix && !dotted && readNumber(name, begin, end)) return;
    const kind = !suffix && last.endsInDigit ? NUMBER : WORD;
    end = takeParticle(end, kind);
    passWord(end, kind);
    for (let [from, to] = nextWord(name, 0); from < to; [from, to] = nextWord(name, to)) {
      const isLast = to === name.length;
      emitWord(name.slice(from, to), from ? name[from].begin : begin, isLast ? end : name[to - 1].end,
        !from && dotted, isLast ? suffix : '');
    }
  };

  while (ahead.kind !== 'end') {
    if (ahead.kind === 'space' || ahead.kind === 'symbol') readMark();
    else if (ahead.kind === 'hangul') readHangul();
    else if (ahead.kind === 'alnum') readName();
    else readPlain();
  }
  return tokens;
};
