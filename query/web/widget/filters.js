// SPDX-License-Identifier: MIT
// The panel of facets and dates. Loaded when it is first opened.

/** @typedef {import('../geul.js').Facets} Facets */
/** @typedef {import('../geul.js').FacetValue} FacetValue */
/** @typedef {import('./address.js').Wish} Wish */
/** @typedef {import('./dom.js').Child} Child */

export { css } from './filters_style.js';

const kShown = 10;  // chips of a facet before the rest is folded away

const kNamed = ['tag', 'category', 'author', 'year', 'month'];

const words = {
  ko: {
    names: ['태그', '분류', '글쓴이', '연도', '월'], date: '기간', since: '언제부터', until: '언제까지',
    past: { 1: '최근 1개월', 12: '최근 1년', 36: '최근 3년' }, fewer: '줄이기', reset: '모두 해제',
  },
  en: {
    names: ['Tags', 'Categories', 'Authors', 'Years', 'Months'], date: 'Date', since: 'From', until: 'To',
    past: { 1: 'Past month', 12: 'Past year', 36: 'Past 3 years' }, fewer: 'Fewer', reset: 'Clear all',
  },
};

/**
 * @param {import('./dom.js').Kit} kit
 * @param {HTMLElement} panel
 * @param {(change: Partial<Wish>) => void} narrow
 * @returns {(names: readonly string[], facets: Facets, wish: Wish) => void} paints the panel anew;
 *   what had the focus has it again
 */
export function filtersView({ el, fill, lang }, panel, narrow) {
  const say = words[/** @type {'ko'} */ (lang)];
  const months = new Intl.DateTimeFormat(lang, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const unfolded = new Set();

  /** @param {string} title @param {boolean} whole @param {...Child} children */
  const group = (title, whole, ...children) =>
    el('div', { part: 'facet', role: 'group', 'aria-label': title },
      el('div', { part: 'facet-title', 'aria-hidden': 'true' }, title), el('div', { class: whole ? 'chips unfolded' : 'chips' }, ...children));

  /** @param {string} id @param {boolean} on @param {() => void} click @param {...Child} label */
  const chip = (id, on, click, ...label) =>
    el('button', { part: on ? 'chip chip-on' : 'chip', id, type: 'button', 'aria-pressed': `${on}`, click }, ...label);

  /** @param {string} name @param {FacetValue[]} values @param {() => void} repaint @param {(value: string) => void} toggle */
  function facetGroup(name, values, repaint, toggle) {
    const many = values.length > kShown + 2;
    const shown = values.filter((value, at) => !many || unfolded.has(name) || at < kShown || value.selected);
    return group(say.names[kNamed.indexOf(name)] ?? name, unfolded.has(name),
      ...shown.map(({ value, count, selected }) => chip(`${name}:${value}`, selected, () => toggle(value),
        name == 'month' ? months.format(new Date(value)) : value, el('span', { class: 'n' }, `${count}`))),
      many && el('button', { part: 'fold', id: `${name}+`, type: 'button', 'aria-expanded': `${unfolded.has(name)}`,
        click: () => (unfolded.delete(name) || unfolded.add(name), repaint()) },
        unfolded.has(name) ? say.fewer : `+${values.length - shown.length}`));
  }

  /** @param {Wish} wish */
  function dateGroup({ since, until }) {
    const day = (/** @type {'since' | 'until'} */ name, /** @type {string} */ value) => {
      const node = el('input', { part: 'date', id: name, type: 'date', 'aria-label': say[name], change: () => narrow({ [name]: node.value }) });
      node.value = value;
      return node;
    };
    return group(say.date, false,
      ...Object.entries(say.past).map(([count, label]) => {
        const from = monthsAgo(+count);
        const on = since == from && !until;
        return chip(`past${count}`, on, () => narrow({ since: on ? '' : from, until: '' }), label);
      }),
      el('div', { class: 'range' }, day('since', since), '–', day('until', until)));
  }

  return function paint(names, facets, wish) {
    const root = /** @type {ShadowRoot} */ (panel.getRootNode());
    const focused = panel.contains(root.activeElement) && root.activeElement?.id;
    const some = Object.keys(wish.filters).length || wish.since || wish.until;
    const repaint = () => paint(names, facets, wish);
    fill(panel,
      ...names.map((name) => {
        const values = valuesOf(name, facets[name] ?? [], wish);
        return (values.length > 1 || wish.filters[name]) &&
          facetGroup(name, values, repaint, (value) => narrow({ filters: toggled(wish.filters, name, value) }));
      }),
      dateGroup(wish),
      !!some && el('button', { part: 'reset', id: 'reset', type: 'button', click: () => narrow({ filters: Object.create(null), since: '', until: '' }) }, say.reset));
    if (focused) (root.getElementById(focused) ?? panel.querySelector('button'))?.focus();
  };
}

/**
 * The chosen values are there even where nothing has them; months only of chosen years.
 * @param {string} name @param {readonly FacetValue[]} values @param {Wish} wish
 */
function valuesOf(name, values, { filters }) {
  const chosen = filters[name] ?? [];
  const counted = values.filter(({ value }) => name != 'month' || filters.year?.includes(value.slice(0, 4)));
  const missing = chosen.filter((value) => !counted.some((each) => each.value == value));
  return [...counted, ...missing.map((value) => ({ value, count: 0 }))]
    .map(({ value, count }) => ({ value, count, selected: chosen.includes(value) }));
}

/** @param {Wish['filters']} filters @param {string} name @param {string} value */
function toggled(filters, name, value) {
  const chosen = filters[name] ?? [];
  const all = { ...filters, [name]: chosen.includes(value) ? chosen.filter((each) => each != value) : [...chosen, value] };
  if (name == 'year') all.month = (all.month ?? []).filter((month) => all.year.includes(month.slice(0, 4)));
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length));
}

/** @param {number} count */
function monthsAgo(count) {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - count, now.getDate())).toISOString().slice(0, 10);
}
