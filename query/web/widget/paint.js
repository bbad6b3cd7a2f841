// SPDX-License-Identifier: MIT
// Shows what a search came to: hits, notes, completions, or why there are none.

import { el, present } from './dom.js';
import { hitView } from './hits.js';

/** @typedef {import('../geul.js').SearchResult} SearchResult */
/** @typedef {import('../geul.js').Completion} Completion */
/** @typedef {import('./layout.js').Nodes} Nodes */
/** @typedef {import('./strings.js').Strings} Strings */

/**
 * @param {Nodes} nodes
 * @param {SearchResult} result  shown behind what is there where its offset is not 0
 * @param {{words: Strings, lang: string, filtered: boolean}} context
 */
export function paintResult({ list, more, status, state }, result, { words, lang, filtered }) {
  const { hits, offset, total } = result;
  const views = hits.map((hit) => hitView(hit, lang));
  if (offset) list.append(...views);
  else list.replaceChildren(...views);
  const some = list.childElementCount > 0;
  list.hidden = !some;
  more.hidden = offset + hits.length >= total.count || !hits.length;
  status.textContent = some || result.query.text.trim() ? words.count(total.count.toLocaleString(lang), total.exact) : '';
  state.replaceChildren(...(some ? [] : [el('p', { class: 'big' }, words.none), el('p', {}, filtered ? words.noneFilters : words.noneHint)]));
}

/**
 * What the engine says about the query, and what was perhaps meant.
 * @param {Nodes} nodes
 * @param {SearchResult} result
 * @param {Strings} words
 * @param {(query: string) => void} choose
 */
export function paintNotes({ notes }, { correctedQuery, corrected, notes: said }, words, choose) {
  notes.replaceChildren(...present([
    correctedQuery && el('p', { part: 'correction' }, corrected ? words.corrected : words.meant,
      el('button', { part: 'instead', class: 'instead', type: 'button', click: () => choose(correctedQuery) }, correctedQuery)),
    ...said.map((note) => el('p', { part: 'note', class: 'note' }, note))]));
}

/**
 * @param {Nodes} nodes
 * @param {Completion[]} all
 * @param {string} typed
 * @param {(query: string) => void} choose
 */
export function paintCompletions({ completions }, all, typed, choose) {
  const useful = all.filter(({ query }) => query && query.trim() != typed.trim());
  completions.hidden = !useful.length;
  completions.replaceChildren(...useful.map(({ text, kind, query }) =>
    el('button', { part: 'completion', class: `completion ${kind}`, type: 'button', click: () => choose(/** @type {string} */ (query)) }, text)));
}

/**
 * Nothing asked for, or nothing to show it with.
 * @param {Nodes} nodes
 * @param {...import('./dom.js').Child} children
 */
export function paintState({ list, more, status, notes, completions, state }, ...children) {
  list.hidden = more.hidden = completions.hidden = true;
  list.replaceChildren();
  notes.replaceChildren();
  status.textContent = '';
  state.replaceChildren(...present(children));
}
