// SPDX-License-Identifier: MIT
// One query on its way from what was typed to what is shown. Mirrors query/answer.cpp (Question).
// Rejects with what the index rejects with; never for what was typed.
import * as ladder from "../rungs/ladder.js";
import { isUnknown } from "../rungs/word_rungs.js";
import { needsGrammar, resolvePlain } from "../grammar/plain.js";
import { isContentWord, isFilter } from "../plan/node_kinds.js";
import { assemble, loosestFor, makePlan } from "../plan/plan.js";
import { any, bonus, NOTHING } from "../plan/query.js";
import { isName } from "../plan/stored.js";
import { WHOLE } from "../plan/word_query.js";
import { countFacets, readFilters } from "./facets.js";
import { createHighlighter } from "./highlight.js";
import { hitOf, shownWord } from "./hits.js";

/** @typedef {import("../types.js").Query} Query */
/** @typedef {import("../types.js").MeantNode} MeantNode */
/** @typedef {import("../types.js").MeantQuery} MeantQuery */
/** @typedef {import("../index/index.js").Index} Index */
/** @typedef {import("../plan/plan.js").Plan} Plan */
/** @typedef {import("../geul.js").SearchOptions} SearchOptions */

const MOST_NOTES = 20;
/** Far above what words can score. */
const PINNED = 1000;
/** Below so many posts a word may be misspelt. */
const FEW_POSTS = 10;

/** @param {string[]} notes */
function withoutRepeats(notes) {
  const said = [...new Set(notes)];
  const more = said.length - MOST_NOTES;
  if (more <= 0) return said;
  const were = more === 1 ? "1 more note was" : `${more} more notes were`;
  return [...said.slice(0, MOST_NOTES), `${were} left out`];
}

/** @param {MeantNode} node  @returns {boolean} */
const hasNames = (node) =>
  node.kind === "name" || !!node.facet || (!!node.field && isName(node.field)) ||
  node.children.some(hasNames);

/** Whole names among the index's; none are there of a query without any.
 * @param {boolean} needed  @param {Index} index  @param {import("../types.js").Analyzer} analyzer */
async function namesFor(needed, index, analyzer) {
  const terms = needed ? await index.names() : new Map();
  return { fold: analyzer.foldName, has: (/** @type {string} */ stored) => terms.has(stored) };
}

/**
 * What was typed, as the grammar has it.
 * @param {string} text  @param {Index} index  @param {import("../types.js").Analyzer} analyzer
 * @param {number} today
 * @returns {Promise<MeantQuery>}
 */
async function read(text, index, analyzer, today) {
  if (!needsGrammar(text)) return resolvePlain(text, analyzer);
  const { parse, resolve } = await import("../more/grammar.js");
  return resolve(parse(text, index.entry.settings.facets ?? [], analyzer), analyzer, today);
}

/**
 * The query with what it may stand for beside, unless nothing of it may.
 * @param {MeantQuery} meant  @param {Index} index  @param {import("../types.js").Analyzer} analyzer
 */
async function climb(meant, index, analyzer) {
  if (meant.root.children.every(isFilter)) return;
  const synonyms = index.entry.synonyms
    ? ladder.readSynonyms(await index.synonyms(), analyzer)
    : undefined;
  await ladder.climb(meant, index.view, analyzer, { synonyms });
}

/** @param {string} text  @param {Index} index  @param {import("../types.js").Analyzer} analyzer
 * @returns {number[]} */
const pinnedFor = (text, index, analyzer) =>
  (index.entry.settings.pinned ?? [])
    .filter((/** @type {any} */ pin) => analyzer.foldName(pin.query) === analyzer.foldName(text))
    .flatMap((/** @type {any} */ pin) => pin.pages);

