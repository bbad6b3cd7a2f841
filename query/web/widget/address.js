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

/** No address names what all objects have. @returns {Wish} */
export const nothing = () => ({ query: '', filters: Object.create(null), since: '', until: '', sort: 'relevance' });

/** @param {Wish} wish */
export const chosenCount = (wish) => Object.values(wish.filters).flat().length + +!!wish.since + +!!wish.until;

/** @param {Wish} wish */
export const isSomething = (wish) => !!wish.query.trim() || chosenCount(wish) > 0;

/** @param {string} param @returns {Wish} */
function read(param) {
  const wish = nothing();
  for (const [name, value] of new URLSearchParams(location.search)) {
    const key = name.slice(param.length + 1);
    if (name == param) wish.query = value;
    else if (!name.startsWith(param + '.') || !key) continue;
    else if (key == 'since' || key == 'until') wish[key] = value;
    else if (key != 'sort') (wish.filters[key] ??= []).push(value);
    else if (value == 'newest' || value == 'oldest') wish.sort = value;
  }
  return wish;
}

/** The page's address for the wish. @param {string} param @param {Wish} wish */
function hrefOf(param, { query, filters, since, until, sort }) {
  const url = new URL(location.href);
  const all = url.searchParams;
  for (const name of [...all.keys()]) if (name == param || name.startsWith(param + '.')) all.delete(name);
  if (query.trim()) all.set(param, query);
  for (const [key, values] of Object.entries({ ...filters, since, until, sort: sort == 'relevance' ? '' : sort }))
    for (const value of [values].flat()) if (value) all.append(`${param}.${key}`, value);
  return url.href;
}

/**
 * The address as a widget's own: of several with one parameter the first inline one has it, else
 * the first.
 * @param {HTMLElement} host
 */
export function addressOf(host) {
  const paramOf = (/** @type {Element} */ each) => each.getAttribute('query-param') || 'q';
  const param = paramOf(host);
  let settled = true;

  function isOurs() {
    const all = [...document.querySelectorAll('geul-search')].filter((each) => paramOf(each) == param);
    return (all.find((each) => each.getAttribute('mode') == 'inline') ?? all[0]) == host;
  }

  return {
    isOurs,
    read() {
      settled = true;
      return read(param);
    },
    /**
     * @param {Wish} wish
     * @param {boolean} settle   the next change begins a new entry of the history
     * @param {boolean} [push]   this one does
     */
    write(wish, settle, push = settled) {
      const href = hrefOf(param, wish);
      settled = settle;
      if (isOurs() && href != location.href) history[push ? 'pushState' : 'replaceState'](history.state, '', href);
    },
  };
}
