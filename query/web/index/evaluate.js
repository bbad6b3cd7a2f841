// SPDX-License-Identifier: MIT
// Evaluates an executed query over decoded postings as Xapian 1.4 does: BM25Weight with k2 = 0 and
// k3 = 1, OP_SYNONYM for `alike` and `prefix`, constant weights for `bonus`. Positions there are
// none: words stand side by side where their syllables do (DIFFERENCES.md).
//
// Cost: a byte a page for each node, a number a page for each level of weights.
import { PROFILE } from '../plan/profile.js';
import { all, any, NOTHING, term } from '../plan/query.js';

/** @typedef {import("../types.js").Query} Query */
/** @typedef {import("./terms.js").Postings} Postings */

/**
 * What a query asks for, by its name; terms and prefixes that are not there are left out.
 * @typedef {object} Found
 * @property {Map<string, Postings>} terms
 * @property {Map<string, Postings[]>} prefixes
 */

/** The pair of syllables across the border of two words of Hangul that stand side by side; empty
 * for others. @param {string} left  @param {string} right */
export function crossingPair(left, right) {
  const place = /^[A-Z]:/.exec(right)?.[0] ?? '';
  const pair = left.slice(-1) + right.slice(place.length)[0];
  return /^[가-힣]{2}$/.test(pair) ? `${place === 'S:' ? place : ''}B${pair}` : '';
}

/** @param {string[]} terms  @returns {Query[]} */
const crossings = (terms) =>
  terms.slice(1).flatMap((right, i) => {
    const pair = crossingPair(terms[i], right);
    return pair ? [term(pair)] : [];
  });

/** The same with pairs in place of positions. @param {Query} query  @returns {Query} */
function withPairs(query) {
  if (query.kind !== 'phrase' && query.kind !== 'near') return query;
  const words = all(query.terms.map(term));
  const pairs = crossings(query.terms);
  if (query.kind === 'phrase') return { kind: 'filtered', children: [words, ...pairs] };
  pairs.push(...crossings([...query.terms].reverse()));
  return pairs.length ? { kind: 'filtered', children: [words, any(pairs)] } : NOTHING;
}

/**
 * The names of what a query asks for.
 * @param {Query} query
 * @param {Set<string>} terms
 * @param {Set<string>} prefixes
 */
export function collect(query, terms, prefixes) {
  const each = withPairs(query);
  if (each.kind === 'term') terms.add(each.term);
  if (each.kind === 'alike') for (const name of each.terms) terms.add(name);
  if (each.kind === 'prefix') prefixes.add(each.begin);
  for (const child of childrenOf(each)) collect(child, terms, prefixes);
}

/** @param {Query} query  @returns {Query[]} */
const childrenOf = (query) =>
  'children' in query ? query.children : 'child' in query ? [query.child] : [];

/** As Xapian guesses it: rarest first, as if terms stood in documents independently.
 * @param {number[]} frequencies  @param {number} size */
export function estimate(frequencies, size) {
  const sorted = [...frequencies].sort((a, b) => a - b);
  while (sorted.length > 1) {
    const [a, b] = sorted.splice(0, 2);
    const joined = Math.floor(a + b - (a * b) / size + 0.5);
    const at = sorted.findIndex((other) => other >= joined);
    sorted.splice(at < 0 ? sorted.length : at, 0, joined);
  }
  return sorted[0] ?? 0;
}

/** @typedef {ReturnType<typeof evaluator>} Evaluator */

/**
 * @param {import("./entry.js").Entry} entry
 * @param {Found} found
 */
