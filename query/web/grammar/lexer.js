// SPDX-License-Identifier: MIT
// Mirrors query/parse/lexer.cpp: the smallest pieces of a query, in one pass. Operators that have
// nothing to join are words already. Offsets are UTF-16 units.

import { FIELDS } from './fields.js';
import { SPACE } from './plain.js';

/** @typedef {import('../types.js').Analyzer} Analyzer */
/** @typedef {{message: string, begin: number}} Note */

/**
 * `at` and `to` are the borders of its content: without sign, field and quotes.
 * @typedef {object} Lexeme
 * @property {'word'|'phrase'|'open'|'close'|'AND'|'OR'|'NOT'} kind
 * @property {'plain'|'must'|'must_not'} occurrence
 * @property {string} field
 * @property {number} begin
 * @property {number} end
 * @property {number} at
 * @property {number} to
 */

const GAP = RegExp(`[${SPACE}]`);
/** Straight, and the curly ones that phones and word processors put in their place. */
const QUOTE = /["“”]/;

/**
 * @param {string} query  well-formed
 * @param {readonly string[]} facetKeys  names of fields beside those of every index, folded
 * @param {Analyzer} analyzer
 * @param {Note[]} notes
 * @returns {Lexeme[]}  in order, apart from each other
 */
export const splitQuery = (query, facetKeys, analyzer, notes) => {
  /** Where the quotation ends whose particle makes it a part of a sentence: "빵"은. */
  const sentences = new Map();
  const quotes = [...query.matchAll(/["“”]/g)].map(({ index }) => /** @type {number} */ (index));
  let text = query;
  if (quotes.length % 2) {
    const unpaired = /** @type {number} */ (quotes.pop());
    notes.push({ message: 'a quotation mark without its partner was left out', begin: unpaired });
    text = query.slice(0, unpaired) + ' ' + query.slice(unpaired + 1);  // which parts words, too
  }
  /** @param {number} at */
  const isSpace = (at) => at >= text.length || GAP.test(text[at]);
  /** @param {number} at */
  const isQuote = (at) => QUOTE.test(text.charAt(at));
  /** Where the particle ends that is written on to what ends at `begin`. @param {number} begin */
  const endOfParticle = (begin) => {
    let end = begin;
    while (!isSpace(end) && !/[()"“”]/.test(text[end])) ++end;
    return end > begin && analyzer.isParticle(text.slice(begin, end)) ? end : begin;
  };
  for (let i = 0; i < quotes.length; i += 2) {
    const begin = quotes[i];
    const behind = quotes[i + 1] + 1;
    const end = endOfParticle(behind);
    if (end > behind && (!begin || text[begin - 1] === '(' || isSpace(begin - 1)))
      sentences.set(begin, end);
  }

  /** @type {Lexeme[]} */
  const lexemes = [];
  let at = 0;
  let split = -1;  // the colon behind a word that names no field
  let maySign = true;

  /** @param {number} begin @returns {Lexeme} */
  const lexemeAt = (begin) =>
    ({ kind: 'word', occurrence: 'plain', field: '', begin, end: begin, at: begin, to: begin });

  /** The words of a quotation, whatever they look like, the last with its particle. */
  const readSentence = (/** @type {number} */ end) => {
    while (at < end) {
      const word = lexemeAt(at);
      while (at < end && !isSpace(at)) ++at;
      word.end = word.to = at;
      lexemes.push(word);
      while (at < end && isSpace(at)) ++at;
    }
    maySign = false;
  };

  /** A doubled sign is none (++i, --help), nor is one with nothing behind it. @param {Lexeme} lexeme */
  const readSign = (lexeme) => {
    const sign = text[at];
    const next = text[at + 1];
    if (!/[+-]/.test(sign) || isSpace(at + 1) || next === sign || next === ')') return;
    lexeme.occurrence = sign === '+' ? 'must' : 'must_not';
    ++at;
  };

  /** @param {Lexeme} lexeme */
  const readField = (lexeme) => {
    const colon = text.indexOf(':', at);
    if (colon <= at) return;
    const written = text.slice(at, colon);
    const facet = colon - at < 128 && facetKeys.length ? analyzer.fold(written) : '';
    const isFacet = facetKeys.includes(facet);
    if (!isFacet && !/^[a-z]+$/i.test(written)) return;
    const name = isFacet ? facet : written.toLowerCase();
    const next = text[colon + 1];
    const isKnown = isFacet || name === 'date' || FIELDS.includes(name);
    const isLast = isSpace(colon + 1);
    if (isKnown && (isLast || next === ')')) {
      notes.push({ message: `nothing follows "${name}:"; it was read as a word`, begin: at });
    } else if (isKnown && next !== ':') {
      lexeme.field = name;
      at = colon + 1;
    } else if (!isKnown && name.length > 1 && !isLast && !/[:/]/.test(next)) {
      notes.push({ message: `there is no field "${name}"; it was read as words`, begin: at });
      split = colon;
    }
  };

  /** A parenthesis inside a word is its own: print(x) is a word. @param {Lexeme} lexeme */
  const readWord = (lexeme) => {
    for (let inner = 0; at !== split && !isSpace(at) && !isQuote(at); ++at) {
      if (text[at] === ')' && !inner--) break;
      if (text[at] === '(') ++inner;
    }
    lexeme.to = at;
    const word = text.slice(lexeme.at, at);
    if (lexeme.occurrence === 'plain' && !lexeme.field && /^(AND|OR|NOT)$/.test(word))
      lexeme.kind = /** @type {'AND'|'OR'|'NOT'} */ (word);
  };

  /** @param {Lexeme} lexeme */
  const readContent = (lexeme) => {
    if (isQuote(at)) {
      lexeme.kind = 'phrase';
      lexeme.at = ++at;
      while (!isQuote(at)) ++at;
      lexeme.to = at;
      at = endOfParticle(at + 1);
      return;
    }
    lexeme.at = at;
    if (!/[()]/.test(text[at])) return readWord(lexeme);
    lexeme.kind = text[at] === '(' ? 'open' : 'close';
    lexeme.to = ++at;
  };

  for (;;) {
    if (at === split) ++at;
    for (; at < text.length && isSpace(at); ++at) maySign = true;
    if (at >= text.length) break;
    const sentence = sentences.get(at);
    if (sentence) {
      readSentence(sentence);
      continue;
    }
    const lexeme = lexemeAt(at);
    if (maySign) readSign(lexeme);
    readField(lexeme);
    readContent(lexeme);
    lexeme.end = at;
    maySign = lexeme.kind === 'open';
    lexemes.push(lexeme);
  }
  return withoutDanglingOperators(withoutDoubledOperators(lexemes, notes), query, notes);
};

/** @param {Lexeme|undefined} lexeme @param {RegExp} kinds */
const isOf = (lexeme, kinds) => !!lexeme && kinds.test(lexeme.kind);

/**
 * Of two operators in a row the second says nothing that the first did not.
 * @param {Lexeme[]} lexemes @param {Note[]} notes
 */
const withoutDoubledOperators = (lexemes, notes) => {
  /** @type {Lexeme[]} */
  const kept = [];
  for (const lexeme of lexemes)
    if (isOf(lexeme, /AND|OR/) && isOf(kept[kept.length - 1], /[A-Z]/))
      notes.push({ message: 'the second of two operators was left out', begin: lexeme.begin });
    else kept.push(lexeme);
  return kept;
};

/**
 * From the right, so that a NOT which turned out a word is an operand to what stands before it.
 * @param {Lexeme[]} lexemes @param {string} text @param {Note[]} notes
 */
const withoutDanglingOperators = (lexemes, text, notes) => {
  for (let i = lexemes.length; i--; ) {
    const { kind, begin, at, to } = lexemes[i];
    const joins =
      !/[A-Z]/.test(kind) ||
      (isOf(lexemes[i + 1], /word|phrase|open|NOT/) &&
        (kind === 'NOT' || isOf(lexemes[i - 1], /word|phrase|close/)));
    if (joins) continue;
    lexemes[i].kind = 'word';
    notes.push({ message: `${text.slice(at, to)} joins nothing here; it was read as a word`, begin });
  }
  return lexemes;
};
