// SPDX-License-Identifier: MIT
// One query on its way from what was typed to what is shown. Mirrors query/answer.cpp (Question).
// Rejects with what the index rejects with; never for what was typed.
import { needsGrammar } from '../grammar/plain.js';
import { isContentWord } from '../plan/node_kinds.js';
import { loosestFor } from '../plan/plan.js';
import { WHOLE } from '../plan/word_query.js';
import { isUnknown } from '../rungs/word_rungs.js';
import { countFacets } from './facets.js';
import { createHighlighter } from './highlight.js';
import { hitOf, shownWord } from './hits.js';
import { run } from './search.js';
import { understand } from './understand.js';

/** @typedef {import("../types.js").MeantQuery} MeantQuery */
/** @typedef {import("../index/index.js").Index} Index */
/** @typedef {import("../rungs/correct.js").Correction} Correction */
/** @typedef {import("./understand.js").Question} Question */
/** @typedef {import("./search.js").Found} Found */
/** @typedef {import("../geul.js").Hit} Hit */

const MOST_NOTES = 20;
/** Below so many posts a word may be misspelt. */
const FEW_POSTS = 10;

/** @param {string[]} notes */
function withoutRepeats(notes) {
  const said = [...new Set(notes)];
  const more = said.length - MOST_NOTES;
  if (more <= 0) return said;
  const were = more === 1 ? '1 more note was' : `${more} more notes were`;
  return [...said.slice(0, MOST_NOTES), `${were} left out`];
}

/**
 * The posts of a changed query; undefined where that finds nothing as well.
 * @param {Question} question  @param {MeantQuery} meant  @param {number} loosest
 */
async function retry(question, meant, loosest) {
  const found = await run(question, question.planned(meant, loosest));
  return found.pages.length ? found : undefined;
}

/** Leaves out posts that have not the phrases which they must have.
 * @param {Question} question  @param {Found} found */
async function withPhrases(question, found) {
  const { index, analyzer, options, meant, text } = question;
  if (!found.pages.length || !needsGrammar(text)) return;
  const { phrasesIn, verify } = await import('../more/phrases.js');
  const phrases = phrasesIn(meant.root);
  if (!phrases.length) return;
  const enough = options.offset + options.limit;
  const { kept, rejected, exact } = await verify(found.pages, enough, phrases, index, analyzer);
  Object.assign(found, { pages: kept, exact });
  for (const page of rejected) found.matches[page] = 0;
}

/** @param {Question} question  @param {MeantQuery} meant  @param {Found} found */
async function show({ index, analyzer, options }, meant, found) {
  const { offset, limit, excerptLength } = options;
  const highlighter = createHighlighter(meant.root, analyzer);
  const pages = found.pages.slice(offset, offset + limit);
  const hits = await Promise.all(
    pages.map((page) => hitOf(page, index, found, highlighter, excerptLength)),
  );
  if (found.plan.neighbours && found.weights) hits.sort((a, b) => b.score - a.score);
  return hits.map((hit, i) => ({ rank: offset + i + 1, ...hit }));
}

/** One word, and in none of the best posts do its syllables stand in a row.
 * @param {Question} question  @param {Hit[]} hits */
async function foundByChance({ meant, options, index }, hits) {
  const [word, ...others] = meant.root.children;
  if (!hits.length || options.offset || !word || others.length || !isContentWord(word))
    return false;
  const shown = hits.some(
    ({ titleHighlights, excerpt, sections }) =>
      titleHighlights.length || excerpt.highlights.length || sections.length,
  );
  return !shown && isUnknown(word, index.view);
}

/**
 * Misspelt words: corrected where nothing was found, or nothing but their syllables by chance; else
 * no more than named. `found` and `meant` are there where something else is shown for it.
 * @param {Question} question  @param {Found} found  @param {Hit[]} hits
 * @returns {Promise<{corrections: Correction[], found?: Found, meant?: MeantQuery}>}
 */
async function correct(question, found, hits) {
  const { meant, index, analyzer } = question;
  const count = found.pages.length;
  const byChance = count > 0 && (await foundByChance(question, hits));
  const few = count < FEW_POSTS && (!count || meant.root.children.length > 1);
  if (meant.extent !== 'something' || (!byChance && !few)) return { corrections: [] };
  const { correct, deservesSuggestions } = await import('../more/correct.js');
  if (count && !byChance)
    return {
      corrections: deservesSuggestions(meant, count)
        ? await correct(meant, index.view, analyzer, 'name_only')
        : [],
    };
  const other = structuredClone(meant);
  const how = count ? 'in_place_of_pairs' : 'beside';
  const corrections = await correct(other, index.view, analyzer, how);
  const instead = corrections.length ? await retry(question, other, WHOLE) : undefined;
  return { corrections, found: instead, meant: instead && other };
}

/** The last try of a search that found nothing, with parts of its words.
 * @param {Question} question */
async function loosen(question) {
  const { meant, notes } = question;
  const loosest = loosestFor(meant.root);
  const found =
    loosest !== WHOLE && meant.extent === 'something'
      ? await retry(question, meant, loosest)
      : undefined;
  if (found) notes.push('no post has the words; posts with parts of them are listed');
  return found;
}

/**
 * What was misspelt, with the words as posts write them, not as they are known by.
 * @param {Question} question  @param {Correction[]} corrections  @param {boolean} corrected
 */
async function suggestionsOf({ index, analyzer, notes }, corrections, corrected) {
  const suggestions = await Promise.all(
    corrections.map(async ({ typed, instead, begin, end }) => ({
      typed,
      instead: await shownWord(instead, index, analyzer),
      span: /** @type {[number, number]} */ ([begin, end]),
    })),
  );
  for (const { typed, instead } of suggestions) {
    const so = corrected ? `"${instead}" was taken for it` : `did you mean "${instead}"?`;
    notes.push(`no post has "${typed}"; ${so}`);
  }
  return suggestions;
}

/** The query with the suggestions in it. @param {string} text
 * @param {{instead: string, span: [number, number]}[]} suggestions */
const withSuggestions = (text, suggestions) =>
  [...suggestions]
    .sort((a, b) => b.span[0] - a.span[0])
    .reduce(
      (all, { instead, span: [begin, end] }) => all.slice(0, begin) + instead + all.slice(end),
      text,
    );

/**
 * @param {Index} index
 * @param {import("../types.js").Analyzer} analyzer
 * @param {string} text
 * @param {import("../geul.js").SearchOptions & {today: number}} options
 * @returns {Promise<import("../geul.js").SearchResult>}
 */
export async function ask(index, analyzer, text, options) {
  const question = await understand(index, analyzer, text, options);
  const { offset, facets, facetLimit } = question.options;
  let { meant } = question;
  let found = await run(question, question.plan);
  await withPhrases(question, found);
  let hits = await show(question, meant, found);
  const other = await correct(question, found, hits);
  const instead = other.found ?? (found.pages.length ? undefined : await loosen(question));
  if (instead) {
    meant = other.meant ?? meant;
    found = instead;
    hits = await show(question, meant, found);
  }
  const suggestions = await suggestionsOf(question, other.corrections, !!other.found);
  return {
    format: 1,
    query: { text, sort: question.sort },
    total: { count: found.pages.length, exact: found.exact },
    offset,
    hits,
    facets: await countFacets(facets, facetLimit, found.matches, found.filters, index, analyzer),
    suggestions,
    corrected: !!other.found,
    correctedQuery: suggestions.length ? withSuggestions(text, suggestions) : null,
    notes: withoutRepeats(question.notes),
  };
}
