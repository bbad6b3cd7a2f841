// SPDX-License-Identifier: MIT
// The shapes that modules hand to each other. They mirror the C++ side: query/parse/meant.hpp,
// common/index/query.hpp, common/analysis/token.hpp, query/rungs/. Types alone; nothing runs.

/**
 * The family of a term (common/analysis/token.hpp).
 * @typedef {'word'|'variant'|'part'|'pair'|'crossing_pair'|'tail_pair'|'alternate'} Family
 */

/** @typedef {'hangul'|'latin'|'digit'|'han'|'kana'|'emoji'|'mark'|'other'} Script */

/**
 * One term found in a text. Offsets are UTF-16 units of the text as given, half-open.
 * @typedef {object} Token
 * @property {Family} family
 * @property {Script} script
 * @property {string} term   folded, NFC, at most 64 bytes of UTF-8
 * @property {number} begin
 * @property {number} end
 * @property {number} word      ordinal of the word; its families and parts share it
 * @property {number} position  for phrases
 */

/**
 * analysis/analyzer.js; common/analysis/analyzer.hpp is the contract.
 * @typedef {object} Analyzer
 * @property {(text: string) => Token[]} analyze
 * @property {(surface: string) => string[]} alternatesOf
 * @property {(surface: string) => boolean} isParticle
 * @property {(surface: string) => boolean} isFunctionWord
 * @property {(term: string) => boolean} isNativeStem
 * @property {(text: string) => string} fold      text::fold()
 * @property {(text: string) => string} foldName  text::fold_name()
 */

/** @typedef {{family: Family, script: Script, term: string}} MeantTerm */

/**
 * One word of a query as the analyser sees it; at least one term, the first is its key.
 * @typedef {{surface: string, begin: number, end: number, terms: MeantTerm[]}} MeantWord
 */

/** @typedef {'exact'|'spacing'|'spelling'|'synonym'|'half_typed'|'initials'|'keyboard'|'typo'} Rung */

/** @typedef {{rung: Rung, words: MeantWord[]}} Alternative */

/** @typedef {'title'|'tag'|'category'|'author'|'heading'|'summary'|'body'|'code'|'path'} Field */

/** Days as numbers YYYYMMDD, both included; 10101 and 99991231 are open ends.
 * @typedef {{first: number, last: number}} DayRange */

/**
 * A node of what was meant (query/parse/meant.hpp).
 * @typedef {object} MeantNode
 * @property {'words'|'phrase'|'prefix'|'name'|'days'|'list'|'all'|'any'} kind
 * @property {'plain'|'must'|'must_not'} occurrence
 * @property {Field} [field]
 * @property {string} [facet]    key of a configured facet, in place of a field
 * @property {number} begin
 * @property {number} end
 * @property {string} text       of prefix and name folded, else as typed
 * @property {MeantWord[]} words
 * @property {Alternative[]} alternatives  of words; filled by rungs/
 * @property {DayRange} [days]
 * @property {boolean} isFunctionWord
 * @property {MeantNode[]} children
 */

/** @typedef {{root: MeantNode, extent: 'something'|'blank'|'nothing_left', notes: string[]}} MeantQuery */

/**
 * The executed query (common/index/query.hpp), in stored terms (plan/stored.js). A term is its
 * text; a pair has `B` before it. In a field there is a capital and a colon before both:
 *
 *     S: title   H: heading   U: summary   D: body   K: code   P: path    S:검색  S:B검색
 *     N:facet:   a whole value, folded, of a facet, tag, category or author    N:tag:이직
 *     W:facet:   a word or pair within such values                     W:tag:이직  W:tag:B이직
 *
 * Pairs stand in no other field than title, and nothing in path. Terms of a field weigh nothing.
 * No term of the analyser begins with an ASCII capital.
 * @typedef {{kind: 'nothing'|'everything'}
 *   | {kind: 'term', term: string}
 *   | {kind: 'any'|'all'|'boosted'|'filtered'|'without', children: Query[]}
 *   | {kind: 'alike'|'phrase', terms: string[]}
 *   | {kind: 'near', terms: string[], window: number}
 *   | {kind: 'prefix', begin: string}
 *   | {kind: 'scaled'|'bonus', factor: number, child: Query}
 *   | {kind: 'days', days: DayRange}
 *   | {kind: 'pages', pages: number[]}} Query
 */

/** @typedef {{term: string, documents: number}} TermCount */

/**
 * What planning and the rungs ask of the index. Each answer may need a file, so all are promises;
 * ask for what is independent at once. Words without prefix, pairs behind `B`.
 * @typedef {object} IndexView
 * @property {(stored: string) => Promise<number>} frequency  documents that have the term
 * @property {(begin: string, last?: string) => Promise<TermCount[]>} wordsFrom  words (no pairs)
 *   that begin so, in the order of their UTF-8 bytes; at most 2,000. With `last`, those from `begin`
 *   to the ones that begin with `last`
 * @property {(initials: string, whole?: boolean) => Promise<TermCount[]>} wordsOfInitials  Hangul
 *   words whose leading consonants (compatibility jamo, ㄱㅅ) begin so; `whole`: are these
 * @property {(query: Query) => Promise<number>} count  posts that match
 */

export {};
