// SPDX-License-Identifier: MIT
// Phrases, of which the index knows no more than that the words and the syllables at their borders
// are in the post: whether the words stand in a row is seen in the texts. Loaded for queries with a
// phrase that has to be there.
import { choicesOf, keyOf, waysToSay } from '../plan/word_query.js';
import { crossingPair } from '../index/evaluate.js';
import { SUMMARY } from '../index/fragment.js';
import { isPair } from '../plan/stored.js';

/** @typedef {import("../types.js").MeantNode} MeantNode */
/** @typedef {import("../index/fragment.js").Fragment} Fragment */

/** Units of one post that are looked at, and posts of one search. */
const MOST_UNITS = 6;
const MOST_POSTS = 40;

/** Phrases that every post has to have. @param {MeantNode} node  @returns {MeantNode[]} */
export function phrasesIn(node) {
  if (node.occurrence === 'must_not') return [];
  if (node.kind === 'phrase') return node.words.length > 1 ? [node] : [];
  return node.kind === 'list' || node.kind === 'all' ? node.children.flatMap(phrasesIn) : [];
}

/**
 * The pieces of a fragment's text that a field has; `body` and `code` keep no order, so all.
 * @param {Fragment} fragment  @param {string} [field]
 */
function piecesOf(fragment, field) {
  const { title, tags, categories, authors, parts } = fragment;
  const headings = parts.map(({ heading }) => heading);
  if (field === 'title') return [title];
  if (field === 'heading') return headings;
  const texts = parts.filter(({ kind }) => field !== 'summary' || kind === SUMMARY);
  const contents = texts.map(({ content }) => content);
  return field === 'summary'
    ? contents
    : [title, ...tags, ...categories, ...authors, ...headings, ...contents];
}

/**
 * Whether the words stand in a row.
 * @param {string} text  @param {string[][]} ways  @param {import("../types.js").Analyzer} analyzer
 */
function says(text, ways, analyzer) {
  /** @type {Set<string>[]} */
  const at = [];
  for (const { family, term, position } of analyzer.analyze(text))
    if (!isPair(family)) (at[position] ??= new Set()).add(term);
  return at.some((_, begin) =>
    ways.some((way) => way.every((term, i) => at[begin + i]?.has(term))),
  );
}

/**
 * Looks through posts, the best first, until enough have every phrase.
 * @param {number[]} pages      as ranked
 * @param {number} enough
 * @param {MeantNode[]} phrases
 * @param {import("../index/index.js").Index} index
 * @param {import("../types.js").Analyzer} analyzer
 * @returns {Promise<{kept: number[], rejected: number[], exact: boolean}>}  posts that have them
 *   and those that were not looked at; those that have them not, as it seems; whether that is sure
 */
export async function verify(pages, enough, phrases, index, analyzer) {
  const wanted = await Promise.all(
    phrases.map(async ({ words, field }) => ({
      field,
      ways: waysToSay(words.map(choicesOf)),
      hints: await hintsOf(words.map(keyOf), index),
    })),
  );

  /** @param {number} page  @param {typeof wanted[0]} phrase */
  const has = async (page, { field, ways, hints }) => {
    const units = unitsOf(page, hints);
    for (let i = 0; i < Math.min(units.length, MOST_UNITS); ++i) {
      const fragment = await index.fragment(page, units[i]);
      if (piecesOf(fragment, field).some((text) => says(text, ways, analyzer))) return true;
      if (field === 'title') return false;
      for (let unit = 0; unit < fragment.units; ++unit) if (!units.includes(unit)) units.push(unit);
    }
    return units.length > MOST_UNITS ? undefined : false;
  };

  /** @type {number[]} */
  const kept = [];
  /** @type {number[]} */
  const rejected = [];
  /** @type {number[]} */
  const unsure = [];
  const most = Math.min(pages.length, Math.max(MOST_POSTS, enough));
  let at = 0;
  while (at < most && kept.length < enough) {
    const batch = pages.slice(at, Math.min(at + enough - kept.length, most));
    at += batch.length;
    const found = await Promise.all(
      batch.map((page) => Promise.all(wanted.map((each) => has(page, each)))),
    );
    batch.forEach((page, i) => {
      const lacks = found[i].includes(false);
      (lacks ? rejected : found[i].every(Boolean) ? kept : unsure).push(page);
    });
  }
  const unseen = pages.slice(at);
  const exact = !unsure.length && !unseen.length;
  // Where the best units of a long post have no phrase, the others hardly do.
  return kept.length
    ? { kept: [...kept, ...unseen], rejected: [...rejected, ...unsure], exact }
    : { kept: [...unsure, ...unseen], rejected, exact };
}

/** Where the words stand most, the pairs across their borders first.
 * @param {string[]} keys  @param {import("../index/index.js").Index} index */
async function hintsOf(keys, index) {
  const pairs = keys.slice(1).map((right, i) => crossingPair(keys[i], right));
  const found = await Promise.all([...pairs.filter(Boolean), ...keys].map(index.postings));
  return found.flatMap((postings) => postings ?? []);
}

/** @param {number} page  @param {import("../index/terms.js").Postings[]} hints */
function unitsOf(page, hints) {
  /** @type {Set<number>} */
  const units = new Set();
  for (const { pages, units: of } of hints) {
    const row = Array.prototype.indexOf.call(pages, page);
    if (row >= 0 && of) units.add(of[row]);
  }
  return [...(units.size ? units : [0])];
}
