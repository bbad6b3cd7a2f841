// SPDX-License-Identifier: MIT
// What is shown of a post that was found.
import { bound } from '../index/bytes.js';
import { term } from '../plan/query.js';
import { weightOfTerm } from '../plan/word_query.js';
import { show } from './excerpt.js';
import { nearnessIn } from './nearness.js';
import { matchedBy } from './reasons.js';

/** @typedef {import("../index/index.js").Index} Index */
/** @typedef {import("../index/terms.js").Postings} Postings */
/** @typedef {import("./search.js").Found} Found */

/** The row of a page; -1 without. @param {Postings | undefined} postings  @param {number} page */
function rowOf(postings, page) {
  if (!postings) return -1;
  const { pages } = postings;
  const row = bound(pages.length, (i) => pages[i] < page);
  return pages[row] === page ? row : -1;
}

/** As fragment_of() in query/render/address.cpp has it. @param {string} anchor */
const fragmentOf = (anchor) =>
  anchor.replace(
    /[\0- "<>`\x7f]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/**
 * The unit of a post that says most about a query: that of its rarest terms.
 * @param {number} page
 * @param {Found} found
 */
function unitOf(page, { plan, evaluated }) {
  const { terms, prefixes } = evaluated.found;
  /** @type {number[]} */
  const worth = [0];
  /** @param {Postings | undefined} postings  @param {number} weight */
  const count = (postings, weight) => {
    const row = rowOf(postings, page);
    const unit = row >= 0 && postings?.units?.[row];
    if (postings && typeof unit === 'number')
      worth[unit] = (worth[unit] ?? 0) + weight * evaluated.rarity(postings.pages.length);
  };
  const seen = new Set();
  for (const { stored, begins, ...each } of plan.origins) {
    if (seen.has(stored)) continue;
    seen.add(stored);
    if (begins) prefixes.get(stored)?.forEach((postings) => count(postings, 1));
    else count(terms.get(stored), weightOfTerm({ script: 'hangul', ...each }));
  }
  return worth.reduce((best, value, unit) => (value > worth[best] ? unit : best), 0);
}

/** What the text says of two words' nearness beyond what was counted.
 * @param {number} page  @param {import("../index/fragment.js").Fragment} fragment
 * @param {Found} found  @param {import("../types.js").Analyzer} analyzer */
function nearer(page, fragment, { plan: { neighbours }, evaluated, weights }, analyzer) {
  if (!neighbours || !weights) return 0;
  const counted = neighbours.parts.reduce(
    (sum, part) => sum + (part.kind === 'bonus' ? evaluated.mark(part)[page] * part.factor : 0),
    0,
  );
  const more = nearnessIn(textsOf(fragment), neighbours, analyzer) - counted;
  // The rest of a longer post may have them.
  return fragment.units > 1 ? Math.max(more, 0) : more;
}

/** @param {import("../index/fragment.js").Fragment} fragment */
function* textsOf({ title, tags, categories, authors, parts }) {
  yield* [title, ...tags, ...categories, ...authors];
  for (const { heading, content } of parts) yield* [heading, content];
}

/**
 * @param {number} page
 * @param {Index} index
 * @param {Found} found
 * @param {import("./highlight.js").Highlighter} highlighter
 * @param {number} most  an excerpt's length
 * @returns {Promise<Omit<import("../geul.js").Hit, "rank">>}
 */
export async function hitOf(page, index, found, highlighter, most) {
  const fragment = await index.fragment(page, unitOf(page, found));
  const { title, url, date, tags, categories, authors } = fragment;
  const { leads, sections, excerpt, ...shown } = show(fragment, highlighter, most);
  const { terms, prefixes } = found.evaluated.found;
  const more = nearer(page, fragment, found, index.analyzer);
  const pinned =
    found.plan.match.kind === 'any' &&
    found.plan.match.children.some((each) => each.kind === 'pages' && each.pages[0] === page);
  /** @param {string | null} anchor */
  const at = (anchor) => (anchor ? `${url}#${fragmentOf(anchor)}` : url);
  return {
    url: at(leads),
    postUrl: url,
    title,
    titleHighlights: shown.title,
    date: date || null,
    tags,
    categories,
    authors,
    score: (found.weights?.[page] ?? 0) + more,
    excerpt,
    sections: sections.map((section) => ({ ...section, url: at(section.anchor) })),
    matchedBy: matchedBy(
      found.plan.origins,
      ({ stored, begins }) =>
        begins
          ? (prefixes.get(stored) ?? []).some((postings) => rowOf(postings, page) >= 0)
          : rowOf(terms.get(stored), page) >= 0,
      pinned,
    ),
  };
}

/**
 * A term as posts write it: its surface in a post that has it, without the particle or ending
 * behind it. Mirrors query/surface.cpp.
 * @param {string} stored  of a word
 * @param {Index} index
 * @param {import("../types.js").Analyzer} analyzer
 */
export async function shownWord(stored, index, analyzer) {
  const weights = (await index.evaluate(term(stored))).weights(term(stored));
  const page = weights.reduce((best, weight, page) => (weight > weights[best] ? page : best), 0);
  const postings = await index.postings(stored);
  const row = rowOf(postings, page);
  if (!postings || row < 0) return stored;
  for (const text of textsOf(await index.fragment(page, postings.units?.[row] ?? 0)))
    for (const token of analyzer.analyze(text))
      if (token.term === stored && ['word', 'variant', 'part'].includes(token.family))
        return shownForm(text.slice(token.begin, token.end).normalize('NFC'), stored);
  return stored;
}

/** What is behind the term is grammar, but a Latin stem is no word.
 * @param {string} surface  @param {string} stored */
function shownForm(surface, stored) {
  if (/^[\0-\x7f]*$/.test(stored)) return /^[\0-\x7f]+/.exec(surface)?.[0] ?? surface;
  return surface.startsWith(stored) ? stored : surface;
}
