// SPDX-License-Identifier: MIT
// One widget: what is wished for, and how the box, the results and the page's address follow it.
// One search runs at a time: a newer one aborts the older, of which nothing is shown.

import { addressOf, chosenCount, nothing, readAddress } from './address.js';
import { el, fill } from './dom.js';
import { forget, load } from './engine.js';
import { composing, walker } from './keys.js';
import { layout } from './layout.js';
import { reason, language, strings } from './strings.js';
import { sheet } from './style.js';

/** @typedef {import('./address.js').Wish} Wish */
/** @typedef {import('./results.js').ResultsView} ResultsView */
/** @typedef {import('../geul.js').SearchResult} SearchResult */

const kPause = 40;    // ms from the last letter to the search
const kSettle = 300;  // ms from there to completions and the address, whose changes browsers ration

/**
 * @param {HTMLElement} host
 * @param {ShadowRoot} shadow
 * @param {string} home  the script's folder
 */
export function createView(host, shadow, home) {
  const setting = (/** @type {string} */ name) => host.getAttribute(name);
  const has = (/** @type {string} */ name) => host.hasAttribute(name);
  const lang = language(host);
  const words = strings(lang);
  const base = new URL(`${setting('base') ?? home}/`.replace(/\/+$/, '/'), document.baseURI).href;
  const param = setting('query-param') || 'q';
  const limit = Number(setting('limit')) || 10;
  const nodes = layout(words, {
    dialog: setting('mode') != 'inline', lang, placeholder: setting('placeholder') ?? words.placeholder, shortcut: !has('no-shortcut'),
  });
  const { input, list, modal, filters, panel, toggle, sort, state } = nodes;
  const walk = walker(input, list);
  const kit = { el, fill, lang };

  let wish = nothing();
  let settled = true;   // the next letter begins a new entry of the history
  let shown = 0;        // hits in the list
  let pause = 0, settle = 0;
  let running = new AbortController();
  /** @type {Promise<ResultsView> | undefined} */
  let results;
  /** @type {Promise<ReturnType<import('./filters.js').filtersView>> | undefined} */
  let filtering;

  const adopt = (/** @type {{css: string}} */ { css }) => shadow.adoptedStyleSheets.push(sheet(css));
  const loadResults = () => (results ??= import('./results.js').then((module) => (adopt(module), module.resultsView(kit, nodes, choose))));
  const loadFilters = () => (filtering ??= import('./filters.js').then((module) => (adopt(module), module.filtersView(kit, filters, narrow))));

  const isChosen = () => !!wish.query.trim() || chosenCount(wish) > 0;

  // --- searching

  async function run(offset = 0) {
    clearTimeout(pause);
    clearTimeout(settle);
    running.abort();
    const { signal } = (running = new AbortController());
    const wanted = isChosen() || has('recent');
    followWish();
    if (!wanted && filters.hidden) return rest();
    busy(true);
    try {
      const [engine, view, paint] = await Promise.all([load(base), loadResults(), filters.hidden ? null : loadFilters()]);
      if (signal.aborted) return;
      const facets = paint ? facetNames(engine.facetNames) : [];
      const options = { filters: { ...wish.filters, since: wish.since || undefined, until: wish.until || undefined }, facets, facetLimit: 100, signal };
      const result = wanted ? await engine.search(wish.query, { ...options, sort: wish.sort, limit, offset }) : null;
      const counted = result ? result.facets : await engine.facets(options);
      if (signal.aborted) return;
      result ? show(result, view, signal) : rest();
      paint?.(facets, counted, wish);
    } catch (error) {
      if (!signal.aborted) fail(error);
    }
    if (!signal.aborted) busy(false);
  }

  /** @param {readonly string[]} known */
  const facetNames = (known) =>
    (setting('facets')?.split(/[\s,]+/) ?? known.filter((name) => name != 'month' && name != 'day'))
      .filter((name) => known.includes(name))
      .flatMap((name) => (name == 'year' && wish.filters.year ? [name, 'month'] : [name]));

  /** @param {SearchResult} result @param {ResultsView} view @param {AbortSignal} signal */
  function show(result, view, signal) {
    const before = shown;
    shown = result.offset + result.hits.length;
    walk.activate();
    view.show(result, chosenCount(wish) > 0);
    if (result.offset) /** @type {HTMLElement} */ (list.children[before]?.firstChild)?.focus();
    else nodes.body.scrollTop = 0;
    expand();
    host.dispatchEvent(new CustomEvent('search', { bubbles: true, composed: true, detail: { ...wish, result } }));
    settle = setTimeout(async () => {
      address(settled);
      settled = false;
      const { query } = wish;
      const all = query.trim() ? await (await load(base)).suggest(query, { limit: 6, signal }).catch(() => []) : [];
      if (!signal.aborted) view.complete(all, query);
    }, kSettle);
  }

  /** Nothing is asked for. */
  function rest() {
    empty(el('p', {}, words.hint));
    busy(false);
  }

  /** @param {any} error */
  function fail(error) {
    forget(base);
    results = filtering = undefined;
    empty(el('p', { part: 'error', role: 'alert' }, words[reason(error)]),
      el('button', { part: 'retry', type: 'button', click: () => (input.focus(), run()) }, words.retry));
    addEventListener('online', () => run(), { once: true });
  }

  /** @param {...Node} why */
  function empty(...why) {
    shown = 0;
    followWish();
    for (const node of [list, nodes.more, nodes.completions]) node.hidden = true;
    for (const node of [list, nodes.notes, nodes.status]) fill(node);
    walk.activate();
    fill(state, ...why);
    expand();
  }

  // --- what follows the wish

  const expand = () => input.setAttribute('aria-expanded', `${!(sort.hidden = list.hidden)}`);

  const busy = (/** @type {boolean} */ is) => list.setAttribute('aria-busy', `${panel.classList.toggle('busy', is)}`);

  function followWish() {
    const count = chosenCount(wish);
    nodes.clear.hidden = !input.value;
    nodes.badge.textContent = count ? `${count}` : '';
    sort.value = wish.sort;
  }

  /** Another query, as if typed and entered. @param {string} query */
  function choose(query) {
    wish.query = input.value = query;
    input.focus();
    commit();
  }

  /** The back button comes back to what is searched now. */
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

  // --- the address

  /** Of several widgets with one parameter, the first inline one has the address and the shortcuts. */
  function isFirst() {
    const all = [...document.querySelectorAll('geul-search')].filter((each) => (each.getAttribute('query-param') || 'q') == param);
    return (all.find((each) => each.getAttribute('mode') == 'inline') ?? all[0]) == host;
  }

  function address(/** @type {boolean} */ push, now = wish) {
    const href = addressOf(param, now);
    if (isFirst() && href != location.href) history[push ? 'pushState' : 'replaceState'](history.state, '', href);
  }

  /** Takes the wish from the address. */
  function restore() {
    if (!isFirst()) return;
    wish = readAddress(param);
    input.value = wish.query;
    settled = true;
    if (modal && isChosen() != modal.open) modal.open ? modal.close() : open();
    else if (isChosen() || shown || (has('recent') && !modal)) run();
    else rest();
  }

  // --- opening and the keyboard

  function open() {
    if (modal && !modal.open) {
      modal.showModal();
      run();
    }
    input.focus();
    input.select();
  }

  /** Fetches what the first search needs; what is no use without an index, after `delay` ms. */
  const warm = (delay = 0) => load(base).then((engine) => setTimeout(() => {
    engine.prepare().catch(() => {});
    loadResults().catch(() => {});
  }, delay), () => {});

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    const at = shadow.activeElement;
    const inList = list.contains(at);
    if (composing(event) || !(inList || at == input)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step && !list.hidden && !(ctrlKey || metaKey || shiftKey || altKey)) walk.move(step, inList);
    else if (key == 'Enter' && !inList) {
      const goal = walk.active();
      if (goal) goal.dispatchEvent(new MouseEvent('click', { ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true }));
      else commit();
    } else if (key == 'Escape' && !modal) {
      input.focus();
      if (walk.active()) walk.activate();
      else choose('');
    } else return;
    event.preventDefault();
  }

  let inComposition = false;
  for (const [node, types, listener] of /** @type {[EventTarget, string, (event: any) => void][]} */ ([
    [input, 'input', () => {
      wish.query = input.value;
      followWish();
      clearTimeout(pause);
      pause = setTimeout(run, kPause);
    }],
    [input, 'focus', () => warm(kSettle)],
    [input, 'keydown', () => warm()],
    [input, 'compositionstart', () => (inComposition = true)],
    [input, 'compositionend', () => (inComposition = false)],
    [panel, 'keydown', onKey],
    [nodes.clear, 'click', () => choose('')],
    [nodes.more, 'click', () => run(shown)],
    [sort, 'change', () => narrow({ sort: /** @type {Wish['sort']} */ (sort.value) })],
    [toggle, 'click', () => {
      toggle.setAttribute('aria-expanded', `${(filters.hidden = !filters.hidden) == false}`);
      if (!filters.hidden) run();
    }],
    [list, 'click', () => address(settled)],  // the way back leads to what is searched now
    ...(modal && nodes.trigger ? [
      [nodes.trigger, 'click', open],
      [nodes.close, 'click', () => modal.close()],
      [modal, 'click', (/** @type {Event} */ event) => event.target == modal && modal.close()],
      [modal, 'cancel', (/** @type {Event} */ event) => inComposition && event.preventDefault()],
      [modal, 'close', () => {
        running.abort();
        clearTimeout(settle);
        settled = true;
        address(false, nothing());
      }],
    ] : []),
  ])) node.addEventListener(types, listener);

  shadow.append(nodes.root);
  if (has('filters')) toggle.click();
  return { open, close: () => modal && modal.close(), restore, isFirst, root: nodes.root };
}
