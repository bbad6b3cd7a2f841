// SPDX-License-Identifier: MIT
// The panel of facets and dates.

import { el, present } from './dom.js';
import { chosenCount } from './address.js';

/** @typedef {import('../geul.js').Facets} Facets */
/** @typedef {import('../geul.js').FacetValue} FacetValue */
/** @typedef {import('./address.js').Wish} Wish */
/** @typedef {import('./strings.js').Strings} Strings */

/**
 * @typedef {object} FilterActions
 * @property {(facet: string, value: string) => void} toggle
 * @property {(since: string, until: string) => void} between
 * @property {() => void} reset
 */

const kShown = 10;  // chips of a facet before "more"

/**
 * Paints the panel anew; what had the focus has it again.
 * @param {HTMLElement} panel
 * @param {readonly string[]} names  facets in their order
 * @param {Facets} facets
 * @param {Wish} wish
 * @param {{words: Strings, lang: string, unfolded: Set<string>, today: Date}} context
 * @param {FilterActions} actions
 */
export function paintFilters(panel, names, facets, wish, context, actions) {
  const focused = /** @type {ShadowRoot} */ (panel.getRootNode()).activeElement;
  const key = panel.contains(focused) && /** @type {HTMLElement} */ (focused).dataset.key;
  const groups = names.map((name) => {
    const values = withChosen(name == 'month' ? monthsOf(wish, facets[name]) : facets[name] ?? [], wish.filters[name]);
    return values.length > 1 || wish.filters[name] ? facetGroup(name, values, context, actions, () =>
      paintFilters(panel, names, facets, wish, context, actions)) : null;
  });
  panel.replaceChildren(...present([...groups, dateGroup(wish, context, actions),
    !!chosenCount(wish) && el('button', { part: 'reset', class: 'reset', type: 'button', 'data-key': 'reset', click: actions.reset }, context.words.reset)]));
  if (key) [...panel.querySelectorAll('[data-key]')].forEach((node) => {
    if (/** @type {HTMLElement} */ (node).dataset.key == key) /** @type {HTMLElement} */ (node).focus();
  });
}

/** The chosen values are there even where nothing has them. @param {readonly FacetValue[]} values @param {string[]} [chosen] */
function withChosen(values, chosen = []) {
  const all = values.map((each) => ({ ...each, selected: chosen.includes(each.value) }));
  for (const value of chosen)
    if (!all.some((each) => each.value == value)) all.push({ value, count: 0, selected: true });
  return all;
}

/** @param {Wish} wish @param {readonly FacetValue[]} [months] */
const monthsOf = (wish, months = []) =>
  months.filter(({ value }) => wish.filters.year?.includes(value.slice(0, 4)));

/**
 * @param {string} name @param {FacetValue[]} values
 * @param {{words: Strings, lang: string, unfolded: Set<string>}} context
 * @param {FilterActions} actions @param {() => void} repaint
 */
function facetGroup(name, values, { words, lang, unfolded }, actions, repaint) {
  const all = values.length <= kShown + 2 || unfolded.has(name);
  const shown = values.filter((value, at) => all || at < kShown || value.selected);
  const fold = () => (unfolded.delete(name) || unfolded.add(name), repaint());
  return group(/** @type {Record<string, string>} */ (words.facets)[name] ?? name,
    ...shown.map((each) => chip(`${name}:${each.value}`, each.selected, () => actions.toggle(name, each.value),
      el('span', { class: 'value' }, name == 'month' ? monthName(each.value, lang) : each.value), el('span', { class: 'n' }, `${each.count}`))),
    values.length > kShown + 2 && el('button', { class: 'fold', type: 'button', 'data-key': `${name}+`, 'aria-expanded': `${all}`, click: fold },
      all ? words.fewer : `+${values.length - shown.length}`));
}

/** @param {string} title @param {...import('./dom.js').Child} children */
const group = (title, ...children) =>
  el('div', { role: 'group', part: 'facet', class: 'facet', 'aria-label': title },
    el('div', { part: 'facet-title', class: 'facet-title', 'aria-hidden': 'true' }, title),
    el('div', { class: 'chips' }, ...children));

/** @param {string} key @param {boolean} pressed @param {() => void} click @param {...(Node | string)} label */
const chip = (key, pressed, click, ...label) =>
  el('button', { part: pressed ? 'chip chip-on' : 'chip', class: 'chip', type: 'button', 'data-key': key, 'aria-pressed': `${pressed}`, click }, ...label);

/** @param {string} month  2024-07 @param {string} lang */
const monthName = (month, lang) =>
  new Intl.DateTimeFormat(lang, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(month));

/**
 * @param {Wish} wish
 * @param {{words: Strings, today: Date}} context
 * @param {FilterActions} actions
 */
function dateGroup({ since, until }, { words, today }, actions) {
  const input = (/** @type {'since' | 'until'} */ name, /** @type {string} */ value) => {
    const node = el('input', { part: 'date', type: 'date', 'aria-label': words[name], 'data-key': name, max: '9999-12-31',
      change: () => actions.between(name == 'since' ? node.value : since, name == 'until' ? node.value : until) });
    node.value = value;
    return node;
  };
  return group(words.facets.date,
    ...Object.entries(words.presets).map(([months, label]) => {
      const from = monthsAgo(today, +months);
      const on = since == from && !until;
      return chip(`past:${months}`, on, () => actions.between(on ? '' : from, ''), label);
    }),
    el('div', { class: 'range' }, input('since', since), el('span', { 'aria-hidden': 'true' }, '–'), input('until', until)));
}

/** @param {Date} today @param {number} months */
function monthsAgo(today, months) {
  const day = new Date(Date.UTC(today.getFullYear(), today.getMonth() - months, today.getDate()));
  return day.toISOString().slice(0, 10);
}
