// SPDX-License-Identifier: MIT
// What is looked for among names and titles: whole values of a facet, words and pairs within them,
// pairs within titles. The index holds no postings of these; they are made of the facets and the
// titles when a query first asks for them. Mirrors what common/index/postings.cpp stores of them.

/** @typedef {import("./terms.js").Postings} Postings */
/** @typedef {Map<string, {pages: number[]}>} Made */

/** What was made of a decoded file, while that is kept. @type {WeakMap<object, Map<string, Postings>>} */
const kept = new WeakMap();

/** @param {Made} made  @param {string} stored  @param {ArrayLike<number>} pages */
function add(made, stored, pages) {
  const found = made.get(stored);
  if (!found) made.set(stored, { pages: Array.from(pages) });
  else found.pages.push(...Array.from(pages));
}

/** @param {string} prefix  @param {string} text  @param {ArrayLike<number>} pages
 * @param {import("../types.js").Analyzer} analyzer  @param {Made} made */
function addWords(prefix, text, pages, analyzer, made) {
  for (const { family, term } of analyzer.analyze(text))
    add(made, prefix + (family.endsWith('pair') ? 'B' : '') + term, pages);
}

/** Ascending, each once. @param {Made} made */
const tidy = (made) => {
  for (const postings of made.values())
    postings.pages = [...new Set(postings.pages)].sort((a, b) => a - b);
  return made;
};

/**
 * Whole values, words and pairs of the facets.
 * @param {import("./facet_file.js").Facet[]} facets
 * @param {import("../types.js").Analyzer} analyzer
 * @returns {Map<string, Postings>}
 */
export function nameTerms(facets, analyzer) {
  const known = kept.get(facets);
  if (known) return known;
  /** @type {Made} */
  const made = new Map();
  for (const { key, values } of facets)
    for (const { text, pages } of values) {
      add(made, `N:${key}:${analyzer.foldName(text)}`, pages);
      addWords(`W:${key}:`, text, pages, analyzer, made);
    }
  kept.set(facets, tidy(made));
  return made;
}

/**
 * Words and pairs of titles.
 * @param {string[]} titles
 * @param {import("../types.js").Analyzer} analyzer
 * @returns {Map<string, Postings>}
 */
export function titleTerms(titles, analyzer) {
  const known = kept.get(titles);
  if (known) return known;
  /** @type {Made} */
  const made = new Map();
  titles.forEach((title, page) => addWords('S:', title, [page], analyzer, made));
  kept.set(titles, tidy(made));
  return made;
}
