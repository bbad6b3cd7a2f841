// SPDX-License-Identifier: MIT
// From the wish to what is shown of it. One search runs at a time: a newer one aborts the older,
// of which nothing is shown.

import { chosenCount, isSomething } from './address.js';
import { el, fill } from './dom.js';
import { forget, load } from './loader.js';
import { reason } from './strings.js';
import { sheet } from './style.js';

/** @typedef {import('./address.js').Wish} Wish */
/** @typedef {import('./results.js').ResultsView} ResultsView */
/** @typedef {import('../geul.js').SearchResult} SearchResult */

const kSettle = 300;  // ms from results to completions and the address, whose changes browsers ration

/**
 * @param {HTMLElement} host
 * @param {ShadowRoot} shadow
 * @param {import('./layout.js').Nodes} nodes
 * @param {{base: string, lang: string, words: import('./strings.js').Strings}} setting
 * @param {Wish} wish  as it changes
 * @param {{choose(query: string): void, narrow(change: Partial<Wish>): void, settled(): void, shown(): void}} act
 *   `settled` after a while in which nothing changed; `shown` whenever there are results or none
 */
export function searching(host, shadow, nodes, { base, lang, words }, wish, act) {
  const { list, filters } = nodes;
  const kit = { el, fill, lang };
  let running = new AbortController();
  let settling = 0;
  let shown = 0;  // hits in the list

  /**
   * A part that is fetched when it is first needed, and again where it did not come.
   * @template {{css: string}} Module
   * @template View
   * @param {() => Promise<Module>} fetchIt
   * @param {(module: Module) => View} make
   */
  function part(fetchIt, make) {
    /** @type {Promise<View> | undefined} */
    let made;
    return () => (made ??= fetchIt().then((module) => {
      shadow.adoptedStyleSheets.push(sheet(module.css));
      return make(module);
    }, (error) => {
      made = undefined;
      throw error;
    }));
  }
  const loadResults = part(() => import('./results.js'), ({ resultsView }) => resultsView(kit, nodes, act.choose));
  const loadFilters = part(() => import('./filters.js'), ({ filtersView }) => filtersView(kit, filters, act.narrow));

  const busy = (/** @type {boolean} */ is) => list.setAttribute('aria-busy', `${nodes.panel.classList.toggle('busy', is)}`);

  const limit = () => Number(host.getAttribute('limit')) || 10;

  /** Ends the search that runs, if one does. */
  function stop() {
    clearTimeout(settling);
    running.abort();
    busy(false);
    return (running = new AbortController()).signal;
  }

  /** @param {boolean} [further]  hits behind those that are shown */
  async function run(further) {
    const signal = stop();
    const wanted = isSomething(wish) || host.hasAttribute('recent');
    if (!wanted && filters.hidden) return rest();
    busy(true);
    try {
      warm();
      const [engine, view, paint] = await Promise.all([load(base, true), loadResults(), filters.hidden ? null : loadFilters()]);
      if (signal.aborted) return;
      const facets = paint ? facetNames(engine.facetNames) : [];
      const { query, sort, since, until } = wish;
      const options = { filters: { ...wish.filters, since: since || undefined, until: until || undefined }, facets, facetLimit: 100, signal };
      const result = wanted ? await engine.search(query, { ...options, sort, limit: limit(), offset: further ? shown : 0 }) : null;
      const counted = result ? result.facets : await engine.facets(options);
      if (signal.aborted) return;
      busy(false);
      result ? show(result, view, signal) : rest();
      paint?.(facets, counted, wish);
    } catch (error) {
      if (!signal.aborted) fail(error);
    }
  }

  /** @param {readonly string[]} known */
  const facetNames = (known) =>
    (host.getAttribute('facets')?.split(/[\s,]+/) ?? known.filter((name) => name != 'month' && name != 'day'))
      .filter((name) => known.includes(name))
      .flatMap((name) => (name == 'year' && wish.filters.year ? [name, 'month'] : [name]));

  /** @param {SearchResult} result @param {ResultsView} view @param {AbortSignal} signal */
  function show(result, view, signal) {
    view.show(result, chosenCount(wish) > 0);
    if (result.offset) /** @type {HTMLElement} */ (list.children[shown]?.firstChild)?.focus();
    else nodes.body.scrollTop = 0;
    shown = list.childElementCount;
    act.shown();
    host.dispatchEvent(new CustomEvent('search', { bubbles: true, composed: true, detail: { ...wish, result } }));
    settling = setTimeout(() => {
      act.settled();
      view.tell(result).catch(() => {});
      complete(view, signal, result.total.count < limit() || host.hasAttribute('completions'));
    }, kSettle);
  }

  /** @param {ResultsView} view @param {AbortSignal} signal @param {boolean} wanted */
  async function complete(view, signal, wanted) {
    const { query } = wish;
    const all = wanted && query.trim() ? await (await load(base)).suggest(query, { limit: 6, signal }).catch(() => []) : [];
    if (!signal.aborted) view.complete(all, query);
  }

  /** Browsers remember code that did not come, for as long as the page is there. @param {any} error */
  function fail(error) {
    forget(base);
    const again = error.code ? () => (nodes.input.focus(), run()) : () => (act.settled(), location.reload());
    empty(el('p', { part: 'error', role: 'alert' }, words[reason(error)]),
      el('button', { part: 'retry', type: 'button', click: again }, words.retry));
    addEventListener('online', () => run(), { once: true, signal: running.signal });  // until another search
  }

  /** Nothing is asked for. */
  const rest = () => empty(el('p', {}, words.hint));

  /** @param {...Node} why */
  function empty(...why) {
    busy(false);
    shown = 0;
    list.hidden = nodes.more.hidden = nodes.completions.hidden = true;
    for (const node of [list, nodes.notes, nodes.status]) fill(node);
    fill(nodes.state, ...why);
    act.shown();
  }

  /** Fetches the index's entry, and with `all` what the first search needs. */
  const warm = (all = true) => load(base, all).then((engine) => {
    if (all) for (const part of [engine.prepare(), loadResults()]) part.catch(() => {});
  }, () => {});

  return { run, stop, warm };
}
