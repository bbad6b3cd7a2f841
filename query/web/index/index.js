// SPDX-License-Identifier: MIT
// The index as planning, the rungs and the answer see it: terms by their stored names (types.js),
// of which each may need a file.
import { decodeDirectory, EMPTY, fileOf, filesFrom } from './directory.js';
import { collect, evaluator } from './evaluate.js';
import { facetDecoder } from './facet_file.js';
import { decodeFragment } from './fragment.js';
import { decodeInitials, termDecoder, titleDecoder } from './terms.js';

/** @typedef {import("../types.js").Query} Query */
/** @typedef {import("./terms.js").Postings} Postings */

/** A prefix stands for this many terms at the most, in the order of their bytes. */
const MOST_EXPANDED = 2000;

/** Whether a posting's fields are of the field. */
const HAS_FIELD = /** @type {Record<string, (fields: number) => number>} */ ({
  S: (fields) => fields & 1,
  H: (fields) => fields & 2,
  K: (fields) => fields & 4,
  U: (fields) => fields & 8,
  D: (fields) => ~fields & 32,
});

const LEADING = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

/** @param {string} word  of syllables */
const initialsOf = (word) =>
  word.replace(/[가-힣]/g, (c) => LEADING[Math.floor((c.charCodeAt(0) - 0xac00) / 588)]);

/** @param {Postings} postings  @param {string} field  @returns {Postings | undefined} */
function within(postings, field) {
  const has = HAS_FIELD[field];
  const { pages, units, fields } = postings;
  if (!has || !fields) return undefined;
  const rows = Array.from(fields, (_, row) => row).filter((row) => has(fields[row]));
  return rows.length
    ? { pages: rows.map((row) => pages[row]), units: units && rows.map((row) => units[row]) }
    : undefined;
}

/** @typedef {ReturnType<typeof openIndex>} Index */

/**
 * One index as a search sees it. All of it rejects with a GeulError or an AbortError.
 * @param {import("./files.js").Files} files
 * @param {import("./entry.js").Entry} entry
 * @param {import("../types.js").Analyzer} analyzer
 * @param {AbortSignal} [signal]
 */
export function openIndex(files, entry, analyzer, signal) {
  const { size } = entry;

  /** @type {Map<string, Promise<Map<string, Postings>>>} */
  const made = new Map();

  /** @returns {Promise<import("./directory.js").Directory>} */
  const directory = async () =>
    entry.directory ? files.get(entry.directory, decodeDirectory, signal) : EMPTY;

  /** @param {string} file */
  const terms = (file) => files.get(file, termDecoder(size), signal);

  const facets = async () =>
    entry.facets ? files.get(entry.facets, facetDecoder(size), signal) : [];

  const titles = async () =>
    entry.titles ? files.get(entry.titles, titleDecoder(size), signal) : [];

  /** Terms of names, or of titles. @param {"names"|"titles"} kind */
  const makeTerms = (kind) => {
    let promise = made.get(kind);
    if (!promise) {
      promise = import('../more/names.js').then(async ({ nameTerms, titleTerms }) =>
        kind === 'names'
          ? nameTerms(await facets(), analyzer)
          : titleTerms(await titles(), analyzer),
      );
      made.set(kind, promise);
    }
    return promise;
  };

  /** @param {string} stored  @returns {Promise<Postings | undefined>} */
  const postings = async (stored) => {
    const [, field, rest] = /** @type {string[]} */ (/^(?:([A-Z]):)?([^]*)/.exec(stored));
    if (field === 'N' || field === 'W') return (await makeTerms('names')).get(stored);
    const pair = rest.startsWith('B') ? 1 : 0;
    if (field === 'S' && pair) return (await makeTerms('titles')).get(stored);
    const text = rest.slice(pair);
    const file = fileOf((await directory()).terms, text);
    const found = file && (await terms(file)).find(text, pair);
    return found && field ? within(found, field) : found || undefined;
  };

  /** The words from one to those that begin with `last`, with their postings.
   * @param {string} begin  @param {string} [last] */
  const expand = async (begin, last) => {
    const [, field, rest] = /** @type {string[]} */ (/^(?:([A-Z]):)?([^]*)/.exec(begin));
    if (field === 'N')
      return [...(await makeTerms('names'))]
        .filter(([stored]) => stored.startsWith(begin))
        .map(([text, postings]) => ({ text, postings }));
    if (!rest || /^[A-Z]/.test(rest)) return [];
    last ??= rest;
    /** @type {{text: string, postings: Postings}[]} */
    const found = [];
    const names = filesFrom((await directory()).terms, rest, last);
    for (const file of await Promise.all(names.map(terms)))
      for (const { text, postings } of file.between(rest, last)) {
        const kept = field ? within(postings, field) : postings;
        if (kept && found.length < MOST_EXPANDED) found.push({ text, postings: kept });
      }
    return found;
  };

  /** What evaluates the queries; all files that they need are asked for at once.
   * @param {Query[]} queries */
  const evaluate = async (...queries) => {
    /** @type {Set<string>} */
    const names = new Set();
    /** @type {Set<string>} */
    const begins = new Set();
    for (const query of queries) collect(query, names, begins);
    /** @type {import("./evaluate.js").Found} */
    const found = { terms: new Map(), prefixes: new Map() };
    await Promise.all([
      ...Array.from(names, async (name) => {
        const each = await postings(name);
        if (each) found.terms.set(name, each);
      }),
      ...Array.from(begins, async (begin) => {
        const each = await expand(begin);
        found.prefixes.set(
          begin,
          each.map(({ postings }) => postings),
        );
      }),
    ]);
    return { ...evaluator(entry, found), found };
  };

  /** @type {import("../types.js").IndexView} */
  const view = {
    frequency: async (stored) => (await postings(stored))?.pages.length ?? 0,
    wordsFrom: async (begin, last) =>
      (await expand(begin, last)).map(({ text, postings }) => ({
        term: text,
        documents: postings.pages.length,
      })),
    async wordsOfInitials(initials, whole) {
      const names = filesFrom((await directory()).initials, initials, initials, whole);
      const words = await Promise.all(names.map((file) => files.get(file, decodeInitials, signal)));
      return words.flat().filter(({ term }) => {
        const own = initialsOf(term);
        return whole ? own === initials : own.startsWith(initials);
      });
    },
    count: async (query) =>
      (await evaluate(query)).mark(query).reduce((sum, marked) => sum + marked, 0),
  };

  return {
    entry,
    analyzer,
    view,
    postings,
    evaluate,
    directory,
    facets,
    titles,
    names: () => makeTerms('names'),
    /** @param {number} page  @param {number} unit */
    fragment: (page, unit) => files.get(entry.fragment(page, unit), decodeFragment, signal),
    /** The site's synonyms, as types of the rungs. */
    synonyms: async () =>
      entry.synonyms
        ? files.get(entry.synonyms, (bytes) => JSON.parse(new TextDecoder().decode(bytes)), signal)
        : [],
  };
}