/** @param {Plan} plan  @param {number[]} pinned */
function pin(plan, pinned) {
  const posts = pinned.map((page) => /** @type {Query} */ ({ kind: "pages", pages: [page] }));
  if (posts.length) plan.match = any([...posts, plan.match]);
  posts.forEach((post, i) => plan.parts.push(bonus(PINNED * (1 + 1 / (i + 1)), post)));
  return plan;
}

/** What is left of a query that asks for nothing: all that the filters leave, or nothing.
 * @param {MeantQuery["extent"]} extent  @param {boolean} filtered  @param {string[]} notes */
function asksForNothing(extent, filtered, notes) {
  if (extent !== "nothing_left") return false;
  notes.push(
    `the query holds no word ${filtered ? "; all posts of the filters are listed" : "and finds nothing"}`
      .replace(" ;", ";"),
  );
  return !filtered;
}

/**
 * What a plan finds.
 * @typedef {object} Found
 * @property {Plan} plan
 * @property {number[]} pages  in the order asked for
 * @property {Uint8Array} matches  of the query without filters
 * @property {{filter: import("./facets.js").Filter, mask: Uint8Array}[]} filters
 * @property {Float64Array | undefined} weights  where they order the pages
 * @property {import("../index/evaluate.js").Evaluator & {found: import("../index/evaluate.js").Found}} evaluated
 */

/**
 * @param {Index} index
 * @param {Plan} plan
 * @param {import("./facets.js").Filter[]} filters
 * @param {string} sort
 * @returns {Promise<Found>}
 */
async function run(index, plan, filters, sort) {
  const query = assemble(plan);
  const evaluated = await index.evaluate(query, ...filters.map((filter) => filter.query));
  const matches = evaluated.mark(plan.match);
  const masks = filters.map((filter) => ({ filter, mask: evaluated.mark(filter.query) }));
  const pages = Array.from(matches.keys()).filter(
    (page) => matches[page] && masks.every(({ mask }) => mask[page]),
  );
  const weights = sort === "relevance" ? evaluated.weights(query) : undefined;
  if (weights) pages.sort((a, b) => weights[b] - weights[a] || a - b);
  else if (sort === "newest") pages.reverse();
  // Undated posts come last in either order.
  else pages.push(...pages.splice(0, pages.filter((page) => page < index.entry.undated).length));
  return { plan, pages, matches, filters: masks, weights, evaluated };
}

/**
 * @param {Index} index
 * @param {import("../types.js").Analyzer} analyzer
 * @param {string} text
 * @param {SearchOptions & {today: number}} options
 * @returns {Promise<import("../geul.js").SearchResult>}
 */
