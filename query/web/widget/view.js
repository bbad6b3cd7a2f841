// SPDX-License-Identifier: MIT
// One widget: what is wished for, and how the box, the search and the page's address follow it.

import { addressOf, chosenCount, isSomething, nothing } from './address.js';
import { onKeys, walker } from './keys.js';
import { layout } from './layout.js';
import { searching } from './searching.js';
import { language, strings } from './strings.js';

/** @typedef {import('./address.js').Wish} Wish */

const kPause = 40;  // ms from the last letter to the search

/**
 * @param {HTMLElement} host
 * @param {ShadowRoot} shadow
 * @param {string} home  the script's folder
 */
export function createView(host, shadow, home) {
  const setting = (/** @type {string} */ name) => host.getAttribute(name);
  const lang = language(host);
  const words = strings(lang);
  const base = new URL(`${setting('base') ?? home}/`.replace(/\/+$/, '/'), document.baseURI).href;
  const nodes = layout(words, {
    dialog: setting('mode') != 'inline', lang, placeholder: setting('placeholder') ?? words.placeholder, shortcut: !host.hasAttribute('no-shortcut'),
  });
  const { root, trigger, input, list, modal, filters, toggle, sort } = nodes;
  const wish = nothing();
  const address = addressOf(host);
  const walk = walker(input, list);
  let pause = 0;

  const search = searching(host, shadow, nodes, { base, lang, words }, wish, {
    choose, narrow,
    settled: () => address.write(wish, false),
    shown() {
      walk.activate();
      input.ariaExpanded = `${!(sort.hidden = list.hidden)}`;
    },
  });

  /** The box and the tools say what is wished for. */
  function follow() {
    nodes.clear.hidden = !input.value;
    nodes.badge.textContent = `${chosenCount(wish) || ''}`;
    sort.value = wish.query.trim() || wish.sort != 'relevance' ? wish.sort : 'newest';
  }

  function run() {
    clearTimeout(pause);
    follow();
    search.run();
  }

  /** The back button comes back to what is searched now. */
  function commit() {
    address.write(wish, true);
    run();
  }

  /** Another query, as if typed and entered. @param {string} query */
  function choose(query) {
    wish.query = input.value = query;
    input.focus();
    commit();
  }

  /** @param {Partial<Wish>} change */
  function narrow(change) {
    Object.assign(wish, change);
    address.write(wish, true, true);
    run();
  }

  /** Takes the wish from the address. */
  function restore() {
    if (address.isOurs()) Object.assign(wish, address.read());
    input.value = wish.query;
    if (modal && isSomething(wish) != modal.open) modal.open ? modal.close() : open();
    else if (!modal || modal.open) run();
    else follow();
  }

  function open() {
    if (modal && !modal.open) {
      modal.showModal();
      run();
    }
    input.focus();
    input.select();
  }

  /** @param {EventTarget} node @param {string} type @param {(event: any) => void} listener */
  const on = (node, type, listener) => node.addEventListener(type, listener);

  on(input, 'input', () => {
    wish.query = input.value;
    follow();
    clearTimeout(pause);
    pause = setTimeout(run, kPause);
  });
  on(input, 'focus', () => search.warm(false));
  on(input, 'keydown', () => search.warm());
  onKeys(nodes, walk, () => {
    commit();
    if (matchMedia('(pointer: coarse)').matches) input.blur();  // the keyboard makes room
  }, () => walk.active() ? walk.activate() : choose(''));
  on(nodes.clear, 'click', () => choose(''));
  on(nodes.more, 'click', () => search.run(true));
  on(sort, 'change', () => narrow({ sort: /** @type {Wish['sort']} */ (sort.value) }));
  on(toggle, 'click', () => {
    toggle.ariaExpanded = `${!(filters.hidden = !filters.hidden)}`;
    if (!filters.hidden) run();
  });
  on(list, 'click', () => address.write(wish, false));  // the way back leads to what is searched now
  if (modal && trigger) {
    on(trigger, 'click', open);
    on(nodes.close, 'click', () => modal.close());
    on(modal, 'click', (event) => event.target == modal && modal.close());
    on(modal, 'close', () => {
      search.stop();
      address.write(nothing(), true, false);
    });
  }

  shadow.append(root);
  if (host.hasAttribute('filters')) toggle.click();
  return { open, close: () => modal && modal.close(), restore, isFirst: address.isOurs, root };
}