export function evaluator(entry, found) {
  const { size } = entry;
  /** @type {Float64Array | undefined} */
  let norms;

  const normsOf = () =>
    (norms ??= Float64Array.from({ length: size }, (_, page) => {
      const share = entry.length(page) / entry.averageLength || 0;
      return PROFILE.k1 * (Math.max(share, PROFILE.min_length) * PROFILE.b + 1 - PROFILE.b);
    }));

  /** @param {string[]} terms */
  const postingsOf = (terms) =>
    terms.flatMap((name) => {
      const postings = found.terms.get(name);
      return postings ? [postings] : [];
    });

  /** @param {Query} query */
  const mark = (query) => {
    const mask = new Uint8Array(size);
    add(query, mask);
    return mask;
  };

  /** @param {ArrayLike<number>} pages  @param {Uint8Array} mask */
  const addPages = (pages, mask) => {
    for (let i = 0; i < pages.length; ++i) mask[pages[i]] = 1;
  };

  /** @param {import("../types.js").DayRange} days  @param {Uint8Array} mask */
  const addDays = ({ first, last }, mask) => {
    for (let page = entry.undated; page < size; ++page) {
      const day = +entry.dayOf(page).replace(/-/g, '');
      if (day >= first && day <= last) mask[page] = 1;
    }
  };

  /** Marks the pages of a query beside those that are marked. @param {Query} query  @param {Uint8Array} mask */
  const add = (query, mask) => {
    const each = withPairs(query);
    if (each.kind === 'everything') mask.fill(1);
    else if (each.kind === 'term')
      for (const { pages } of postingsOf([each.term])) addPages(pages, mask);
    else if (each.kind === 'alike')
      for (const { pages } of postingsOf(each.terms)) addPages(pages, mask);
    else if (each.kind === 'prefix')
      for (const { pages } of found.prefixes.get(each.begin) ?? []) addPages(pages, mask);
    else if (each.kind === 'pages') addPages(each.pages, mask);
    else if (each.kind === 'days') addDays(each.days, mask);
    else if (each.kind === 'any') for (const child of each.children) add(child, mask);
    else if (each.kind === 'boosted') add(each.children[0], mask);
    else if ('child' in each) add(each.child, mask);
    else if ('children' in each) addGroup(each.children, each.kind === 'without' ? 0 : 1, mask);
  };

  /** Pages of the first whose others are all marked so. @param {Query[]} children
   * @param {number} wanted  @param {Uint8Array} mask */
  const addGroup = ([first, ...others], wanted, mask) => {
    const pages = mark(first);
    for (const other of others) {
      const marked = mark(other);
      for (let page = 0; page < size; ++page) if (marked[page] !== wanted) pages[page] = 0;
    }
    for (let page = 0; page < size; ++page) mask[page] |= pages[page];
  };

  /** @param {number} frequency  of documents */
  const rarity = (frequency) => {
    const odds = (size - frequency + 0.5) / (frequency + 0.5);
    return Math.log(odds < 2 ? odds / 2 + 1 : odds) * (PROFILE.k1 + 1);
  };

  /** What terms weigh as if they were one. @param {Postings[]} each  @param {number} factor
   * @param {Float64Array} out */
  const weighTerms = (each, factor, out) => {
    const weight =
      factor *
      rarity(
        estimate(
          each.map(({ pages }) => pages.length),
          size,
        ),
      );
    /** @type {Map<number, number>} */
    const sums = new Map();
    for (const { pages, frequencies } of each)
      for (let i = 0; frequencies && i < pages.length; ++i)
        sums.set(pages[i], (sums.get(pages[i]) ?? 0) + frequencies[i]);
    const norm = normsOf();
    for (const [page, sum] of sums) out[page] += (weight * sum) / (norm[page] + sum);
  };

  /** Adds what a query weighs, which may also be where it does not match.
   * @param {Query} query  @param {number} factor  @param {Float64Array} out */
  const weigh = (query, factor, out) => {
    if (factor <= 0) return;
    const each = withPairs(query);
    if (each.kind === 'term') weighTerms(postingsOf([each.term]), factor, out);
    else if (each.kind === 'alike') weighTerms(postingsOf(each.terms), factor, out);
    else if (each.kind === 'prefix') weighTerms(found.prefixes.get(each.begin) ?? [], factor, out);
    else if (each.kind === 'scaled') weigh(each.child, factor * each.factor, out);
    else if (each.kind === 'bonus') {
      const marked = mark(each.child);
      for (let page = 0; page < size; ++page) out[page] += marked[page] * factor * each.factor;
    } else if (each.kind === 'any') for (const child of each.children) weigh(child, factor, out);
    else if ('children' in each) weighGroup(each, factor, out);
  };

  /** @param {Query & {children: Query[]}} query  @param {number} factor  @param {Float64Array} out */
  const weighGroup = (query, factor, out) => {
    const sums = new Float64Array(size);
    const firstAlone = query.kind === 'without' || query.kind === 'filtered';
    for (const child of firstAlone ? query.children.slice(0, 1) : query.children)
      weigh(child, factor, sums);
    const marked = mark(query);
    for (let page = 0; page < size; ++page) if (marked[page]) out[page] += sums[page];
  };

  return {
    /** The pages that match, a 1 each. */
    mark,
    rarity,
    /** What each page weighs that matches. @param {Query} query */
    weights(query) {
      const out = new Float64Array(size);
      weigh(query, 1, out);
      return out;
    },
  };
}