export async function ask(index, analyzer, text, options) {
  const { today, filters: typedFilters = {}, facets = [], facetLimit = 20 } = options;
  const { sort: wanted = "relevance", limit = 10, offset = 0, excerptLength = 160 } = options;
  let meant = await read(text, index, analyzer, today);
  await climb(meant, index, analyzer);
  const notes = [...meant.notes];
  const named = hasNames(meant.root) || Object.values(typedFilters).some((value) => value?.length);
  const names = await namesFor(named, index, analyzer);
  const pinned = pinnedFor(text, index, analyzer);
  /** @param {MeantQuery} meant  @param {number} loosest */
  const planned = (meant, loosest) => pin(makePlan(meant.root, names, loosest), pinned);

  const plan = planned(meant, WHOLE);
  notes.push(...plan.notes);
  const filters = await readFilters(typedFilters, index, { analyzer, names, today, notes });
  if (asksForNothing(meant.extent, filters.length > 0, notes)) {
    plan.match = NOTHING;
    plan.parts = [];
  }
  const sort = wanted === "relevance" && !plan.parts.length ? "newest" : wanted;
  let found = await run(index, plan, filters, sort);

  /** Takes over what a changed query finds, unless that is nothing as well.
   * @param {MeantQuery} meant  @param {number} loosest */
  const retry = async (meant, loosest) => {
    const other = await run(index, planned(meant, loosest), filters, sort);
    if (!other.pages.length) return false;
    found = other;
    return true;
  };

  const show = () =>
    Promise.all(
      found.pages
        .slice(offset, offset + limit)
        .map((page, i) => hitOf(page, offset + i + 1, index, found, highlighter, excerptLength)),
    );

  /** One word, and in none of the best posts do its syllables stand in a row.
   * @param {Awaited<ReturnType<typeof show>>} hits */
  const foundByChance = async (hits) => {
    const [word, ...others] = meant.root.children;
    if (!hits.length || offset || !word || others.length || !isContentWord(word)) return false;
    if (hits.some(({ titleHighlights, excerpt, sections }) =>
      titleHighlights.length || excerpt.highlights.length || sections.length)) return false;
    return isUnknown(word, index.view);
  };

  /** @type {import("../more/correct.js").Correction[]} */
  let corrections = [];
  let corrected = false;
  let highlighter = createHighlighter(meant.root, analyzer);
  let hits = await show();
  const something = meant.extent === "something";
  const nothing = something && !found.pages.length;
  const byChance = !nothing && (await foundByChance(hits));
  if (nothing || byChance) {
    const { correct } = await import("../more/correct.js");
    const other = structuredClone(meant);
    const how = nothing ? "beside" : "in_place_of_pairs";
    corrections = await correct(other, index.view, analyzer, how);
    corrected = corrections.length > 0 && (await retry(other, WHOLE));
    if (corrected) meant = other;
  } else if (something && found.pages.length < FEW_POSTS && meant.root.children.length > 1) {
    const { correct, deservesSuggestions } = await import("../more/correct.js");
    if (deservesSuggestions(meant, found.pages.length))
      corrections = await correct(meant, index.view, analyzer, "name_only");
  }
  const loosest = loosestFor(meant.root);
  let loosened = false;
  if (nothing && !corrected && loosest !== WHOLE) loosened = await retry(meant, loosest);
  if (loosened) notes.push("no post has the words; posts with parts of them are listed");

  let exact = true;
  if (!corrected && !loosened && needsGrammar(text)) {
    const { phrasesIn, verify } = await import("../more/phrases.js");
    const phrases = phrasesIn(meant.root);
    if (phrases.length && found.pages.length) {
      const { pages } = found;
      const { pages: kept, rejected } = await verify(pages, offset + limit, phrases, index, analyzer);
      const unseen = pages.filter((page) => !kept.includes(page) && !rejected.has(page));
      exact = !unseen.length;
      found.pages = [...kept, ...(kept.length < offset + limit ? [] : unseen)];
      for (const page of rejected) found.matches[page] = 0;
      hits = await show();
    }
  }
  if (corrected || loosened) {
    highlighter = createHighlighter(meant.root, analyzer);
    hits = await show();
  }
  const suggestions = await Promise.all(
    corrections.map(async ({ typed, instead, begin, end }) => ({
      typed,
      instead: await shownWord(instead, index, analyzer),
      span: /** @type {[number, number]} */ ([begin, end]),
    })),
  );
  for (const { typed, instead } of suggestions)
    notes.push(
      `no post has "${typed}"; ${corrected ? `"${instead}" was taken for it` : `did you mean "${instead}"?`}`,
    );
  return {
    format: 1,
    query: { text, sort },
    total: { count: found.pages.length, exact },
    offset,
    hits,
    facets: await countFacets(facets, facetLimit, found.matches, found.filters, index, analyzer),
    suggestions,
    corrected,
    correctedQuery: suggestions.length ? instead(text, suggestions) : null,
    notes: withoutRepeats(notes),
  };
}

/** The query with the suggestions in it. @param {string} text
 * @param {{instead: string, span: [number, number]}[]} suggestions */
const instead = (text, suggestions) =>
  [...suggestions]
    .sort((a, b) => b.span[0] - a.span[0])
    .reduce((all, { instead, span: [begin, end] }) => all.slice(0, begin) + instead + all.slice(end), text);
