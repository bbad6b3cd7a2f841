// SPDX-License-Identifier: MIT
// The parts that stay while results come and go.

import { el } from './dom.js';

const kGlass = 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20 20';
const kCross = 'M7 7l10 10M17 7 7 17';
const kFunnel = 'M4 7h16M7 12h10m-7 5h4';

/** A drawing of 24 by 24 units. @param {string} path */
function icon(path) {
  const [svg, line] = ['svg', 'path'].map((tag) => document.createElementNS('http://www.w3.org/2000/svg', tag));
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/**
 * @param {import('./strings.js').Strings} words
 * @param {{dialog: boolean, placeholder: string, shortcut: boolean, lang: string}} options
 */
export function layout(words, { dialog, placeholder, shortcut, lang }) {
  /** @param {string} part @param {Record<string, any>} attributes @param {...import('./dom.js').Child} inside */
  const button = (part, attributes, ...inside) => el('button', { part, type: 'button', ...attributes }, ...inside);
  const div = (/** @type {string} */ part, attributes = {}) => el('div', { part, ...attributes });

  const input = el('input', {
    part: 'input', type: 'text', role: 'combobox', 'aria-label': words.search, placeholder, 'aria-expanded': 'false',
    'aria-controls': 'list', 'aria-autocomplete': 'list', autocomplete: 'off', autocapitalize: 'off', autocorrect: 'off',
    spellcheck: 'false', enterkeyhint: 'search', autofocus: dialog,
  });
  const clear = button('clear', { 'aria-label': words.clear }, icon(kCross));
  const close = button('close', {}, words.close);
  const status = div('status', { role: 'status' });
  const badge = el('span', { part: 'badge' });
  const toggle = button('toggle', { 'aria-expanded': 'false', 'aria-controls': 'filters' }, icon(kFunnel), words.filters, badge);
  const sort = el('select', { part: 'sort', 'aria-label': words.sort },
    .../** @type {const} */ (['relevance', 'newest', 'oldest']).map((value) => el('option', { value }, words[value])));
  const filters = div('filters', { id: 'filters', role: 'group', 'aria-label': words.filters, hidden: true });
  const completions = div('completions', { role: 'group', hidden: true });
  const notes = div('notes');
  const list = div('results', { id: 'list', role: 'listbox', 'aria-label': words.results, hidden: true });
  const more = button('more', { hidden: true });
  const state = div('state');
  const body = el('div', { class: 'body' }, filters, el('div', { class: 'main' }, completions, notes, list, more, state));
  const panel = el('div', { part: 'panel', role: 'search', lang },
    el('div', { part: 'bar' }, icon(kGlass), input, clear, dialog && close),
    el('div', { part: 'tools' }, status, toggle, sort), body);
  const trigger = dialog && button('trigger', { 'aria-haspopup': 'dialog', 'aria-keyshortcuts': shortcut && '/ Control+K Meta+K' },
    icon(kGlass), words.search, shortcut && el('kbd', { 'aria-hidden': 'true' }, '/'));
  const modal = dialog && el('dialog', { part: 'dialog', 'aria-label': words.search }, panel);
  const root = el('div', { class: 'geul' }, trigger, modal || panel);
  return { root, trigger, modal, panel, body, input, clear, close, status, toggle, badge, sort, filters, completions, notes, list, more, state };
}

/** @typedef {ReturnType<typeof layout>} Nodes */
