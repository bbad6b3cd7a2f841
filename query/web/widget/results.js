// SPDX-License-Identifier: MIT
// Shows what a search came to: hits, notes, completions, or that there is nothing. Loaded with the
// first search.

import { hitViews } from './hits.js';

export { css } from './results_style.js';

/** @typedef {import('../geul.js').SearchResult} SearchResult */
/** @typedef {import('../geul.js').Completion} Completion */
/** @typedef {import('./layout.js').Nodes} Nodes */

const words = {
  ko: {
    count: (/** @type {string} */ n) => `${n}건`, about: (/** @type {string} */ n) => `약 ${n}건`,
    more: '더 보기', none: '찾은 글이 없습니다', shorter: '낱말을 줄이거나 다른 말로 찾아 보세요.', unfilter: '필터를 풀면 나올지도 모릅니다.',
    meant: '이것을 찾으셨나요? ', corrected: '대신 이 말로 찾았습니다: ', completions: '이어서 찾기', keys: [['↑↓', '고르기'], ['↵', '열기'], ['esc', '닫기']],
  },
  en: {
    count: (/** @type {string} */ n) => `${n} result${n == '1' ? '' : 's'}`, about: (/** @type {string} */ n) => `about ${n} result${n == '1' ? '' : 's'}`,
    more: 'Show more', none: 'Nothing found', shorter: 'Try fewer or other words.', unfilter: 'There may be more without the filters.',
    meant: 'Did you mean ', corrected: 'Showing results for ', completions: 'Completions', keys: [['↑↓', 'select'], ['↵', 'open'], ['esc', 'close']],
  },
};

/**
 * @param {import('./dom.js').Kit} kit
 * @param {Nodes} nodes
 * @param {(query: string) => void} choose  another query
 */
export function resultsView(kit, { list, more, status, state, notes: said, completions, panel, modal }, choose) {
  const { el, fill, lang } = kit;
  const say = words[/** @type {'ko'} */ (lang)];
  const hitView = hitViews(kit);
  more.textContent = say.more;
  if (modal) panel.append(el('div', { part: 'footer', 'aria-hidden': 'true' }, ...say.keys.map(([key, does]) => el('span', {}, el('kbd', {}, key), does))));

  /** @param {string} part @param {string} query @param {string} [text] */
  const asking = (part, query, text = query) => el('button', { part, type: 'button', click: () => choose(query) }, text);

  /** @type {SearchResult | undefined} */
  let last;

  return {
    /** Behind what is there where its offset is not 0. @param {SearchResult} result @param {boolean} filtered */
    show(result, filtered) {
      last = result;
      const { hits, offset, total, correctedQuery, corrected } = result;
      const views = hits.map(hitView);
      if (offset) list.append(...views);
      else {
        fill(list, ...views);
        fill(said, correctedQuery && el('p', {}, corrected ? say.corrected : say.meant, asking('instead', correctedQuery)));
      }
      const none = (list.hidden = !list.firstChild);
      more.hidden = !hits.length || offset + hits.length >= total.count;
      status.textContent = say[total.exact ? 'count' : 'about'](total.count.toLocaleString(lang));
      fill(state, none && el('p', { class: 'big' }, say.none), none && el('p', {}, filtered ? say.unfilter : say.shorter));
    },

    /** What was not taken as it was typed, once the typing has come to rest. @param {SearchResult} result */
    async tell(result) {
      const { offset, notes, suggestions } = result;
      // What was meant is said above.
      const rest = notes.filter((note) => !suggestions.some(({ typed }) => note.startsWith(`no post has "${typed}"`)));
      if (offset || !rest.length) return;
      const { noteIn } = await import('./notes.js');
      if (result == last) said.append(...rest.map((note) => el('p', { part: 'note' }, noteIn(note, lang))));
    },

    /** @param {Completion[]} all @param {string} typed */
    complete(all, typed) {
      const useful = all.filter(({ query }) => query && query.trim() != typed.trim());
      completions.hidden = !useful.length;
      completions.ariaLabel = say.completions;
      fill(completions, ...useful.map(({ text, kind, query }) =>
        asking(kind == 'tag' ? 'completion tag' : 'completion', /** @type {string} */ (query), text)));
    },
  };
}

/** @typedef {ReturnType<typeof resultsView>} ResultsView */
