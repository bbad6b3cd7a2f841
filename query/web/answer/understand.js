// SPDX-License-Identifier: MIT
// From what was typed and asked for beside it to what the index is asked. Mirrors the first half of
// query/answer.cpp, and the pins of query/boosts.cpp.
import { needsGrammar, resolvePlain } from '../grammar/plain.js';
import { isFilter } from '../plan/node_kinds.js';
import { assemble, makePlan } from '../plan/plan.js';
import { any, bonus, NOTHING } from '../plan/query.js';
import { isName } from '../plan/stored.js';
import { WHOLE } from '../plan/word_query.js';
import * as ladder from '../rungs/ladder.js';
import { readFilters } from './facets.js';

/** @typedef {import("../types.js").Query} Query */
/** @typedef {import("../types.js").Analyzer} Analyzer */
/** @typedef {import("../types.js").MeantNode} MeantNode */
/** @typedef {import("../types.js").MeantQuery} MeantQuery */
/** @typedef {import("../index/index.js").Index} Index */
/** @typedef {import("../plan/plan.js").Plan} Plan */
/** @typedef {Awaited<ReturnType<typeof understand>>} Question */

/** Far above what words can score. */
const PINNED = 1000;

const DEFAULTS = {
  filters: /** @type {import("../geul.js").Filters} */ ({}),
  facets: /** @type {readonly string[]} */ ([]),
  facetLimit: 20,
  sort: /** @type {"relevance"|"newest"|"oldest"} */ ('relevance'),
  limit: 10,
  offset: 0,
  excerptLength: 160,
};

/** Whole, and not below 0. @param {number} count */
const counted = (count) => Math.max(Math.trunc(count) || 0, 0);

/** @param {MeantNode} node  @returns {boolean} */
const hasNames = ({ kind, facet, field, children }) =>
  kind === 'name' || !!facet || (!!field && isName(field)) || children.some(hasNames);

/** Whole names among the index's. @param {boolean} needed  @param {Index} index  @param {Analyzer} analyzer */
async function namesFor(needed, index, analyzer) {
  const terms = needed ? await index.names() : new Map();
  return { fold: analyzer.foldName, has: (/** @type {string} */ stored) => terms.has(stored) };
}

/** @param {string} text  @param {Index} index  @param {Analyzer} analyzer  @param {number} today
 * @returns {Promise<MeantQuery>} */
async function read(text, index, analyzer, today) {
  if (!needsGrammar(text)) return resolvePlain(text, analyzer);
  const { parse, resolve } = await import('../more/grammar.js');
  return resolve(parse(text, index.entry.settings.facets ?? [], analyzer), analyzer, today);
}

/** Adds what the words may stand for beside. @param {MeantQuery} meant  @param {Index} index
 * @param {Analyzer} analyzer */
async function climb(meant, index, analyzer) {
  if (meant.root.children.every(isFilter)) return;
  const synonyms = index.entry.synonyms
    ? ladder.readSynonyms(await index.synonyms(), analyzer)
    : undefined;
  await ladder.climb(meant, index.view, analyzer, { synonyms });
}

/** Asks for what the words themselves need while it is found out what they may stand for; an error
 * is met again when they are looked for. @param {MeantQuery} meant  @param {Index} index
 * @param {Analyzer} analyzer */
function prefetch({ root }, index, analyzer) {
  const names = { fold: analyzer.foldName, has: () => true };
  index.evaluate(assemble(makePlan(root, names))).catch(() => {});
}

/** @param {string} text  @param {Index} index  @param {Analyzer} analyzer  @returns {Query[]} */
const pinnedFor = (text, index, analyzer) =>
  (index.entry.settings.pinned ?? [])
    .filter((/** @type {any} */ pin) => analyzer.foldName(pin.query) === analyzer.foldName(text))
    .flatMap((/** @type {any} */ pin) => pin.pages)
    .map((/** @type {number} */ page) => ({ kind: 'pages', pages: [page] }));

/** What is pinned is found whatever it says, and stands first. @param {Plan} plan  @param {Query[]} posts */
function pin(plan, posts) {
  if (posts.length) plan.match = any([...posts, plan.match]);
  posts.forEach((post, i) => plan.parts.push(bonus(PINNED * (1 + 1 / (i + 1)), post)));
  return plan;
}

/** Leaves nothing to find for a query of which nothing is left, unless filters restrict.
 * @param {MeantQuery} meant  @param {Plan} plan  @param {boolean} filtered  @param {string[]} notes */
function emptyIfNothingIsAsked({ extent }, plan, filtered, notes) {
  if (extent !== 'nothing_left') return;
  notes.push(
    filtered
      ? 'the query holds no word; all posts of the filters are listed'
      : 'the query holds no word and finds nothing',
  );
  if (!filtered) Object.assign(plan, { match: NOTHING, parts: [] });
}

/**
 * @param {Index} index
 * @param {Analyzer} analyzer
 * @param {string} text
 * @param {import("../geul.js").SearchOptions & {today: number}} asked
 */
export async function understand(index, analyzer, text, asked) {
  const given = Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined),
  );
  const options = { ...DEFAULTS, ...given };
  for (const count of /** @type {const} */ (['limit', 'offset', 'facetLimit', 'excerptLength']))
    options[count] = counted(options[count]);
  const { today } = asked;
  const meant = await read(text, index, analyzer, today);
  prefetch(meant, index, analyzer);
  await climb(meant, index, analyzer);
  const named = Object.values(options.filters).some((value) => value?.length);
  const names = await namesFor(named || hasNames(meant.root), index, analyzer);
  const pinned = pinnedFor(text, index, analyzer);
  const planned = (/** @type {MeantQuery} */ { root }, /** @type {number} */ loosest) =>
    pin(makePlan(root, names, loosest), pinned);
  const plan = planned(meant, WHOLE);
  const notes = [...meant.notes, ...plan.notes];
  const filters = await readFilters(options.filters, index, { analyzer, names, today, notes });
  emptyIfNothingIsAsked(meant, plan, filters.length > 0, notes);
  const sort = options.sort === 'relevance' && !plan.parts.length ? 'newest' : options.sort;
  return { index, analyzer, text, options, meant, plan, planned, filters, notes, sort };
}
