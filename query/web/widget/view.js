// SPDX-License-Identifier: MIT
// One widget: what is wished for, and how the box, the results and the page's address follow it.

import { addressOf, chosenCount, readAddress } from './address.js';
import { el, present } from './dom.js';
import { load } from './engine.js';
import { paintFilters } from './filters.js';
import { composing, walker } from './keys.js';
import { layout } from './layout.js';
import { paintCompletions, paintNotes, paintResult, paintState } from './paint.js';
import { reason, searcher } from './search.js';
import { language, strings } from './strings.js';

/** @typedef {import('./address.js').Wish} Wish */
/** @typedef {import('../geul.js').Facets} Facets */
/** @typedef {import('../geul.js').SearchResult} SearchResult */

const kPause = 40;          // ms between the last letter and the search
const kSettle = 300;        // ms to completions, and to the address: browsers count its changes

/** @type {() => Wish} */
const nothing = () => ({ query: '', filters: {}, since: '', until: '', sort: 'relevance' });

/**
 * @param {HTMLElement} host
 * @param {ShadowRoot} shadow
 * @param {string} home  the script's folder
 */
export function createView(host, shadow, home) {
  const lang = language(host);
  const words = strings(lang);
  const setting = (/** @type {string} */ name) => host.getAttribute(name);
  const base = new URL(`${setting('base') ?? home}/`.replace(/\/+$/, '/'), document.baseURI).href;
  const param = setting('query-param') || 'q';
  const limit = Number(setting('limit')) || 10;
  const dialog = setting('mode') != 'inline';
  const nodes = layout(words, { dialog, lang, placeholder: setting('placeholder') ?? words.placeholder, shortcut: !host.hasAttribute('no-shortcut') });
  const { input, list, modal, filters, status } = nodes;
  const walk = walker(input, list);
  const unfolded = new Set();
  const today = new Date();

  let wish = nothing();
  /** @type {Facets} */
  let facets = {};
  /** @type {string[]} */
  let facetNames = [];
  let shown = 0;         // hits in the list
  let settled = true;    // the next letter begins a new entry of the history
  let pause = 0, settle = 0;

  const search = searcher(base, {
    busy(is) {
      nodes.panel.classList.toggle('busy', is);
      list.setAttribute('aria-busy', `${is}`);
    },
    failed(error) {
      paintState(nodes, el('p', { class: 'big', role: 'alert', part: 'error' }, words.errors[/** @type {'other'} */ (reason(error))] ?? words.errors.other),
        el('button', { part: 'retry', class: 'retry', type: 'button', click: () => (input.focus(), run()) }, words.retry));
      expand();
      addEventListener('online', () => run(), { once: true });
    },
  });

  // --- searching

  const wanted = () => !!wish.query.trim() || chosenCount(wish) > 0 || host.hasAttribute('recent');

  const asked = () => {
    if (filters.hidden) return [];
    return setting('facets')?.split(/[\s,]+/).filter(Boolean) ?? null;
  };

  /** @param {number} [offset] */
  function run(offset = 0) {
    clearTimeout(pause);
    clearTimeout(settle);
    followWish();
    if (!wanted() && filters.hidden) {
      search.abort();
      paintState(nodes, el('p', {}, words.hint));
      nodes.panel.classList.remove('busy');
      return expand();
    }
    search.run(async (engine, signal) => {
      const names = asked() ?? engine.facetNames.filter((name) => name != 'month' && name != 'day');
      facetNames = names.flatMap((name) => (name == 'year' && wish.filters.year ? [name, 'month'] : [name]));
      const options = { filters: { ...wish.filters, since: wish.since || undefined, until: wish.until || undefined }, facets: facetNames, facetLimit: 100, signal };
      return wanted() ? engine.search(wish.query, { ...options, sort: wish.sort, limit, offset }) : engine.facets(options);
    }, (answer, signal) => {
      if ('hits' in answer) show(/** @type {SearchResult} */ (answer), signal);
      else {
        facets = /** @type {Facets} */ (answer);
        paintState(nodes, el('p', {}, words.hint));
      }
      showFilters();
    });
  }

  /** @param {SearchResult} result @param {AbortSignal} signal */
  function show(result, signal) {
    const first = shown;
    walk.activate();
    shown = result.offset + result.hits.length;
    facets = result.facets;
    paintResult(nodes, result, { words, lang, filtered: chosenCount(wish) > 0 });
    if (result.offset) /** @type {HTMLElement | null} */ (list.children[first]?.querySelector('a'))?.focus();
    else {
      nodes.panel.querySelector('.body')?.scrollTo(0, 0);
      paintNotes(nodes, result, words, choose);
    }
    expand();
    host.dispatchEvent(new CustomEvent('search', { bubbles: true, composed: true, detail: { query: wish.query, filters: wish.filters, sort: wish.sort, result } }));
    settle = setTimeout(() => settleDown(signal), kSettle);
  }

  /** What can wait until nobody types. @param {AbortSignal} signal */
  async function settleDown(signal) {
    address(settled);
    settled = false;
    const query = wish.query;
    const all = query.trim() ? await (await load(base)).suggest(query, { limit: 6, signal }).catch(() => []) : [];
    if (!signal.aborted) paintCompletions(nodes, all, query, choose);
  }

  /** @param {string} query */
  function choose(query) {
    wish.query = input.value = query;
    commit();
    input.focus();
  }

  /** A search that the back button comes back to. */
  function commit() {
    address(settled);
    settled = true;
    run();
  }

  /** @param {Partial<Wish>} change */
  function narrow(change) {
    Object.assign(wish, change);
    settled = true;
    commit();
  }

  // --- what follows the wish

  function expand() {
    input.setAttribute('aria-expanded', `${!list.hidden}`);
  }

  function followWish() {
    const count = chosenCount(wish);
    nodes.clear.hidden = !input.value;
    nodes.chosen.textContent = count ? `${count}` : '';
    nodes.sort.value = wish.sort;
  }

  function showFilters() {
    if (filters.hidden) return;
    paintFilters(filters, facetNames, facets, wish, { words, lang, unfolded, today }, {
      toggle(facet, value) {
        const chosen = wish.filters[facet] ?? [];
        const next = chosen.includes(value) ? chosen.filter((each) => each != value) : [...chosen, value];
        const all = { ...wish.filters, [facet]: next };
        if (facet == 'year') all.month = (all.month ?? []).filter((month) => next.includes(month.slice(0, 4)));
        narrow({ filters: Object.fromEntries(Object.entries(all).filter(([, values]) => values.length)) });
      },
      between: (since, until) => narrow({ since, until }),
      reset: () => narrow({ filters: {}, since: '', until: '' }),
    });
  }

  // --- the address

  /** Of several widgets with one parameter, the first inline one has the address and the shortcut. */
  function isFirst() {
    const all = [...document.querySelectorAll('geul-search')].filter((each) => (each.getAttribute('query-param') || 'q') == param);
    return (all.find((each) => each.getAttribute('mode') == 'inline') ?? all[0]) == host;
  }

  /** @param {boolean} push @param {Wish} [now] */
  function address(push, now = wish) {
    const href = addressOf(param, now);
    if (isFirst() && href != location.href) history[push ? 'pushState' : 'replaceState'](history.state, '', href);
  }

  /** Takes the wish from the address. */
  function restore() {
    if (!isFirst()) return;
    wish = readAddress(param);
    input.value = wish.query;
    settled = true;
    const some = !!wish.query || chosenCount(wish) > 0;
    if (modal && some != modal.open) some ? open() : modal.close();
    else if (some || host.hasAttribute('recent') || shown) run();
    else followWish();
  }

  // --- opening, warming up, going

  function open() {
    if (modal && !modal.open) {
      modal.showModal();
      run();
    }
    input.focus();
    input.select();
  }

  /** @param {number} [after] ms until the analyser is fetched too */
  const warm = (after = 0) => load(base).then((engine) => setTimeout(() => engine.prepare().catch(() => {}), after), () => {});

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (composing(event)) return;
    const { key } = event;
    const target = shadow.activeElement;
    const bare = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
    const inList = list.contains(target);
    if (bare && (key == 'ArrowDown' || key == 'ArrowUp') && (inList || target == input) && !list.hidden) {
      walk.move(key == 'ArrowDown' ? 1 : -1, inList);
      event.preventDefault();
    } else if (key == 'Enter' && target == input) {
      event.preventDefault();
      const { ctrlKey, metaKey, shiftKey } = event;
      const goal = walk.active();
      if (goal) goal.dispatchEvent(new MouseEvent('click', { ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true, composed: true }));
      else commit();
    } else if (key == 'Escape' && !modal && (target == input || inList)) {
      if (walk.active()) walk.activate();
      else if (input.value) erase();
      input.focus();
    }
  }

  function erase() {
    wish.query = input.value = '';
    commit();
    input.focus();
  }

  input.addEventListener('input', () => {
    wish.query = input.value;
    followWish();
    clearTimeout(pause);
    pause = setTimeout(run, kPause);
  });
  input.addEventListener('focus', () => warm(kSettle));
  input.addEventListener('keydown', () => warm(), { once: true });
  nodes.panel.addEventListener('keydown', onKey);
  nodes.clear.addEventListener('click', erase);
  nodes.more.addEventListener('click', () => run(shown));
  nodes.sort.addEventListener('change', () => narrow({ sort: /** @type {Wish['sort']} */ (nodes.sort.value) }));
  nodes.toggle.addEventListener('click', () => {
    filters.hidden = !filters.hidden;
    nodes.toggle.setAttribute('aria-expanded', `${!filters.hidden}`);
    if (!filters.hidden) run();
  });
  // The way back leads to what is searched now.
  list.addEventListener('click', () => address(settled));
  nodes.close.addEventListener('click', () => modal?.close());
  nodes.trigger?.addEventListener('click', open);
  modal?.addEventListener('click', (event) => event.target == modal && modal.close());
  modal?.addEventListener('close', () => {
    search.abort();
    clearTimeout(settle);
    settled = true;
    address(false, nothing());
  });

  if (host.hasAttribute('filters')) nodes.toggle.click();
  shadow.append(nodes.root);
  return { open, close: () => modal?.close(), restore, isFirst, nodes };
}
