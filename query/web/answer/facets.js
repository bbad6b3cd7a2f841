// SPDX-License-Identifier: MIT
// Counts of facets, and what is selected of them. Mirrors query/facets.cpp, query/filters.cpp and
// common/index/facets.cpp; the tree of dates is not counted here.
import { facetNamesOf } from '../index/entry.js';
import { any, within } from '../plan/query.js';
import { analyzePieces } from '../grammar/plain.js';
import { matchName } from '../plan/matching.js';

/** @typedef {import("../types.js").Query} Query */
/** @typedef {import("../index/index.js").Index} Index */

/** Characters of YYYY-MM-DD that tell a period. @type {Record<string, number>} */
const WIDTHS = /** @type {any} */ ({ __proto__: null, year: 4, month: 7, day: 10 });

/**
 * A restriction that belongs to a facet, so that the facet's own counts can leave it out. Years,
 * months and days share theirs, of which any will do; since and until hold beside it.
 * @typedef {{slot: string, selected: string[], query: Query}} Filter
 */

/** @param {string} facet */
const slotOf = (facet) => (WIDTHS[facet] ? 'date' : facet);

/** @param {any} value  @returns {string[]} */
const listOf = (value) => (value === undefined ? [] : [value].flat());

/** @param {import("../types.js").DayRange} days  @param {number} width */
const periodOf = ({ first, last }, width) => {
  const iso = (/** @type {number} */ day) =>
    String(day)
      .padStart(8, '0')
      .replace(/(....)(..)(..)/, '$1-$2-$3');
  const value = iso(first).slice(0, width);
  const end = { 4: '-12-31', 7: iso(last).slice(7), 10: '' }[width];
  const begin = { 4: '-01-01', 7: '-01', 10: '' }[width];
  return value + begin === iso(first) && value + end === iso(last) ? value : undefined;
};

/**
 * The filters of a search. What is no facet or no date is left out, with a note.
 * @param {import("../geul.js").Filters} filters
 * @param {Index} index
 * @param {object} with_
 * @param {import("../types.js").Analyzer} with_.analyzer
 * @param {import("../plan/plan.js").Names} with_.names
 * @param {number} with_.today  YYYYMMDD
 * @param {string[]} with_.notes
 * @returns {Promise<Filter[]>}
 */
export async function readFilters(filters, index, { analyzer, names, today, notes }) {
  /** @type {Filter[]} */
  const read = [];
  const { since, until, ...named } = filters;
  const known = facetNamesOf(index.entry);
  const needsDates = since || until || known.some((name) => WIDTHS[name] && named[name]);
  const { parseDate } = needsDates ? await import('../more/grammar.js') : { parseDate: null };

  /** @param {string} typed */
  const daysOf = (typed) => {
    const days = parseDate?.(typed, today);
    if (!days) notes.push(`"${typed}" is no date`);
    return days;
  };

  /** @param {string} facet  @param {string} value  @returns {{value: string, query: Query} | undefined} */
  const valueOf = (facet, value) => {
    const width = WIDTHS[facet];
    if (!width) {
      const words = wordsOf(value, analyzer);
      return { value, query: matchName(facet, value, words, names, notes) };
    }
    const days = daysOf(value);
    const period = days && periodOf(days, width);
    if (days && !period) notes.push(`"${value}" is no ${facet}`);
    return days && period ? { value: period, query: within(days) } : undefined;
  };

  for (const [facet, typed] of Object.entries(named)) {
    const values = listOf(typed);
    if (values.length && !known.includes(facet)) notes.push(`there is no facet "${facet}"`);
    const found = known.includes(facet)
      ? values.flatMap((value) => valueOf(facet, value) ?? [])
      : [];
    if (!found.length) continue;
    const slot = slotOf(facet);
    const selected = found.map(({ value }) => value);
    const query = any(found.map(({ query }) => query));
    const same = read.find((filter) => filter.slot === slot);
    if (same) {
      same.selected.push(...selected);
      same.query = any([same.query, query]);
    } else read.push({ slot, selected, query });
  }
  const first = since && daysOf(since)?.first;
  const last = until && daysOf(until)?.last;
  if (first || last)
    read.push({
      slot: 'date',
      selected: [],
      query: within({ first: first || 10101, last: last || 99991231 }),
    });
  return read;
}

/** A name as a query's words. @param {string} value  @param {import("../types.js").Analyzer} analyzer
 * @returns {import("../types.js").MeantWord[]} */
const wordsOf = (value, analyzer) => analyzePieces([{ text: value, at: 0 }], analyzer)[0];

/** @typedef {import("../geul.js").FacetValue} FacetValue */

/**
 * The values of a facet among pages.
 * @param {string} facet
 * @param {Uint8Array} mask
 * @param {string[]} selected
 * @param {Index} index
 * @param {import("../types.js").Analyzer} analyzer
 * @returns {Promise<FacetValue[]>}
 */
async function countFacet(facet, mask, selected, index, analyzer) {
  const width = WIDTHS[facet];
  if (width) return countPeriods(mask, width, selected, index.entry);
  const chosen = new Set(selected.map(analyzer.foldName));
  const found = (await index.facets()).find(({ key }) => key === facet);
  const { compare } = new Intl.Collator('ko');
  return (found?.values ?? [])
    .map(({ text, pages }) => ({
      value: text,
      count: pages.reduce((sum, page) => sum + mask[page], 0),
      selected: chosen.size > 0 && chosen.has(analyzer.foldName(text)),
    }))
    .filter(({ count }) => count)
    .sort((a, b) => b.count - a.count || compare(a.value, b.value));
}

/** Newest first. @param {Uint8Array} mask  @param {number} width  @param {string[]} selected
 * @param {import("../index/entry.js").Entry} entry */
function countPeriods(mask, width, selected, entry) {
  /** @type {FacetValue[]} */
  const counts = [];
  for (let page = entry.size - 1; page >= entry.undated; --page) {
    if (!mask[page]) continue;
    const value = entry.dayOf(page).slice(0, width);
    const last = counts[counts.length - 1];
    if (last?.value === value) ++last.count;
    else counts.push({ value, count: 1, selected: selected.includes(value) });
  }
  return counts;
}

/**
 * Counts of facets, each leaving its own filter out.
 * @param {readonly string[]} facets
 * @param {number} limit  values of each; 0: all
 * @param {Uint8Array} matches  of the query
 * @param {{filter: Filter, mask: Uint8Array}[]} filters
 * @param {Index} index
 * @param {import("../types.js").Analyzer} analyzer
 */
export async function countFacets(facets, limit, matches, filters, index, analyzer) {
  /** @type {import("../geul.js").Facets} */
  const counts = {};
  for (const facet of facets) {
    if (!facetNamesOf(index.entry).includes(facet)) continue;
    const own = filters.filter(({ filter }) => filter.slot === slotOf(facet));
    const others = filters.filter((each) => !own.includes(each)).map(({ mask }) => mask);
    const mask = matches.map((marked, page) => (others.every((other) => other[page]) ? marked : 0));
    const selected = own.flatMap(({ filter }) => filter.selected);
    const values = await countFacet(facet, mask, selected, index, analyzer);
    counts[facet] = values.filter((value, i) => !limit || i < limit || value.selected);
  }
  return counts;
}
