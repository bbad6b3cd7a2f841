// SPDX-License-Identifier: MIT
// What is searched, and how the page's address says it: `?q=검색&q.tag=회고&q.since=2024-01-01`.
// Filters and sort stand behind the parameter's name and a dot, so that they meet neither the
// page's own parameters nor another widget's.

/**
 * @typedef {object} Wish
 * @property {string} query
 * @property {Record<string, string[]>} filters  values by facet; none is empty
 * @property {string} since    a date, or empty
 * @property {string} until
 * @property {'relevance' | 'newest' | 'oldest'} sort
 */

/** @param {string} param @returns {Wish} */
export function readAddress(param) {
  const found = new URLSearchParams(location.search);
  const take = (/** @type {string} */ name) => found.get(`${param}.${name}`) ?? '';
  /** @type {Wish} */
  const wish = { query: found.get(param) ?? '', filters: {}, since: take('since'), until: take('until'), sort: 'relevance' };
  const sort = take('sort');
  if (sort == 'newest' || sort == 'oldest') wish.sort = sort;
  for (const [name, value] of found)
    if (isFilter(param, name)) (wish.filters[name.slice(param.length + 1)] ??= []).push(value);
  return wish;
}

/** @param {string} param @param {string} name */
const isFilter = (param, name) =>
  name.startsWith(`${param}.`) && !['since', 'until', 'sort'].includes(name.slice(param.length + 1));

/**
 * The page's address for `wish`: other parameters and the fragment stay.
 * @param {string} param @param {Wish} wish
 */
export function addressOf(param, wish) {
  const url = new URL(location.href);
  const all = url.searchParams;
  for (const name of [...all.keys()]) if (name == param || name.startsWith(`${param}.`)) all.delete(name);
  if (wish.query.trim()) all.set(param, wish.query);
  for (const [facet, values] of Object.entries(wish.filters))
    for (const value of values) all.append(`${param}.${facet}`, value);
  if (wish.since) all.set(`${param}.since`, wish.since);
  if (wish.until) all.set(`${param}.until`, wish.until);
  if (wish.sort != 'relevance') all.set(`${param}.sort`, wish.sort);
  return url.href;
}

/** @param {Wish} wish */
export const chosenCount = (wish) =>
  Object.values(wish.filters).flat().length + +!!wish.since + +!!wish.until;
