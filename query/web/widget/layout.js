// SPDX-License-Identifier: MIT
// The parts that stay while results come and go.

import { el, icon } from './dom.js';

const kGlass = 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20 20';
const kCross = 'M6 6l12 12M18 6L6 18';
const kSliders = 'M4 8h9m5 0h2M4 16h2m5 0h9M15.5 5.5v5M8.5 13.5v5';

/**
 * @param {import('./strings.js').Strings} words
 * @param {{dialog: boolean, placeholder: string, shortcut: boolean, lang: string}} options
 */
export function layout(words, { dialog, placeholder, shortcut, lang }) {
  const button = (/** @type {string} */ part, /** @type {string} */ label, /** @type {Node[]} */ ...inside) =>
    el('button', { part, class: part, type: 'button', 'aria-label': inside.length ? label : null, title: inside.length ? label : null }, ...(inside.length ? inside : [label]));

  const input = el('input', {
    part: 'input', type: 'text', role: 'combobox', 'aria-label': words.search, placeholder, 'aria-expanded': 'false',
    'aria-controls': 'list', 'aria-autocomplete': 'list', autocomplete: 'off', autocapitalize: 'off', autocorrect: 'off',
    spellcheck: 'false', enterkeyhint: 'search', autofocus: dialog,
  });
  const clear = button('clear', words.clear, icon(kCross));
  const close = button('close', words.close);
  const status = el('div', { part: 'status', class: 'status', role: 'status' });
  const chosen = el('span', { class: 'badge', part: 'badge' });
  const toggle = el('button', { part: 'filters-button', class: 'toggle', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'filters' },
    icon(kSliders), words.filters, chosen);
  const sort = el('select', { part: 'sort', class: 'sort', 'aria-label': words.sort },
    ...['relevance', 'newest', 'oldest'].map((value) => el('option', { value }, words[/** @type {'newest'} */ (value)])));
  const filters = el('div', { part: 'filters', class: 'filters', id: 'filters', role: 'region', 'aria-label': words.filters, hidden: true });
  const completions = el('div', { part: 'completions', class: 'completions', role: 'group', 'aria-label': words.completions, hidden: true });
  const notes = el('div', { part: 'notes', class: 'notes' });
  const list = el('div', { part: 'results', class: 'list', id: 'list', role: 'listbox', 'aria-label': words.results, hidden: true });
  const more = button('more', words.more);
  const state = el('div', { part: 'state', class: 'state' });
  const panel = el('div', { part: 'panel', class: 'panel', role: 'search', lang },
    el('div', { part: 'bar', class: 'bar' }, icon(kGlass), input, clear, dialog && close),
    el('div', { class: 'tools' }, status, toggle, sort),
    el('div', { class: 'body' },
      filters,
      el('div', { class: 'main' }, completions, notes, list, more, state)),
    dialog && el('div', { part: 'footer', class: 'footer', 'aria-hidden': 'true' },
      ...words.keys.map(([key, does]) => el('span', {}, el('kbd', {}, key), does))));
  const trigger = dialog ? el('button', { part: 'trigger', class: 'trigger', type: 'button', 'aria-haspopup': 'dialog', 'aria-keyshortcuts': shortcut ? '/ Control+K Meta+K' : null },
    icon(kGlass), el('span', { part: 'trigger-label', class: 'trigger-label' }, words.search), shortcut && el('kbd', { 'aria-hidden': 'true' }, '/')) : null;
  const modal = dialog ? el('dialog', { part: 'dialog', 'aria-label': words.search }, panel) : null;
  const root = el('div', { class: 'geul' }, trigger, modal ?? panel);
  return { root, trigger, modal, panel, input, clear, close, status, toggle, chosen, sort, filters, completions, notes, list, more, state };
}

/** @typedef {ReturnType<typeof layout>} Nodes */
